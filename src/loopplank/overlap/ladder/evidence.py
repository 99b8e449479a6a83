"""What one candidate address shares with what a register says, field by field."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from loopplank.places.facts import ReferenceAddress
from loopplank.places.normaliser import AddressForm, Kind, loose_suffix, nearly_equal
from loopplank.places.rules import NEAR_STREET, street_nearness

ROUGH = 0.75


class Fit(IntEnum):
    """How one field of a register fits that of the address register, the best first."""

    SAME = 0
    NEAR = 1
    ROUGH = 2
    ABSENT = 3
    OTHER = 4


class Suffix(IntEnum):
    """How letter and addition fit, the best first."""

    SAME = 0
    LOOSE = 1  # the same floor, counted otherwise
    MISSING = 2  # the register gives none, the address has one
    UNKNOWN = 3  # the register gives one that this address does not have


class Evidence(NamedTuple):
    """A candidate, with how each field of the register's form fits it."""

    candidate: ReferenceAddress
    postcode: Fit
    street: Fit
    town: Fit
    suffix: Suffix
    has_number: bool
    is_range: bool
    in_range: bool

    @property
    def is_front_door(self) -> bool:
        """Whether house number, letter and addition are those of this address."""
        return self.has_number and not self.is_range and self.suffix <= Suffix.LOOSE

    @property
    def is_in_town(self) -> bool:
        """Whether the town fits, or its municipality was named instead."""
        return self.town <= Fit.NEAR

    @property
    def names_the_place(self) -> bool:
        """Whether postcode or street confirm the spot and the other of the two does not deny it."""
        postcode_confirms = self.postcode is Fit.SAME and self.street is not Fit.OTHER
        street_confirms = self.street <= Fit.NEAR and self.postcode is not Fit.OTHER
        return postcode_confirms or (street_confirms and self.town is not Fit.OTHER)


def weigh(
    form: AddressForm, candidate: ReferenceAddress, postcode_streets: frozenset[str] = frozenset()
) -> Evidence:
    """Compare a form with a candidate, field by field.

    Args:
        postcode_streets: the keys of the streets that bear the form's postcode.
    """
    number = form.number
    has_number = number is not None and number.number == candidate.number
    is_range = number is not None and number.number_to is not None
    in_range = is_range and number.number <= candidate.number <= number.number_to
    return Evidence(
        candidate=candidate,
        postcode=_postcode(form.postcode, candidate, postcode_streets),
        street=_street(form, candidate),
        town=_town(form, candidate),
        suffix=_suffix(number.suffix if number else "", candidate.suffix),
        has_number=has_number,
        is_range=is_range,
        in_range=in_range,
    )


def is_identified(form: AddressForm, candidate: ReferenceAddress) -> bool:
    """Whether the form's identifier points at this candidate, or at its building."""
    if form.identifier is None:
        return False
    kind, digits = form.identifier
    if kind is Kind.UNIT:
        return candidate.unit == digits
    return digits == (candidate.designation if kind is Kind.DESIGNATION else candidate.building)


def _postcode(delivered: str, candidate: ReferenceAddress, its_streets: frozenset[str]) -> Fit:
    if not delivered or not candidate.postcode:
        return Fit.ABSENT
    if delivered == candidate.postcode:
        return Fit.SAME
    # Both sides of one street differ in one letter: then the number is as doubtful as the postcode.
    is_slip = nearly_equal(delivered, candidate.postcode) and candidate.street_key not in its_streets
    return Fit.NEAR if is_slip else Fit.OTHER


def _street(form: AddressForm, candidate: ReferenceAddress) -> Fit:
    if not form.street_key:
        return Fit.ABSENT
    nearness = street_nearness(form.street, form.street_key, candidate.street, candidate.street_key)
    if nearness == 1:
        return Fit.SAME
    if nearness >= NEAR_STREET:
        return Fit.NEAR
    return Fit.ROUGH if nearness >= ROUGH else Fit.OTHER


def _town(form: AddressForm, candidate: ReferenceAddress) -> Fit:
    said = form.town_key or form.municipality_key
    if not said:
        return Fit.ABSENT
    if form.town_key == candidate.town_key:
        return Fit.SAME
    # A municipality's name stands in the field of the town more often than one would wish.
    return Fit.NEAR if said == candidate.municipality_key else Fit.OTHER


def _suffix(delivered: str, known: str) -> Suffix:
    if delivered == known:
        return Suffix.SAME
    if loose_suffix(delivered) == loose_suffix(known):
        return Suffix.LOOSE
    return Suffix.UNKNOWN if delivered else Suffix.MISSING
