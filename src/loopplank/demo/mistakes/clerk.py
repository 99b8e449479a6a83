"""A clerk who writes addresses into a register, with the mistakes of that register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from random import Random

from loopplank.demo.addresses import Address, Unit
from loopplank.demo.chance import happens
from loopplank.demo.mistakes import bag_ids, house_numbers, layout, street_names, towns_and_postcodes
from loopplank.demo.mistakes.written import Written, properly
from loopplank.demo.rates import Clerks

Mistake = Callable[[Written, Random], bool]

# In this order: what is misread first, then how it is typed, last where it ends up. The name of each is
# the name of its rate.
MISTAKES: tuple[Mistake, ...] = (
    bag_ids.wrong_bag_id,
    bag_ids.lost_leading_zeros,
    bag_ids.rounded_by_spreadsheet,
    bag_ids.imbag_prefix,
    house_numbers.house_number_wrong,
    house_numbers.house_number_range,
    house_numbers.addition_dropped,
    house_numbers.addition_in_other_words,
    house_numbers.addition_misplaced,
    street_names.first_word_dropped,
    street_names.street_abbreviated,
    street_names.street_misspelt,
    street_names.accents_lost,
    towns_and_postcodes.postcode_missing,
    towns_and_postcodes.postcode_misspelt,
    towns_and_postcodes.postcode_spaced,
    towns_and_postcodes.town_missing,
    towns_and_postcodes.town_by_other_name,
    layout.odd_capitals,
    layout.stray_spaces,
    layout.one_line,
)
SIDE_ADDRESS_USED = 0.2


class Clerk:
    """Writes addresses; ``made`` counts each mistake that was made."""

    def __init__(self, rates: Clerks, units: Sequence[Unit], rng: Random) -> None:
        self.made: Counter[str] = Counter()
        self._rates = rates
        self._units = units
        self._rng = rng
        self._mistakes = [(getattr(rates, mistake.__name__), mistake) for mistake in MISTAKES]

    def write(self, unit: Unit) -> Written:
        """Write the address of a unit, each mistake independent of the others."""
        rng = self._rng
        address = self._address(unit)
        keeps_id = happens(rng, self._rates.bag_id_present)
        written = properly(
            unit, address, self._units, bag_ids.kept_id(unit, address, rng) if keeps_id else ""
        )
        for rate, mistake in self._mistakes:
            if rng.random() < rate and mistake(written, rng):
                self.made[mistake.__name__] += 1
        return written

    def _address(self, unit: Unit) -> Address:
        if unit.former and happens(self._rng, self._rates.old_address):
            self.made["old_address"] += 1
            return unit.former
        if unit.side and happens(self._rng, SIDE_ADDRESS_USED):
            return unit.side
        return unit.address
