"""The normal form of a written address: what can be compared with the address register."""

from __future__ import annotations

from typing import NamedTuple

from loopplank.kernel.refused import Refused
from loopplank.places.normaliser.identifiers import Identifier, read_identifier
from loopplank.places.normaliser.lines import read_line
from loopplank.places.normaliser.numbers import HouseNumber, is_nothing, read_house_number
from loopplank.places.normaliser.postcodes import read_postcode
from loopplank.places.normaliser.streets import street_key
from loopplank.places.normaliser.towns import town_key


class WrittenAddress(NamedTuple):
    """An address as a register delivered it; every field is text and may be empty."""

    identifier: str = ""
    line: str = ""
    street: str = ""
    number: str = ""
    letter: str = ""
    addition: str = ""
    postcode: str = ""
    town: str = ""
    municipality: str = ""


class AddressForm(NamedTuple):
    """One reading of a written address; empty keys say that the field gave nothing.

    Attributes:
        street: the name as written, kept for comparing initials and near names.
        town_key, municipality_key: keys of both names; registers put the one in the other's field.
    """

    identifier: Identifier | None = None
    postcode: str = ""
    number: HouseNumber | None = None
    street: str = ""
    street_key: str = ""
    town_key: str = ""
    municipality_key: str = ""

    @property
    def can_be_found(self) -> bool:
        """Whether this says enough to look for one address."""
        has_place = bool(self.postcode or self.street_key)
        return self.identifier is not None or (self.number is not None and has_place)


def readings(written: WrittenAddress) -> tuple[AddressForm, ...]:
    """All readings of a written address, the likeliest first, none when it can point at nothing.

    Raises:
        Refused: when a field cannot be what it should be (see ``read_identifier`` and
            ``read_house_number``); the sentence names the value and the mend.
    """
    identifier = read_identifier(written.identifier)
    found = [
        AddressForm(
            identifier=identifier,
            postcode=read_postcode(postcode),
            number=number,
            street=street,
            street_key=street_key(street),
            town_key=town_key(town),
            municipality_key=town_key(written.municipality),
        )
        for street, postcode, town, numbers in _fields(written)
        for number in numbers or (None,)
    ]
    unique = dict.fromkeys(form for form in found if form.can_be_found)
    return tuple(unique)


def _fields(written: WrittenAddress) -> list[tuple[str, str, str, tuple[HouseNumber, ...]]]:
    """Street, postcode, town and the readings of the number, from the fields or from a line."""
    street = "" if is_nothing(written.street) else written.street.strip()
    numbers = read_house_number(written.number, written.letter, written.addition)
    if numbers:
        street = _without_number(street, written.number)
        return [(street, written.postcode, written.town, numbers)]
    found = []
    for line in read_line(written.line or street):
        try:
            numbers = read_house_number(line.number, written.letter, written.addition)
        except Refused:
            continue  # one split of a line may be nonsense while another is an address
        found.append((line.street, written.postcode or line.postcode, written.town or line.town, numbers))
    return found or [(street, written.postcode, written.town, ())]


def _without_number(street: str, number: str) -> str:
    """The street without a house number that stands in its own field too ("Hoofdstraat 12" and "12")."""
    start, space, last = street.rpartition(" ")
    return start if space and last.upper() == number.strip().upper() else street
