"""Resolving written addresses: each to one address of the register."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from loopplank.chain.definition import Chain
from loopplank.kernel.refused import Refused
from loopplank.kernel.spreading import spread
from loopplank.overlap.ladder import Grade, Resolution, best_of, climb
from loopplank.places.facts import AddressBook, Addresses, municipality_names
from loopplank.places.normaliser import AddressForm, readings
from loopplank.registers.rules import written_address

Readings = tuple[AddressForm, ...]

# From so many records on it is quicker to read the whole address register than to ask for each record.
MANY_RECORDS = 200


def read(address: Mapping[str, str]) -> Readings:
    """The readings of a delivered address; none when it cannot be read any more."""
    try:
        return readings(written_address(address))
    except Refused:
        return ()


def resolve(record: Readings, book: AddressBook) -> Resolution:
    """Where a record leads, looking no further than needed.

    First what its identifier and its postcode give; then its street; last the streets of its town that
    are nearly written so, which a street that is known as it is written does not need.
    """
    candidates = {form: book.by_identifier_or_postcode(form) for form in record}
    found = _climb(candidates, book)
    if found.is_settled:
        return found
    candidates = {form: _more(known, book.by_street(form)) for form, known in candidates.items()}
    found = _climb(candidates, book)
    if found.grade.is_automatic:
        return found
    candidates = {form: _more(known, book.by_near_street(form)) for form, known in candidates.items()}
    return _climb(candidates, book)


def _climb(candidates: Mapping[AddressForm, Addresses], book: AddressBook) -> Resolution:
    return best_of(
        climb(form, known, book.streets_with_postcode(form.postcode)) for form, known in candidates.items()
    )


def _more(known: Addresses, more: Addresses) -> Addresses:
    ids = {one.id for one in known}
    return known + tuple(one for one in more if one.id not in ids)


class ToResolve(NamedTuple):
    """An open register row; ``address`` is JSON as delivered, ``municipality`` what its register says."""

    row_id: int
    address: str
    municipality: str


class Resolved(NamedTuple):
    """One address that a row leads to, the first with rank 0; nothing but a rung when there is none.

    ``site`` is empty where only the building is known.
    """

    row_id: int
    rank: int
    rung: str
    grade: int
    address_id: int | None
    unit: str
    site: str
    building: str
    municipality: str


class Resolver:
    """Resolves rows of any register of a chain.

    Made for one search: the address register must not change while it lives.
    """

    def __init__(self, chain: Chain) -> None:
        codes = {key: chain.current_municipalities(name) for key, name in municipality_names().items()}
        self._municipalities = {key: found[0] for key, found in codes.items() if len(found) == 1}
        self._whole_book: AddressBook | None = None

    def resolve(self, rows: list[ToResolve]) -> Iterator[Resolved]:
        """Where the rows lead, in their order; the address register is read before the first is asked for."""
        book = self._book(rows)
        return itertools.chain.from_iterable(spread(lambda chunk: self._resolve(chunk, book), rows))

    def _book(self, rows: list[ToResolve]) -> AddressBook:
        if len(rows) < MANY_RECORDS:
            return AddressBook.around([form for row in rows for form in read(json.loads(row.address))])
        self._whole_book = self._whole_book or AddressBook.whole()
        return self._whole_book

    def _resolve(self, rows: list[ToResolve], book: AddressBook) -> list[Resolved]:
        found: dict[Readings, Resolution] = {}
        resolved = []
        for row in rows:
            record = read(json.loads(row.address))
            if record not in found:
                found[record] = resolve(record, book)
            resolved += self._lines(row, found[record])
        return resolved

    def _lines(self, row: ToResolve, found: Resolution) -> Iterator[Resolved]:
        rung, grade = found.rung.code, int(found.grade)
        if not found.addresses:
            yield Resolved(row.row_id, 0, rung, grade, None, "", "", "", row.municipality)
        for rank, one in enumerate(found.addresses):
            site = "" if found.grade is Grade.SAME_BUILDING else one.site
            municipality = self._municipalities.get(one.municipality_key, row.municipality)
            yield Resolved(row.row_id, rank, rung, grade, one.id, one.unit, site, one.building, municipality)
