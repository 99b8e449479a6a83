"""Dutch postcodes: four digits and two letters, written in many ways."""

from __future__ import annotations

import functools
import re

_POSTCODE = re.compile(r"[1-9][0-9]{3}[A-Z]{2}")
_NEVER_GIVEN_OUT = ("SA", "SD", "SS")
# A zero among the letters is an O, a one an I: seen where a postcode was typed over.
_TYPED_FOR_LETTERS = str.maketrans("01", "OI")


@functools.lru_cache(maxsize=2**16)
def read_postcode(text: str) -> str:
    """A postcode as ``9712AB``; empty when the text is not one, for then it says nothing about a place."""
    plain = "".join(text.split()).upper().replace("-", "").replace(".", "")
    plain = plain[:4] + plain[4:].translate(_TYPED_FOR_LETTERS)
    if not _POSTCODE.fullmatch(plain) or plain.endswith(_NEVER_GIVEN_OUT):
        return ""
    return plain


def nearly_equal(one: str, other: str) -> bool:
    """Whether two postcodes differ in one character, or in two neighbours that changed places."""
    if not one or not other:
        return False
    differing = [place for place in range(6) if one[place] != other[place]]
    if len(differing) == 2:  # noqa: PLR2004 - two neighbours
        left, right = differing
        return right == left + 1 and one[left] == other[right] and one[right] == other[left]
    return len(differing) <= 1
