"""How often everything goes wrong in the demo world: one place to read it, and to vary it.

All rates are our own assumptions, not measured at an agency, except the shares in :class:`Cases`
that name their source. A rate is a share of the rows on which the mistake can be made at all: only an
address with an addition can lose it.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Clerks:
    """The mistakes that one agency's register holds; the defaults are those of the NCG file."""

    bag_id_present: float = 0.85
    wrong_bag_id: float = 0.003
    lost_leading_zeros: float = 0.04
    rounded_by_spreadsheet: float = 0.002
    imbag_prefix: float = 0.02
    old_address: float = 0.60
    house_number_wrong: float = 0.002
    house_number_range: float = 0.01
    addition_dropped: float = 0.02
    addition_in_other_words: float = 0.10
    addition_misplaced: float = 0.08
    first_word_dropped: float = 0.01
    street_abbreviated: float = 0.12
    street_misspelt: float = 0.015
    accents_lost: float = 0.30
    postcode_missing: float = 0.02
    postcode_misspelt: float = 0.005
    postcode_spaced: float = 0.15
    town_missing: float = 0.01
    town_by_other_name: float = 0.02
    odd_capitals: float = 0.04
    stray_spaces: float = 0.02
    one_line: float = 0.05


NCG = Clerks()
IMG = Clerks(
    bag_id_present=0.45,
    wrong_bag_id=0.005,
    lost_leading_zeros=0.06,
    rounded_by_spreadsheet=0.004,
    imbag_prefix=0.05,
    old_address=0.25,
    house_number_wrong=0.006,
    house_number_range=0.008,
    addition_dropped=0.05,
    addition_in_other_words=0.12,
    addition_misplaced=0.15,
    first_word_dropped=0.02,
    street_abbreviated=0.22,
    street_misspelt=0.04,
    accents_lost=0.50,
    postcode_missing=0.08,
    postcode_misspelt=0.012,
    postcode_spaced=0.30,
    town_missing=0.03,
    town_by_other_name=0.06,
    odd_capitals=0.06,
    stray_spaces=0.04,
    one_line=0.12,
)


@dataclass(frozen=True, slots=True)
class Changes:
    """What happens to addresses over the years."""

    street_renamed: float = 0.01
    renumbered: float = 0.004
    rebuilt: float = 0.003
    without_postcode: float = 0.002


@dataclass(frozen=True, slots=True)
class Cases:
    """What the two registers hold."""

    reported: float = 0.29  # letter of 1 April 2021: reinforcement addresses with a damage report
    settled: float = 0.80  # the letter says "most" of those; the figure is ours
    special: float = 2_000 / 26_919  # our reading of the size of the special situations
    special_unreported: float = 1 / 3  # letter of 1 April 2021, answer 1
    special_settled: float = 1 / 4  # same: report settled, reinforcement still running
    special_urgent: float = 0.60  # same: "often" urgent at IMG too; the figure is ours
    urgent: float = 0.015
    corporation: float = 0.30  # share of reinforcement addresses that housing corporations own
    aos: float = 0.004
    agro: float = 0.06
    phase_in_words: float = 0.03
    phase_unknown: float = 0.002
    correspondence_elsewhere: float = 0.06


@dataclass(frozen=True, slots=True)
class Rates:
    """All rates of one world."""

    ncg: Clerks = NCG
    img: Clerks = IMG
    changes: Changes = field(default_factory=Changes)
    cases: Cases = field(default_factory=Cases)
