"""Mistakes with postcodes and towns. Each returns whether there was something to get wrong."""

from __future__ import annotations

from random import Random

from loopplank.demo.chance import happens
from loopplank.demo.mistakes.written import Written

LETTERS = "ABCDEGHJKLMNPRSTVWXZ"
FIGURES = 4


def postcode_missing(written: Written, _rng: Random) -> bool:
    """Left empty."""
    found = bool(written.postcode)
    written.postcode = ""
    return found


def postcode_misspelt(written: Written, rng: Random) -> bool:
    """Two figures or the two letters swapped, or one of the six typed wrong."""
    code = written.postcode
    if not code:
        return False
    swap = happens(rng, 0.4)
    place = rng.choice((1, 2, 4)) if swap else rng.randrange(1, 6)
    if swap:
        written.postcode = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    else:
        typed = rng.choice("0123456789" if place < FIGURES else LETTERS)
        written.postcode = code[:place] + typed + code[place + 1 :]
    return written.postcode != code


def postcode_spaced(written: Written, rng: Random) -> bool:
    """Written as on an envelope, ‘9711 AB’, or in small letters."""
    code = written.postcode
    if not code:
        return False
    spaced = f"{code[:FIGURES]} {code[FIGURES:]}"
    written.postcode = rng.choice((spaced, spaced, spaced, code.lower(), spaced.lower()))
    return True


def town_missing(written: Written, _rng: Random) -> bool:
    """Left empty."""
    written.town = ""
    return True


def town_by_other_name(written: Written, rng: Random) -> bool:
    """The municipality of today or before the merger, a common other name, or another spelling."""
    town = written.unit.town
    names = [town.municipality.name, town.former, *town.other_names, *_other_spellings(town.name)]
    other = [name for name in names if name != town.name] or [f"{town.name} {town.municipality.province}"]
    if not written.town:
        return False
    written.town = rng.choice(other)
    return True


def _other_spellings(name: str) -> list[str]:
    spellings = (
        name.replace("ij", "y"),
        name.replace("-", " "),
        name.replace("'t ", "t "),
        name.replace("Sint ", "St. "),
    )
    return [spelling for spelling in spellings if spelling != name]
