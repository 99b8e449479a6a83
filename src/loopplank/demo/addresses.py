"""What the address reference holds: streets, dwelling units and their addresses, with BAG-like ids."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from random import Random

from loopplank.demo.towns import Town

# Positions 5 and 6 of a BAG id: which kind of object it names.
UNIT, MOORING, BUILDING, ADDRESS = "01", "02", "10", "20"
FIRST_NUMBERS = (10_000_000, 10_900_000)

IN_USE = "Verblijfsobject in gebruik"
NOT_SURVEYED = "Verblijfsobject in gebruik (niet ingemeten)"
MOORING_DESIGNATED = "Plaats aangewezen"
UNIT_WITHDRAWN = "Verblijfsobject ingetrokken"
BUILDING_DEMOLISHED = "Pand gesloopt"
NAME_WITHDRAWN = "Naamgeving ingetrokken"


class BagIds:
    """Gives out ids of 16 digits: municipality of registration, kind of object, number."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._last: dict[str, int] = {}

    def new(self, municipality: str, kind: str) -> str:
        prefix = municipality + kind
        last = self._last.get(prefix) or self._rng.randrange(*FIRST_NUMBERS)
        self._last[prefix] = last + 1
        return f"{prefix}{last + 1:010d}"


class Kind(StrEnum):
    """What kind of home a unit is."""

    HOUSE = "house"
    SPLIT = "split"  # a house with a unit per floor: 12, 12-I, 12 bis
    FLAT = "flat"
    FARM = "farm"
    HOUSEBOAT = "houseboat"


@dataclass(slots=True)
class Address:
    """One address (nummeraanduiding) as it stood from ``since`` up to ``until``; either may be unknown."""

    id: str
    street: str
    number: int
    letter: str
    addition: str
    postcode: str
    since: str = ""
    until: str = ""

    @property
    def door(self) -> tuple[int, str, str]:
        return self.number, self.letter, self.addition


@dataclass(slots=True)
class Unit:
    """One dwelling unit (verblijfsobject).

    Attributes:
        address: its main address of today.
        side: a second address that also holds, as farms have.
        former: the address it had before its street was renamed or it was renumbered.
        successor: the unit that was rebuilt in its place, under the same address.
        rebuilt_on: the day from which the successor counts.
        block: the segment of a street side that shares a postcode.
    """

    id: str
    building: str
    kind: Kind
    town: Town
    street: Street
    block: int
    lat: float
    lon: float
    status: str
    address: Address
    side: Address | None = None
    former: Address | None = None
    successor: Unit | None = None
    rebuilt_on: date | None = None

    @property
    def all_addresses(self) -> list[Address]:
        return [address for address in (self.address, self.side, self.former) if address]


@dataclass(slots=True, eq=False)
class Street:
    """A street in one town with its units, in the order of their numbers."""

    name: str
    town: Town
    rural: bool
    units: list[Unit] = field(default_factory=list)
