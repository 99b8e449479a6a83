"""What every block of a chain is, and the values that its keys may have.

Every block is frozen and refuses a key that it does not know. ``title`` is the word with which people
read about a key, in the difference between two versions.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, Strict, StringConstraints

from loopplank.chain.wording import fold

LONGEST_CODE = 40
LONGEST_NAME = 120
CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*", re.ASCII)
LETTER = re.compile(r"[a-z]", re.ASCII)


def _trimmed(text: str) -> str:
    if text != text.strip():
        raise ValueError(f"‘{text}’ begint of eindigt met een spatie of een lege regel; haal die weg.")
    return text


def _code(text: str) -> str:
    if not CODE.fullmatch(text) or len(text) > LONGEST_CODE:
        raise ValueError(
            f"‘{text}’ is geen code: gebruik letters zonder accent, cijfers, - en _, "
            f"samen hoogstens {LONGEST_CODE} tekens."
        )
    return text


def _letter(text: str) -> str:
    if not LETTER.fullmatch(text):
        raise ValueError(f"‘{text}’ is niet één kleine letter; schrijf bijvoorbeeld a.")
    return text


def _without_repeats(words: tuple[str, ...]) -> tuple[str, ...]:
    seen: set[str] = set()
    for word in words:
        if fold(word) in seen:
            raise ValueError(f"‘{word}’ staat er twee keer; haal er één weg.")
        seen.add(fold(word))
    return words


Text = Annotated[str, StringConstraints(strict=True, min_length=1), AfterValidator(_trimmed)]
Name = Annotated[
    str, StringConstraints(strict=True, min_length=1, max_length=LONGEST_NAME), AfterValidator(_trimmed)
]
Code = Annotated[str, StringConstraints(strict=True, min_length=1), AfterValidator(_code)]
Letter = Annotated[str, StringConstraints(strict=True), AfterValidator(_letter)]
Flag = Annotated[bool, Strict()]
Day = Annotated[date, Strict()]
Count = Annotated[int, Strict(), Field(ge=1)]
Share = Annotated[float, Strict(), Field(ge=0, le=1, allow_inf_nan=False)]
Names = Annotated[tuple[Name, ...], AfterValidator(_without_repeats)]
Codes = Annotated[tuple[Code, ...], AfterValidator(_without_repeats)]


class Block(BaseModel):
    """A part of a chain."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Item(Block):
    """A block of which there may be several; two versions of it are recognised by its identity."""

    identity_key: ClassVar[tuple[str, ...]] = ("code",)

    @property
    def identity(self) -> str:
        """What tells it from its neighbours."""
        raise NotImplementedError

    @property
    def caption(self) -> str:
        """In a few words what it is, for who reads that it is new or gone."""
        return ""


class Coded(Item):
    code: Code = Field(title="code")

    @property
    def identity(self) -> str:
        return self.code
