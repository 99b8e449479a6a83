"""What happens to addresses over the years: renamed streets, renumberings, rebuilt homes, lost postcodes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from loopplank.demo import addresses as bag
from loopplank.demo.addresses import Address, Kind, Unit
from loopplank.demo.buildings import LETTERS, small_letters
from loopplank.demo.chance import Chances, day_between, happens
from loopplank.demo.rates import Changes
from loopplank.demo.settlement import Settlement
from loopplank.demo.towns import PROGRAMME_WEIGHT

FIRST_CHANGE, LAST_CHANGE = date(2012, 1, 1), date(2026, 6, 30)
FIRST_REBUILD, LAST_REBUILD = date(2019, 1, 1), date(2026, 6, 30)
SAME_ID_AFTER_RENAMING = 0.5  # the other half of the renamed streets got new address ids
FREED_NUMBER_GIVEN_AWAY = 0.4
REBUILT_IN_THE_PROGRAMME = 0.8
OLD_UNIT_STATUS = Chances({bag.UNIT_WITHDRAWN: 4, bag.BUILDING_DEMOLISHED: 3, bag.IN_USE: 3})


def let_time_pass(ground: Settlement, rates: Changes, rng: Random) -> None:
    """Apply all changes, each to its share of streets, units or addresses and to one at least."""
    _rename_streets(ground, rates.street_renamed, rng)
    _renumber(ground, rates.renumbered, rng)
    _rebuild(ground, rates.rebuilt, rng)
    _lose_postcodes(ground, rates.without_postcode, rng)


def _rename_streets(ground: Settlement, rate: float, rng: Random) -> None:
    for street in rng.sample(ground.streets, _count(rate, len(ground.streets))):
        day = day_between(rng, FIRST_CHANGE, LAST_CHANGE).isoformat()
        street.name = ground.names.new(street.town, rural=street.rural)
        keeps_id = happens(rng, SAME_ID_AFTER_RENAMING)
        for unit in street.units:
            if unit.address.since > day:  # built later: it never had the old name
                unit.address.street = street.name
                continue
            identity = unit.address.id if keeps_id else _new_address_id(ground, unit)
            new = replace(unit.address, id=identity, street=street.name, since=day)
            _move(unit, new, day)
            if unit.side:
                unit.side.street = street.name


def _renumber(ground: Settlement, rate: float, rng: Random) -> None:
    """Give units another number in their street; a freed number sometimes goes to a neighbour."""
    for unit in rng.sample(ground.units, _count(rate, len(ground.units))):
        if unit.former or unit.kind is Kind.FLAT:
            continue
        day = day_between(rng, FIRST_CHANGE, LAST_CHANGE)
        freed = unit.address
        number, letter = _free_number(unit, rng)
        _renumber_one(ground, unit, (number, letter, ""), day)
        neighbour = rng.choice(unit.street.units)
        if not neighbour.former and neighbour.kind is not Kind.FLAT and happens(rng, FREED_NUMBER_GIVEN_AWAY):
            _renumber_one(ground, neighbour, freed.door, day_between(rng, day, LAST_CHANGE))


def _free_number(unit: Unit, rng: Random) -> tuple[int, str]:
    """A number that nobody in the street has or had: a letter on its own number, or past the last."""
    doors = {address.door for other in unit.street.units for address in other.all_addresses}
    numbers = {number for number, _, _ in doors}
    own = unit.address.number
    alphabet = LETTERS.lower() if small_letters(unit.town) else LETTERS
    letters = [letter for letter in alphabet if (own, letter, "") not in doors]
    if letters and happens(rng, 0.5):
        return own, letters[0]
    past = max(number for number in numbers if number % 2 == own % 2) + 2
    return past, ""


def _renumber_one(ground: Settlement, unit: Unit, door: tuple[int, str, str], day: date) -> None:
    number, letter, addition = door
    new = replace(
        unit.address,
        id=_new_address_id(ground, unit),
        number=number,
        letter=letter,
        addition=addition,
        since=day.isoformat(),
    )
    _move(unit, new, day.isoformat())


def _rebuild(ground: Settlement, rate: float, rng: Random) -> None:
    """Put a new building and unit in the place of a house, under the same address.

    While they build, and often after, the reference knows the address twice.
    """
    for unit in _to_be_rebuilt(ground, _count(rate, len(ground.units)), rng):
        day = day_between(rng, FIRST_REBUILD, LAST_REBUILD)
        code = unit.town.municipality.code
        unit.rebuilt_on = day
        unit.status = OLD_UNIT_STATUS.pick(rng)
        unit.successor = replace(
            unit,
            id=ground.ids.new(code, bag.UNIT),
            building=ground.ids.new(code, bag.BUILDING),
            status=bag.IN_USE,
            address=replace(
                unit.address, id=ground.ids.new(code, bag.ADDRESS), since=day.isoformat(), until=""
            ),
            side=None,
            rebuilt_on=None,
        )
        if unit.status != bag.IN_USE:
            for address in unit.all_addresses:
                address.until = day.isoformat()
                address.since = min(address.since, address.until)


def _to_be_rebuilt(ground: Settlement, wanted: int, rng: Random) -> list[Unit]:
    """Houses and farms, most of them where the ground shakes most."""
    houses = [unit for unit in ground.units if unit.kind in {Kind.HOUSE, Kind.FARM} and not unit.former]
    shaken = [unit for unit in houses if PROGRAMME_WEIGHT.get(unit.town.former, 0) > 1]
    quiet = [unit for unit in houses if PROGRAMME_WEIGHT.get(unit.town.former, 0) <= 1]
    near = round(REBUILT_IN_THE_PROGRAMME * wanted)
    return rng.sample(shaken, near) + rng.sample(quiet, wanted - near)


def _lose_postcodes(ground: Settlement, rate: float, rng: Random) -> None:
    """Take the postcode of addresses that are no delivery point."""
    for unit in rng.sample(ground.units, _count(rate, len(ground.units))):
        unit.address.postcode = ""


def _move(unit: Unit, new: Address, day: str) -> None:
    unit.address.until = day
    unit.address.since = min(unit.address.since, day)
    unit.former, unit.address = unit.address, new


def _new_address_id(ground: Settlement, unit: Unit) -> str:
    return ground.ids.new(unit.town.municipality.code, bag.ADDRESS)


def _count(rate: float, of: int) -> int:
    """How many of so many; one at least, unless the rate is zero."""
    return max(round(rate * of), 1) if rate else 0
