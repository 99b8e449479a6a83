"""A refusal: the one exception that people may read."""


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """Something may not or cannot be done; the message is a Dutch sentence a person can act on.

    It never holds personal data beyond what the person typed: refusals are traced and shown.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
