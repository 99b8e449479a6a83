"""Mistakes with BAG ids. Each returns whether there was something to get wrong."""

from __future__ import annotations

from random import Random

from loopplank.demo.addresses import ADDRESS, BUILDING, MOORING, UNIT, Address, Unit
from loopplank.demo.chance import Chances, happens
from loopplank.demo.mistakes.written import Written

# Which id a register keeps under the heading "BAG id": our own assumption, the same for both agencies.
KIND_KEPT = Chances({ADDRESS: 50, UNIT: 30, BUILDING: 20})
LENGTH = 16
PREFIXES = {
    ADDRESS: "NL.IMBAG.Nummeraanduiding.",
    UNIT: "NL.IMBAG.Verblijfsobject.",
    MOORING: "NL.IMBAG.Ligplaats.",
    BUILDING: "NL.IMBAG.Pand.",
}


def kept_id(unit: Unit, address: Address, rng: Random) -> str:
    """The id that the register keeps of a home: of the address, the unit or the building."""
    return _id(unit, address, KIND_KEPT.pick(rng))


def _id(unit: Unit, address: Address, kind: str) -> str:
    if kind == BUILDING and unit.building:
        return unit.building
    return address.id if kind == ADDRESS else unit.id


def wrong_bag_id(written: Written, rng: Random) -> bool:
    """The id of another home, half of them one in the same street."""
    if not written.bag_id:
        return False
    near = happens(rng, 0.5)
    other = rng.choice(written.unit.street.units if near else written.units)
    another_id = _id(other, other.address, written.bag_id[4:6])
    if another_id == written.bag_id or other is written.unit:
        return False
    written.bag_id = another_id
    return True


def lost_leading_zeros(written: Written, _rng: Random) -> bool:
    """A spreadsheet took the id for a number."""
    if not written.bag_id.startswith("0"):
        return False
    written.bag_id = written.bag_id.lstrip("0")
    return True


def rounded_by_spreadsheet(written: Written, _rng: Random) -> bool:
    """A spreadsheet kept three digits of the id (``1,94E+15``); nobody can bring the others back."""
    if len(written.bag_id) != LENGTH:
        return False
    written.bag_id = f"{float(written.bag_id):.2E}".replace(".", ",")
    return True


def imbag_prefix(written: Written, _rng: Random) -> bool:
    """The long form in which services hand out ids."""
    if len(written.bag_id) != LENGTH:
        return False
    written.bag_id = PREFIXES[written.bag_id[4:6]] + written.bag_id
    return True
