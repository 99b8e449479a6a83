"""What a register says of an address beside what the address register says, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from loopplank.overlap.ladder import Evidence, Fit, Suffix, weigh
from loopplank.overlap.ladder.evidence import is_identified
from loopplank.overlap.resolving import read
from loopplank.places.facts import ReferenceAddress
from loopplank.places.normaliser import AddressForm
from loopplank.places.wordings import Wording


class Mark(StrEnum):
    """How a field of a register compares with the address register."""

    SAME = "same"
    DIFFERS = "differs"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One field: what it is called, what the register says, how that compares, what it should be."""

    label: str
    text: str
    mark: Mark
    reference: str


def compare(address: Mapping[str, str], wording: Wording) -> list[Comparison]:
    """Compare a delivered address (texts by field) with an address of the register.

    Where an address can be read in several ways, the reading that fits best is compared; what was
    written in one line is taken apart.
    """
    reference = wording.reference
    form, evidence = _best_reading(address, reference)
    number = form.number if form else None
    parts = [address.get(name, "") for name in ("number", "letter", "addition")]
    written = " ".join(part for part in parts if part)
    if not written and number:
        written = f"{number.number} {number.suffix}".strip()
    fields = [
        ("BAG-id", address.get("bag_id", ""), _identifier_mark(form, reference), "bag_id"),
        ("Straat", _street(address, form), _mark(evidence and evidence.street), "street"),
        ("Huisnummer en toevoeging", written, _number_mark(evidence, written), "number"),
        ("Postcode", _postcode(address, form), _mark(evidence and evidence.postcode), "postcode"),
        ("Woonplaats", address.get("town") or "", _town_mark(address, evidence), "town"),
    ]
    return [Comparison(label, text, mark, wording.fields[name]) for label, text, mark, name in fields]


def _best_reading(
    address: Mapping[str, str], reference: ReferenceAddress
) -> tuple[AddressForm | None, Evidence | None]:
    weighed = [(form, weigh(form, reference)) for form in read(address)]
    if not weighed:
        return None, None
    return min(
        weighed, key=lambda one: (not one[1].has_number, one[1].suffix, one[1].street, one[1].postcode)
    )


def _street(address: Mapping[str, str], form: AddressForm | None) -> str:
    line = address.get("address_line") or address.get("street", "")
    return form.street if form and form.street else line


def _postcode(address: Mapping[str, str], form: AddressForm | None) -> str:
    return address.get("postcode") or (form.postcode if form else "")


def _identifier_mark(form: AddressForm | None, reference: ReferenceAddress) -> Mark:
    if form is None or form.identifier is None:
        return Mark.MISSING
    return Mark.SAME if is_identified(form, reference) else Mark.DIFFERS


def _mark(fit: Fit | None) -> Mark:
    if fit is None or fit is Fit.ABSENT:
        return Mark.MISSING
    return Mark.SAME if fit is Fit.SAME else Mark.DIFFERS


def _number_mark(evidence: Evidence | None, written: str) -> Mark:
    if evidence is None or not written:
        return Mark.MISSING
    fits = evidence.has_number and evidence.suffix in (Suffix.SAME, Suffix.LOOSE) and not evidence.is_range
    return Mark.SAME if fits else Mark.DIFFERS


def _town_mark(address: Mapping[str, str], evidence: Evidence | None) -> Mark:
    if not address.get("town"):
        return Mark.MISSING
    return _mark(evidence.town if evidence else None)
