"""Identifiers of the Dutch address register (BAG), however they were written down.

An identifier has sixteen digits: four of the municipality that registered it, two for the kind of
object, ten of a serial number (Catalogus BAG 2018). The kind is read from the digits and never from
the name of the column it stood in.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from loopplank.kernel.refused import Refused

LENGTH = 16
# No municipality has a code below 0003, so at most three leading zeros can have been lost.
SHORTEST_WITHOUT_ZEROS = 13

_WRAPPING = re.compile(r"^'|^NL\.IMBAG\.\w+\.|^https?://\S*/|\.0+$|\s", re.IGNORECASE)
_SCIENTIFIC = re.compile(r"\d([.,]\d+)?E\+?\d+", re.IGNORECASE)


class Kind(StrEnum):
    """What an identifier points at."""

    DESIGNATION = "designation"  # nummeraanduiding: the address itself
    UNIT = "unit"  # verblijfsobject, ligplaats, standplaats: what bears the address
    BUILDING = "building"  # pand


KIND_BY_DIGITS = {
    "01": Kind.UNIT,
    "02": Kind.UNIT,
    "03": Kind.UNIT,
    "10": Kind.BUILDING,
    "20": Kind.DESIGNATION,
}


class Identifier(NamedTuple):
    """Sixteen digits and what they point at."""

    kind: Kind
    digits: str


def read_identifier(text: str) -> Identifier | None:
    """Read an identifier as it was delivered; an empty text is none.

    Mended without asking: a prefix (``NL.IMBAG.Pand.…``), a web address around it, an apostrophe,
    spaces, ``.0`` at the end, and leading zeros that a spreadsheet took away.

    Raises:
        Refused: for digits that a spreadsheet rounded (``1,94E+15``), a wrong length, or a kind
            that does not point at one address, unit or building.
    """
    plain = text
    while (stripped := _WRAPPING.sub("", plain)) != plain:
        plain = stripped
    if not plain:
        return None
    if _SCIENTIFIC.fullmatch(plain):
        raise Refused(
            f"BAG-id ‘{text}’ is door een rekenblad afgerond en niet te herstellen. "
            "Maak de kolom op als tekst en lever het id opnieuw."
        )
    if not (plain.isascii() and plain.isdigit()) or not SHORTEST_WITHOUT_ZEROS <= len(plain) <= LENGTH:
        raise Refused(
            f"BAG-id ‘{text}’ heeft geen zestien cijfers. Haal het id opnieuw op, of laat het veld leeg."
        )
    digits = plain.zfill(LENGTH)
    kind = KIND_BY_DIGITS.get(digits[4:6])
    if kind is None:
        raise Refused(
            f"BAG-id ‘{text}’ wijst geen adres, verblijfsobject of pand aan (soort {digits[4:6]}). "
            "Haal het id opnieuw op, of laat het veld leeg."
        )
    return Identifier(kind, digits)
