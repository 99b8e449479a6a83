"""Mistakes in how a row is laid out. Each returns whether there was something to get wrong."""

from __future__ import annotations

from random import Random

from loopplank.demo.chance import Chances, happens
from loopplank.demo.mistakes.house_numbers import together
from loopplank.demo.mistakes.written import Written

LAYOUTS = Chances(
    {
        "{street} {house}": 25,
        "{street} {house}, {postcode} {town}": 25,
        "{street} {house} {postcode} {town}": 12,
        "{street} {house}, {town}": 10,
        "{street} {house} {town}": 6,
        "{postcode} {town}, {street} {house}": 4,
        "{town}, {street} {house}": 5,
        "{street} {house}, {postcode}": 5,
        "{street}, {house}, {postcode}, {town}": 4,
        "{street} nr. {house}": 4,
    }
)
ALSO_IN_ITS_OWN_FIELD = 0.4


def odd_capitals(written: Written, rng: Random) -> bool:
    """Capitals only, or none."""
    change = rng.choice((str.upper, str.upper, str.lower))
    written.street = change(written.street)
    if happens(rng, 0.6):
        written.town = change(written.town)
        written.letter = change(written.letter)
        written.addition = change(written.addition)
    return True


def stray_spaces(written: Written, rng: Random) -> bool:
    """A space too many: before, behind or in the middle."""
    spoilt = rng.choice(("{} ", " {}", "{}  ")).format
    written.street = spoilt(written.street.replace(" ", "  ", 1))
    written.town = spoilt(written.town) if written.town else ""
    return True


def one_line(written: Written, rng: Random) -> bool:
    """The whole address in one field; what stands in it is not always in its own field too."""
    layout = LAYOUTS.pick(rng)
    line = layout.format(
        street=written.street.strip(),
        house=_house(written, rng),
        postcode=written.postcode,
        town=written.town,
    )
    # An empty postcode or town leaves no hole in what a person types.
    written.line = " ".join(line.replace(" ,", ",").replace(",,", ",").split()).strip(", ")
    written.street = written.number = written.letter = written.addition = ""
    if "{postcode}" in layout and not happens(rng, ALSO_IN_ITS_OWN_FIELD):
        written.postcode = ""
    if "{town}" in layout and not happens(rng, ALSO_IN_ITS_OWN_FIELD):
        written.town = ""
    return True


def _house(written: Written, rng: Random) -> str:
    """House number with what belongs to it: 12, 12A, 12 a, 12-A-2, 12 bis."""
    rest = together(written.letter, written.addition, rng)
    if not rest:
        return written.number
    between = ("", " ", "-", "") if rest[0].isalpha() else ("-", " ", "/")
    return written.number + rng.choice(between) + rest
