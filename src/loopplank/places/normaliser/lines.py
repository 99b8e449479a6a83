"""Addresses written in one line, taken apart into street, number, postcode and town.

A street name may end in a number (``Plein 1926 12 A``), so a line has as many readings as it has
places where the house number can begin. All are given; the address register knows the streets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loopplank.places.normaliser.postcodes import read_postcode

MOST_READINGS = 4

_POSTCODE = re.compile(r"\b([1-9]\d{3})[ ]?([A-Z]{2})\b(?![ ]?\d)", re.IGNORECASE)
_POSTCODE_AND_NUMBER = re.compile(
    r"(?P<postcode>[1-9]\d{3} ?[A-Z]{2})[ ,]+(?P<number>\d+\S*(?: \S{1,4})?)", re.IGNORECASE
)
# What can follow a house number and is no town: letters, floors, the words of Dutch additions.
_ADDITION = (
    r"[A-Z]|I{2,3}|IV|\d+|[A-Z]?\d{1,3}[A-Z]?|bis|ter|hs|huis|bgg?|rd|zw|wit|hoog|boven|beneden|achter|t/?o"
)
_NUMBER_AND_TOWN = re.compile(
    rf"(?P<number>\d+\S*(?:[ -]+(?:{_ADDITION}))*)(?:[ ,]+(?P<town>[^\d,][^,]*))?", re.IGNORECASE
)
# Where a postcode or a comma ends it, two or three letters more are an addition too ("12 ZW").
_NUMBER_ALONE = re.compile(rf"\d+\S*(?:[ -]+(?:{_ADDITION}|[A-Z]{{2,3}}))*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """One reading of an address line; every part is text as it stood there, possibly empty."""

    street: str
    number: str
    postcode: str = ""
    town: str = ""


def read_line(line: str) -> tuple[WrittenLine, ...]:
    """All readings of an address in one line, the likeliest first; none for a line without a number.

    The likeliest reading has the longest street name: a number that is followed by another number
    belongs to the street more often than not.
    """
    if short := _POSTCODE_AND_NUMBER.fullmatch(line.strip()):
        return (WrittenLine("", short["number"], read_postcode(short["postcode"])),)
    before, postcode, after = _around_postcode(" ".join(line.replace(";", ",").split()))
    parts = [part.strip() for part in before.split(",")]
    street_part, town = parts[0], ", ".join(part for part in parts[1:] if part)
    if len(parts) > 1 and not any(map(str.isdigit, street_part)):
        # "Hoofdstraat, 12" and "Loppersum, Hoofdstraat 12" both occur; the number tells.
        street_part, town = _with_the_number(parts)
    town = after or town
    starts = [found.start() for found in re.finditer(r"(?<!\S)\d", street_part) if found.start() > 0]
    is_closed = bool(postcode) or "," in before
    readings = [_split(street_part, start, postcode, town, is_closed) for start in reversed(starts)]
    return tuple(reading for reading in readings if reading)[:MOST_READINGS]


def _around_postcode(line: str) -> tuple[str, str, str]:
    for found in reversed(list(_POSTCODE.finditer(line))):
        postcode = read_postcode(found[0])
        if postcode and found.start() > 0:
            return line[: found.start()].strip(" ,"), postcode, line[found.end() :].strip(" ,-")
        if postcode and found.start() == 0:
            # "9712 AB Groningen, Hoofdstraat 12": the town stands before the street.
            town, comma, street = line[found.end() :].strip(" ,").partition(",")
            return (street.strip(), postcode, town.strip()) if comma else (town, postcode, "")
    return line, "", ""


def _with_the_number(parts: list[str]) -> tuple[str, str]:
    place = next((n for n, part in enumerate(parts) if any(map(str.isdigit, part))), 0)
    if place == 1 and parts[1][:1].isdigit():
        return f"{parts[0]} {parts[1]}", ", ".join(parts[2:])
    return parts[place], parts[0] if place else ""


def _split(street_part: str, start: int, postcode: str, town: str, is_closed: bool) -> WrittenLine | None:  # noqa: FBT001
    street, rest = street_part[:start].strip(" ,-"), street_part[start:].strip()
    if is_closed and _NUMBER_ALONE.fullmatch(rest):
        return WrittenLine(street, rest, postcode, town)
    tail = _NUMBER_AND_TOWN.fullmatch(rest)
    if tail is None:
        return None
    return WrittenLine(street, tail["number"].strip(), postcode, town or (tail["town"] or "").strip())
