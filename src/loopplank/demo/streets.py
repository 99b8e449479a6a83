"""Invented street names, as varied as real Dutch ones.

Titles, first names, particles, ordinals, numbers inside the name, hyphens, accents, names of more than
24 positions, and sisters in one town that differ by a single word or ending.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from random import Random

from loopplank.demo import street_words as words
from loopplank.demo.chance import Chances, happens
from loopplank.demo.towns import Town

SUFFIX = Chances(words.SUFFIXES)
COUNTRY_SUFFIX = Chances(words.COUNTRY_SUFFIXES)
TITLE = Chances(words.TITLES)
SISTER_RATE = 0.12
COMMON_RATE = 0.05


class StreetNames:
    """Hands out names that are each unique in their town, whatever their capitals."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        # Per town the names in the order they were given; a dictionary keeps that order, a set does not.
        self._given: defaultdict[Town, dict[str, str]] = defaultdict(dict)

    def new(self, town: Town, *, rural: bool = False) -> str:
        """A name for one more street of a town; ``rural`` for a long road with farms."""
        given = self._given[town]
        while True:
            name = self._proposal(list(given.values()), rural=rural)
            if name.casefold() not in given:
                given[name.casefold()] = name
                return name

    def _proposal(self, given: list[str], *, rural: bool) -> str:
        rng = self._rng
        if given and happens(rng, SISTER_RATE):
            return sister(rng, rng.choice(given))
        if happens(rng, COMMON_RATE):
            return rng.choice(words.COMMON)
        return (COUNTRY_KIND if rural else KIND).pick(rng)(rng)


def sister(rng: Random, name: str) -> str:
    """A name beside an existing one: another ending, or ‘Oude’, ‘Kleine’ and the like before it."""
    ending = next((suffix for suffix in words.SUFFIXES if name.endswith(suffix)), None)
    if ending and (" " in name or happens(rng, 0.5)):
        return name.removesuffix(ending) + SUFFIX.pick(rng)
    first_word, _, rest = name.partition(" ")
    if not rest:
        return f"{rng.choice(words.SISTERS)} {name}"
    return f"{rng.choice(words.SISTERS)} {rest}" if first_word in words.SISTERS else _plain(rng)


def surname(rng: Random) -> str:
    """A surname that nobody has, as far as we know: syllables drawn at random."""
    start = rng.choice(words.SURNAME_STARTS)
    if happens(rng, 0.5):
        return start + rng.choice(words.SURNAME_ENDS)
    return start + rng.choice(words.SURNAME_MIDDLES) + rng.choice(words.SURNAME_ENDS_AFTER_MIDDLE)


def hamlet(rng: Random) -> str:
    return rng.choice(words.PLACE_STARTS) + rng.choice(words.PLACE_ENDS)


def of_a_hamlet(rng: Random) -> str:
    """‘Wierhumer’, ‘Oldenwolder’: what a road to a hamlet begins with."""
    name = hamlet(rng)
    return name + ("r" if name.endswith("e") else "er")


def _plain(rng: Random) -> str:
    return rng.choice(words.STEMS) + SUFFIX.pick(rng)


def _whole(rng: Random) -> str:
    return rng.choice(words.WHOLE)


def _titled(rng: Random) -> str:
    particle = f"{rng.choice(words.PARTICLES)} " if happens(rng, 0.3) else ""
    return f"{TITLE.pick(rng)} {particle}{surname(rng)}{SUFFIX.pick(rng)}"


def _full_name(rng: Random) -> str:
    particle = f"{rng.choice(words.PARTICLES)} " if happens(rng, 0.25) else ""
    return f"{rng.choice(words.FIRST_NAMES)} {particle}{surname(rng)}{SUFFIX.pick(rng)}"


def _family(rng: Random) -> str:
    particle = f"{rng.choice(words.PARTICLES).capitalize()} " if happens(rng, 0.3) else ""
    return f"{particle}{surname(rng)}{SUFFIX.pick(rng)}"


def _ordinal(rng: Random) -> str:
    lane = rng.choice(("drift", "wijk", "laan", "dijk", "weg", "straat"))
    name = rng.choice((f"{of_a_hamlet(rng)}{lane}", f"Dwars{lane}", lane.capitalize()))
    return f"{rng.choice(words.ORDINALS)} {name}"


def _numbered(rng: Random) -> str:
    year = rng.choice(words.YEARS)
    return rng.choice(
        (
            f"{rng.choice(words.NUMBERED_PLACES)} {year}",
            f"{rng.choice(words.NUMBERED_PLACES)} {year}-{year + rng.randint(2, 9)}",
            f"{rng.choice(words.NUMBERED_NAMES)} {rng.randint(1, 24)}",
            f"{rng.choice(words.ROADS)} {rng.randint(7, 399)}",
        )
    )


def _quarter(rng: Random) -> str:
    return rng.choice(words.QUARTERS) + SUFFIX.pick(rng)


def _to_a_hamlet(rng: Random) -> str:
    return f"{of_a_hamlet(rng)}{COUNTRY_SUFFIX.pick(rng)}"


def _hyphenated(rng: Random) -> str:
    return f"{rng.choice(words.QUARTERS)}-{of_a_hamlet(rng)}{SUFFIX.pick(rng)}"


def _long(rng: Random) -> str:
    """Mostly more than the 24 positions that older systems keep."""
    return rng.choice(
        (
            f"Verlengde {rng.choice(words.QUARTERS)} {of_a_hamlet(rng)}{COUNTRY_SUFFIX.pick(rng)}",
            f"Burgemeester {rng.choice(words.PARTICLES)} {surname(rng)}-{surname(rng)}{SUFFIX.pick(rng)}",
            f"Laan van de {rng.choice(words.QUARTERS)}{rng.choice(words.WATERS)}{rng.choice(words.HOLDS)}",
        )
    )


Composer = Callable[[Random], str]
KIND: Chances[Composer] = Chances(
    {
        _plain: 52,
        _whole: 8,
        _titled: 9,
        _full_name: 5,
        _family: 7,
        _ordinal: 2,
        _numbered: 2,
        _quarter: 3,
        _to_a_hamlet: 6,
        _hyphenated: 2,
        _long: 2,
    }
)
COUNTRY_KIND: Chances[Composer] = Chances(
    {
        _to_a_hamlet: 40,
        _plain: 25,
        _whole: 8,
        _ordinal: 8,
        _numbered: 8,
        _hyphenated: 4,
        _quarter: 4,
        _long: 3,
    }
)
