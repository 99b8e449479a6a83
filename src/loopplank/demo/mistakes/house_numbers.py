"""Mistakes with house numbers and additions. Each returns whether there was something to get wrong."""

from __future__ import annotations

from random import Random

from loopplank.demo.addresses import Kind
from loopplank.demo.chance import Chances, happens
from loopplank.demo.mistakes.written import Written

RANGE = Chances({"{}-{}": 70, "{} - {}": 10, "{}/{}": 8, "{} t/m {}": 7, "{} en {}": 5})
TO_ROMAN = {"1": "I", "2": "II", "3": "III"}
TO_FIGURE = {roman: figure for figure, roman in TO_ROMAN.items()}
GROUND_FLOOR = Chances({"hs": 5, "huis": 3, "bg": 2})


def house_number_wrong(written: Written, rng: Random) -> bool:
    """Two digits swapped, one digit off, or the neighbour's number."""
    slip = rng.choice((_digits_swapped, _one_digit_off, _neighbour))
    number = slip(written.number, rng)
    if number == written.number or number.startswith("0"):
        number = _neighbour(written.number, rng)
    written.number = number
    return True


def _digits_swapped(number: str, rng: Random) -> str:
    if len(number) == 1:
        return number
    place = rng.randrange(len(number) - 1)
    return number[:place] + number[place + 1] + number[place] + number[place + 2 :]


def _one_digit_off(number: str, rng: Random) -> str:
    place = rng.randrange(len(number))
    return number[:place] + rng.choice("0123456789") + number[place + 1 :]


def _neighbour(number: str, rng: Random) -> str:
    before = int(number) - 2
    return str(before if before > 0 and happens(rng, 0.5) else int(number) + 2)


def house_number_range(written: Written, rng: Random) -> bool:
    """Two homes that became one, or a case about a row of homes: 12-14, mostly written from the first."""
    number = int(written.number)
    first = number - 2 if number > 2 and happens(rng, 0.25) else number  # noqa: PLR2004 - one side of a street
    written.number = RANGE.pick(rng).format(first, first + 2)
    return True


def addition_dropped(written: Written, rng: Random) -> bool:
    """Letter and addition left out; of a letter with an addition sometimes only the latter."""
    if not written.letter and not written.addition:
        return False
    if not (written.letter and written.addition and happens(rng, 0.5)):
        written.letter = ""
    written.addition = ""
    return True


def addition_in_other_words(written: Written, rng: Random) -> bool:
    """Roman for figures and the reverse, or a word for the ground floor that has no addition at all."""
    if written.addition in TO_ROMAN:
        written.addition = TO_ROMAN[written.addition]
    elif written.addition in TO_FIGURE:
        written.addition = TO_FIGURE[written.addition]
    elif written.addition == "bis":
        written.addition = "BIS"
    elif written.unit.kind is Kind.SPLIT and not written.addition and not written.letter:
        written.addition = GROUND_FLOOR.pick(rng)
    else:
        return False
    return True


def addition_misplaced(written: Written, rng: Random) -> bool:
    """Letter and addition typed behind the number, or in one another's field."""
    if not written.letter and not written.addition:
        return False
    if happens(rng, 0.6):
        _behind_the_number(written, rng)
    else:
        _in_the_other_field(written, rng)
    return True


def _behind_the_number(written: Written, rng: Random) -> None:
    rest = together(written.letter, written.addition, rng)
    written.number += rng.choice(("", " ", "-", "") if rest[0].isalpha() else ("-", " ", "/")) + rest
    written.letter = written.addition = ""


def _in_the_other_field(written: Written, rng: Random) -> None:
    if written.letter:
        written.addition = together(written.letter, written.addition, rng)
        written.letter = ""
    else:
        written.letter, written.addition = written.addition, ""


def together(letter: str, addition: str, rng: Random) -> str:
    """Letter and addition as one word: A, a, A-2, A2, a 2, bis."""
    letter = letter.swapcase() if happens(rng, 0.4) else letter
    between = rng.choice(("-", "", " ", "-")) if letter and addition else ""
    return letter + between + addition
