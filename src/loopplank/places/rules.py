"""How near two street names are, and when a wording of an address is no longer in use."""

from __future__ import annotations

from datetime import date

from rapidfuzz.distance import JaroWinkler, OSA

from loopplank.places.normaliser import initials_fit

# From here on two names count as one street, nearly written alike.
NEAR_STREET = 0.87

# A name that lost its first word ("Grote Leliestraat" → "Leliestraat") is near; a short rest is not.
SHORTEST_TAIL = 6
TAIL = 0.93
INITIALS = 0.95
# One keyboard slip in a name of this length is nearness enough, whatever its letters weigh together.
LONG_ENOUGH_FOR_A_SLIP = 6
SLIP = 0.94
TWO_SLIPS_FROM = 11

ENDED_STATUSES = ("ingetrokken", "gesloopt", "niet gerealiseerd", "ten onrechte")


def street_nearness(name: str, key: str, other_name: str, other_key: str) -> float:
    """How near two street names are: 1 for one key, 0 when either is missing.

    What people do to a name counts as near by rule (a lost first word, initials, one or two slips);
    anything else by Jaro-Winkler similarity of the keys.
    """
    if not key or not other_key:
        return 0.0
    if key == other_key:
        return 1.0
    if _digits(key) != _digits(other_key):
        return 0.0  # "1e Drift" and "2e Drift" are two streets, however near they are spelled
    short, long = sorted((key, other_key), key=len)
    if len(short) >= SHORTEST_TAIL and long.endswith(short):
        return TAIL
    if initials_fit(name, other_name):
        return INITIALS
    slips = OSA.distance(key, other_key, score_cutoff=2)
    if slips == 1 and len(short) >= LONG_ENOUGH_FOR_A_SLIP:
        return SLIP
    if slips == 2 and len(short) >= TWO_SLIPS_FROM:  # noqa: PLR2004
        return SLIP
    return float(min(JaroWinkler.similarity(key, other_key), SLIP))


def _digits(key: str) -> str:
    return "".join(filter(str.isdigit, key))


def in_use(status: str, valid_until: date | None, today: date) -> bool:
    """Whether a wording is in use today, by its end date and the words of its status."""
    if valid_until is not None and valid_until <= today:
        return False
    return not any(word in status.lower() for word in ENDED_STATUSES)
