"""What stands at a house number: which doors it has, and how they are numbered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from loopplank.demo.addresses import Kind
from loopplank.demo.chance import Chances, happens
from loopplank.demo.towns import Town

Door = tuple[int, str, str]
LETTERS = "ABCDEFGHJKLMNPRSTVWXYZ"
SMALL_LETTERS = frozenset({"0014"})  # municipalities that register 12a, not 12A
ROMANS = ("I", "II", "III", "IV")


def small_letters(town: Town) -> bool:
    """Whether house letters in a town are registered as small ones."""
    return town.registered in SMALL_LETTERS


class Setting(StrEnum):
    """How built-up a street is; it decides what stands there."""

    CITY = "city"
    TOWN = "town"
    VILLAGE = "village"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Plot:
    """What stands at one place along a street.

    Attributes:
        doors: house number, letter and addition of each unit.
        shared: whether all doors lie in one building (pand).
        side_door: a second address of the only unit.
        numbers: how many house numbers of this side of the street it uses up.
    """

    kind: Kind
    doors: list[Door]
    shared: bool = True
    side_door: Door | None = None
    numbers: int = 1


def _house(_rng: Random, number: int, _step: int) -> Plot:
    return Plot(Kind.HOUSE, [(number, "", "")])


def _lettered(rng: Random, number: int, _step: int) -> Plot:
    """Houses squeezed in later: 12, 12A, 12B."""
    later = LETTERS[: rng.choice((1, 1, 1, 2, 2, 3, 4))]
    return Plot(Kind.HOUSE, [(number, "", ""), *((number, letter, "") for letter in later)], shared=False)


def _bis(_rng: Random, number: int, _step: int) -> Plot:
    return Plot(Kind.SPLIT, [(number, "", ""), (number, "", "bis")])


def _floors(rng: Random, number: int, _step: int) -> Plot:
    """A house with a unit per floor: 12, 12-I and 12-II, or 12-1, 12-2 and 12-3."""
    floors = rng.randint(1, 3)
    if happens(rng, 0.5):
        return Plot(Kind.SPLIT, [(number, "", ""), *((number, "", roman) for roman in ROMANS[:floors])])
    return Plot(Kind.SPLIT, [(number, "", str(floor)) for floor in range(1, floors + 2)])


def _flat_in_series(rng: Random, number: int, step: int) -> Plot:
    """A flat whose doors have house numbers of their own."""
    units = _size(rng)
    doors = [(number + step * place, "", "") for place in range(units)]
    return Plot(Kind.FLAT, doors, numbers=units)


def _flat_with_additions(rng: Random, number: int, _step: int) -> Plot:
    """One house number; doors 1, 2, 3 … or, by floor, 101, 102 … 201."""
    units = _size(rng)
    if happens(rng, 0.7):
        return Plot(Kind.FLAT, [(number, "", str(place)) for place in range(1, units + 1)])
    per_floor = rng.randint(4, 8)
    by_floor = [str(100 * (1 + place // per_floor) + 1 + place % per_floor) for place in range(units)]
    return Plot(Kind.FLAT, [(number, "", addition) for addition in by_floor])


def _flat_with_letters(rng: Random, number: int, _step: int) -> Plot:
    return Plot(Kind.FLAT, [(number, letter, "") for letter in LETTERS[: min(_size(rng), len(LETTERS))]])


def _flat_with_both(rng: Random, number: int, _step: int) -> Plot:
    """A letter per staircase and an addition per door: A-1, A-2, B-1."""
    per_staircase = rng.randint(3, 9)
    doors = [
        (number, letter, str(place))
        for letter in LETTERS[: rng.randint(2, 4)]
        for place in range(1, per_staircase + 1)
    ]
    return Plot(Kind.FLAT, doors)


def _farm(rng: Random, number: int, step: int) -> Plot:
    """A farm; one in four has a second address for what stands beside it, but no second home."""
    if happens(rng, 0.75):
        return Plot(Kind.FARM, [(number, "", "")])
    if happens(rng, 0.6):
        return Plot(Kind.FARM, [(number, "", "")], side_door=(number, "A", ""))
    return Plot(Kind.FARM, [(number, "", "")], side_door=(number + step, "", ""), numbers=2)


def _houseboat(_rng: Random, number: int, _step: int) -> Plot:
    return Plot(Kind.HOUSEBOAT, [(number, "", "")])


def _size(rng: Random) -> int:
    """The number of units of a flat: most have 12 to 30."""
    return round(rng.triangular(6, 60, 14))


Builder = Callable[[Random, int, int], Plot]
PLOTS: dict[Setting, Chances[Builder]] = {
    Setting.CITY: Chances(
        {
            _house: 840,
            _lettered: 40,
            _bis: 12,
            _floors: 45,
            _flat_in_series: 16,
            _flat_with_additions: 10,
            _flat_with_letters: 5,
            _flat_with_both: 4,
            _houseboat: 0.6,
        }
    ),
    Setting.TOWN: Chances(
        {
            _house: 930,
            _lettered: 35,
            _bis: 4,
            _floors: 10,
            _flat_in_series: 6,
            _flat_with_additions: 3,
            _flat_with_letters: 2,
            _flat_with_both: 1,
            _houseboat: 0.3,
        }
    ),
    Setting.VILLAGE: Chances(
        {
            _house: 930,
            _lettered: 40,
            _bis: 3,
            _floors: 3,
            _farm: 20,
            _flat_in_series: 1.5,
            _flat_with_additions: 1,
            _flat_with_letters: 0.5,
            _houseboat: 0.2,
        }
    ),
    Setting.COUNTRY: Chances({_house: 690, _lettered: 40, _bis: 4, _farm: 270, _houseboat: 0.5}),
}


def plot(rng: Random, setting: Setting, number: int, step: int) -> Plot:
    """What stands at ``number``, where the next house number on this side is ``step`` further."""
    return PLOTS[setting].pick(rng)(rng, number, step)
