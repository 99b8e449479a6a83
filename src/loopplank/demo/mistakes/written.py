"""An address as a clerk is about to write it down; the mistakes change it in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from loopplank.demo.addresses import Address, Unit


@dataclass(slots=True)
class Written:
    """The fields of one row that say which home it is about.

    Attributes:
        unit: the home that is meant.
        address: which of its addresses.
        units: all units there are, for the clerk who looks in the wrong line.
        line: the whole address in one field, when it is written so.
    """

    unit: Unit
    address: Address
    units: Sequence[Unit]
    bag_id: str
    street: str
    number: str
    letter: str
    addition: str
    postcode: str
    town: str
    line: str = ""


def properly(unit: Unit, address: Address, units: Sequence[Unit], bag_id: str) -> Written:
    """The address without any mistake."""
    return Written(
        unit=unit,
        address=address,
        units=units,
        bag_id=bag_id,
        street=address.street,
        number=str(address.number),
        letter=address.letter,
        addition=address.addition,
        postcode=address.postcode,
        town=unit.town.name,
    )
