"""Plain words from written ones: case, accents, invisible characters, points and hyphens taken away."""

from __future__ import annotations

import functools
import re
import unicodedata

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_NO_LETTER = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = re.compile("['’‘`´\"]")
# Letters that Unicode does not take apart into a letter and an accent.
_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "o", "æ": "ae", "Æ": "ae", "ĳ": "ij", "Ĳ": "ij", "đ": "d"}
)


@functools.lru_cache(maxsize=2**17)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower-case ASCII; an apostrophe joins, every other mark parts.

    >>> words("’t Hoge-Land (Noord)")
    ('t', 'hoge', 'land', 'noord')
    """
    visible = _INVISIBLE.sub("", text).translate(_LETTERS)
    joined = _APOSTROPHES.sub("", visible)
    plain = unicodedata.normalize("NFKD", joined).encode("ascii", "ignore").decode().lower()
    return tuple(_NO_LETTER.sub(" ", plain).split())
