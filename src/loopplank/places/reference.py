"""One row of an address file, read and put in its normal form."""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from loopplank.kernel.refused import Refused
from loopplank.places.normaliser import (
    Kind,
    read_house_number,
    read_identifier,
    read_postcode,
    street_key,
    suffix_key,
    town_key,
)
from loopplank.places.rules import in_use

NEEDED = ("street", "number", "town")
MADE_UP = "LP-"
_KINDS = {"designation": Kind.DESIGNATION, "unit": Kind.UNIT, "building": Kind.BUILDING}
_IN_DUTCH = {
    "designation": "nummeraanduiding",
    "unit": "verblijfsobject",
    "building": "pand",
    "street": "straat",
    "number": "huisnummer",
    "town": "woonplaats",
}
_DEGREES = re.compile(r"-?\d{1,3}(\.\d+)?", re.ASCII)


class ReferenceRow(NamedTuple):
    """A row of the table ``places_address``, but for which load brought or ended it.

    ``lon`` and ``lat`` are degrees as text; the table rounds them.
    """

    designation: str
    unit: str
    building: str
    site: str
    made_up: bool
    street: str
    number: int
    letter: str
    addition: str
    postcode: str
    town: str
    municipality: str
    status: str
    valid_from: date | None
    valid_until: date | None
    lon: str | None
    lat: str | None
    is_current: bool
    street_key: str
    town_key: str
    municipality_key: str
    suffix: str
    wording: str


def read_reference_row(written: Mapping[str, str], today: date) -> ReferenceRow:
    """Read one row from texts by field of the chain's places profile, without spaces around them.

    Ids, letter, addition, postcode, status, dates and coordinates may be empty. Missing ids are made
    from the text of the address, the same in every load, and begin with ``LP-``.

    Raises:
        Refused: when street, number or town is missing, or a value is not what its column says.
    """
    text = written.get
    street, town, postcode = text("street", ""), text("town", ""), read_postcode(text("postcode", ""))
    for name in NEEDED:
        if not text(name):
            raise Refused(f"De kolom {_IN_DUTCH[name]} is leeg; zonder is dit geen adres.")
    letter, addition = text("letter", ""), text("addition", "")
    number = read_house_number(text("number", ""))[0]
    suffix = number.suffix + suffix_key(letter) + suffix_key(addition)
    own_street_key, own_town_key = street_key(street), town_key(town)
    given = [_identifier(name, text(f"{name}_id", "")) for name in _KINDS]
    designation, unit, building = given
    is_made_up = not all(given)
    if is_made_up:
        spot = _digest(own_street_key, own_town_key, postcode, str(number.number))
        front_door = _digest(spot, suffix)
        unit = unit or f"{MADE_UP}vbo-{designation or front_door}"
        designation = designation or f"{MADE_UP}na-{front_door}"
        building = building or f"{MADE_UP}pand-{spot}"
    status, since = text("status", ""), text("valid_from", "")
    valid_until = _day(text("valid_until", ""))
    municipality = text("municipality", "")
    return ReferenceRow(
        designation, unit, building, unit, is_made_up,
        street, number.number, letter, addition, postcode, town, municipality, status,
        _day(since), valid_until, _degrees(text("lon", "")), _degrees(text("lat", "")),
        in_use(status, valid_until, today), own_street_key, own_town_key, town_key(municipality), suffix,
        _digest(designation, unit, street, str(number.number), suffix, postcode, town, since),
    )  # fmt: skip


def _identifier(name: str, text: str) -> str:
    if text.startswith(MADE_UP):
        return text
    identifier = read_identifier(text)
    if identifier is None:
        return ""
    if identifier.kind is not _KINDS[name]:
        raise Refused(f"Het id ‘{text}’ is geen id van een {_IN_DUTCH[name]}.")
    return identifier.digits


@functools.lru_cache(maxsize=2**14)
def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        raise Refused(f"‘{text}’ is geen datum; schrijf die als jjjj-mm-dd.") from None


def _degrees(text: str) -> str | None:
    degrees = text.replace(",", ".")
    if degrees and not _DEGREES.fullmatch(degrees):
        raise Refused(f"‘{text}’ is geen coördinaat in graden.")
    return degrees or None


def _digest(*parts: str) -> str:
    return hashlib.md5("\x1f".join(parts).encode(), usedforsecurity=False).hexdigest()
