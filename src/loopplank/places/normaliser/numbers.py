"""House numbers with their letter and addition, however they were spread over three columns.

House letter and addition are one key: registers mix them (``A-2``, ``a2``, ``A 2``), and the number
with that key decides which front door is meant. What is written can often be read in two ways
(``12-14`` is a range of two numbers, or addition 14 of number 12); then both readings are given, and
the address register decides.
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from loopplank.kernel.refused import Refused

HIGHEST = 99_999

_NOTHING = frozenset({"", "-", "--", ".", "?", "NVT", "NB", "ONBEKEND", "GEEN", "NULL", "NONE", "NAN"})
_NUMBER = re.compile(r"(\d+)(.*)", re.DOTALL)
_DECIMAL_ZERO = re.compile(r"^(\d+)[.,]0+$")
_RANGE = re.compile(r"(?:-|/|–|—|\+|&|,|T/?M|EN|TOT(?:EN)?(?:MET)?)(\d+)")
_LETTER_RANGE = re.compile(r"([A-Z])(?:-|–|—|T/?M)\d*([A-Z])")
_BESIDE = re.compile(r"(?:T/?O|TEGENOVER|T\.O\.?|BY|B/D|NABIJ|NAAST|BIJ)\b\.?")
# Excel turns 12-2 into a date: 12-feb, or 2026-02-12 00:00:00 in an XLSX file.
_DATE = re.compile(
    r"\d{4}-\d\d-\d\d(?:[ T].*)?|\d{1,2}[- ](?:jan|feb|mrt|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)\.?"
    r"|(?:jan|feb|mrt|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)\.?[- ]\d{1,4}",
    re.IGNORECASE,
)
_NO_KEY = re.compile(r"[^A-Z0-9]+")
# The ground floor and the main house bear no addition; floors are counted in digits or in Roman ones.
_LOOSE = {
    "HS": "",
    "HUIS": "",
    "BG": "",
    "BGG": "",
    "BEG": "",
    "PARTERRE": "",
    "I": "1",
    "II": "2",
    "III": "3",
}
_FLOOR = re.compile(r"(\d+)E?(?:HOOG|VERD(?:IEPING)?|ETAGE)|(\d+)")
# A range of numbers is short; "14-61" is unit 61 of number 14.
LONGEST_RANGE = 40


class HouseNumber(NamedTuple):
    """One way to read a house number.

    Attributes:
        number: 1 to 99999.
        suffix: house letter and addition as one key, upper-case letters and digits.
        number_to: the last number of a range; ``None`` when it is one number.
        beside: written as opposite or near this number (a houseboat, a caravan): not the address itself.
    """

    number: int
    suffix: str = ""
    number_to: int | None = None
    beside: bool = False


def is_nothing(text: str) -> bool:
    """Whether a field says in some words that it says nothing (``n.v.t.``, ``-``, ``onbekend``)."""
    return text.strip().upper().replace(".", "") in _NOTHING


def suffix_key(text: str) -> str:
    """House letter and addition as one key: ``A-2``, ``a 2`` and ``A2`` are ``A2``."""
    return _NO_KEY.sub("", text.upper())


@functools.lru_cache(maxsize=2**14)
def loose_suffix(suffix: str) -> str:
    """A suffix as floors are counted: ``HS`` and ``BG`` are nothing, ``II`` is ``2``, ``1HOOG`` is ``1``."""
    if suffix in _LOOSE:
        return _LOOSE[suffix]
    if floor := _FLOOR.fullmatch(suffix):
        return (floor[1] or floor[2]).lstrip("0")
    return suffix


@functools.lru_cache(maxsize=2**16)
def read_house_number(number: str, letter: str = "", addition: str = "") -> tuple[HouseNumber, ...]:
    """All readings of a house number, the likeliest first; none when the fields say nothing.

    Raises:
        Refused: for number 0, for more than five digits, and for what a spreadsheet made a date of.
    """
    written = "" if is_nothing(number) else number.strip()
    if _DATE.fullmatch(written):
        raise Refused(
            f"Huisnummer ‘{written}’ is door een rekenblad in een datum veranderd. "
            "Vul huisnummer en toevoeging opnieuw in."
        )
    plain = _DECIMAL_ZERO.sub(r"\1", written.upper())
    if not plain:
        return ()
    parts = _NUMBER.fullmatch(plain)
    if parts is None:
        raise Refused(f"Huisnummer ‘{written}’ begint niet met een cijfer. Vul alleen het huisnummer in.")
    count = int(parts[1]) if len(parts[1]) <= len(str(HIGHEST)) + 1 else HIGHEST + 1
    if not 1 <= count <= HIGHEST:
        raise Refused(f"Huisnummer ‘{written}’ bestaat niet: een huisnummer ligt tussen 1 en {HIGHEST}.")
    rest = parts[2].strip()
    extra = _without_repetition(count, rest, letter, addition)
    return tuple(_readings(count, rest, extra))


def _readings(number: int, rest: str, extra: str) -> list[HouseNumber]:
    if beside := _BESIDE.match(rest):
        return [HouseNumber(number, suffix_key(rest[beside.end() :]) + extra, beside=True)]
    close = rest.replace(" ", "")
    suffix = suffix_key(rest) + extra
    whole = HouseNumber(number, suffix)
    if spread := _RANGE.fullmatch(close):
        last = int(spread[1]) if len(spread[1]) <= len(str(HIGHEST)) else 0
        if number < last <= number + LONGEST_RANGE:
            return [whole, HouseNumber(number, extra, number_to=last)]
    if letters := _LETTER_RANGE.fullmatch(close):
        return [whole, HouseNumber(number, letters[1], number_to=number)]
    return [whole]


def _without_repetition(number: int, rest: str, letter: str, addition: str) -> str:
    """Letter and addition as one key, without what the number field (or one another) said already."""
    said = suffix_key(rest)
    extra = ""
    for key in (suffix_key(letter).removeprefix(str(number)), suffix_key(addition)):
        if is_nothing(key) or key in (said, extra):
            continue  # "12A" in one column and "A" in the next: said twice, meant once
        extra += key.removeprefix(extra or said)
    return "" if extra and said.endswith(extra) else extra
