"""Looking up the address register, for the floors above."""

from __future__ import annotations

import bisect
import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from sys import intern
from typing import Any, NamedTuple

from django.db import connection
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from loopplank.places.models import Address, Load
from loopplank.places.normaliser import AddressForm, Kind
from loopplank.places.rules import NEAR_STREET, street_nearness

# The most similar street names of a town that are looked at closely.
MOST_LIKELY_STREETS = 30
ENOUGH_OF_A_BUILDING = 2

_number = attrgetter("number")
_SELECT = """
    SELECT id, designation, unit, building, site, street, number, suffix, postcode, street_key, town_key,
           municipality_key, is_current
      FROM places_address
"""
# One question per index; a record's own wording, its street elsewhere, and what is near in its town.
_AROUND = f"""
    {_SELECT} WHERE designation = ANY (%(ids)s) UNION
    {_SELECT} WHERE unit = ANY (%(ids)s) UNION
    {_SELECT} WHERE building = ANY (%(ids)s) UNION
    {_SELECT} WHERE postcode = ANY (%(postcodes)s) UNION
    {_SELECT} WHERE street_key = ANY (%(streets)s) AND number = ANY (%(numbers)s) UNION
    {_SELECT} WHERE town_key = ANY (%(towns)s) AND number = ANY (%(numbers)s) UNION
    {_SELECT} WHERE municipality_key = ANY (%(towns)s) AND number = ANY (%(numbers)s)
    ORDER BY id
"""


class ReferenceAddress(NamedTuple):
    """One wording of an address as the ladder needs it; see ``places.models.Address``."""

    id: int
    designation: str
    unit: str
    building: str
    site: str
    street: str
    number: int
    suffix: str
    postcode: str
    street_key: str
    town_key: str
    municipality_key: str
    is_current: bool


Addresses = tuple[ReferenceAddress, ...]
Index = dict[str, list[ReferenceAddress]]


def reference_version() -> int:
    """The number of the last load; 0 when no address register was loaded."""
    last = Load.objects.order_by("-pk").values_list("pk", flat=True).first()
    return last or 0


def municipality_names() -> dict[str, str]:
    """The municipalities of the address register: the name by its key; several spellings share a key."""
    return dict(Address.objects.values_list("municipality_key", "municipality").distinct())


class AddressBook:
    """The address register in memory: all of it, or the part around some records.

    About 0.7 KB per address. Both answer the same for the records they were made for.
    """

    def __init__(self, addresses: Iterable[ReferenceAddress]) -> None:
        self._by_id: Index = defaultdict(list)
        self._by_postcode: Index = defaultdict(list)
        self._by_street: Index = defaultdict(list)
        self._streets_of: dict[str, dict[str, str]] = defaultdict(dict)
        self._streets_with: dict[str, frozenset[str]] = {}
        self._near: dict[tuple[str, str], list[str]] = {}
        # Millions of objects that all stay: the cyclic collector would walk them over and over for nothing.
        gc.disable()
        try:
            self._fill(addresses)
        finally:
            gc.enable()

    def _fill(self, addresses: Iterable[ReferenceAddress]) -> None:
        for address in addresses:
            self._by_id[address.designation].append(address)
            self._by_id[address.unit].append(address)
            self._by_id[address.building].append(address)
            if address.postcode:
                self._by_postcode[address.postcode].append(address)
            self._by_street[address.street_key].append(address)
            self._streets_of[address.town_key][address.street_key] = address.street
            self._streets_of[address.municipality_key][address.street_key] = address.street
        for sorted_by_number in (*self._by_postcode.values(), *self._by_street.values()):
            sorted_by_number.sort(key=_number)

    @classmethod
    def whole(cls) -> AddressBook:
        """The whole register."""
        return cls(_read(_SELECT))

    @classmethod
    def around(cls, forms: Sequence[AddressForm]) -> AddressBook:
        """The part of the register that can matter to these forms."""
        numbers = {number for form in forms for number in _numbers(form)}
        return cls(
            _read(
                _AROUND,
                {
                    "ids": [form.identifier.digits for form in forms if form.identifier],
                    "postcodes": [form.postcode for form in forms if form.postcode],
                    "streets": [form.street_key for form in forms if form.street_key],
                    "towns": [town for form in forms if (town := form.town_key or form.municipality_key)],
                    "numbers": list(numbers),
                },
            )
        )

    def by_identifier_or_postcode(self, form: AddressForm) -> Addresses:
        """What the form's identifier points at, and what has its postcode and house number."""
        numbers = _numbers(form)
        identified = self._identified(form, numbers)
        at_postcode = [one for number in numbers for one in _at(self._by_postcode, form.postcode, number)]
        return _unique([*identified, *at_postcode]) if identified else tuple(at_postcode)

    def by_street(self, form: AddressForm) -> Addresses:
        """What has the form's street and house number, in its town or in its postcode's small region."""
        return self._in_streets(form, [form.street_key])

    def by_near_street(self, form: AddressForm) -> Addresses:
        """What has the form's house number in a street of its town with nearly its name."""
        return self._in_streets(form, self._near_streets(form))

    def streets_with_postcode(self, postcode: str) -> frozenset[str]:
        """The keys of the streets that bear a postcode."""
        if postcode not in self._streets_with:
            streets = {one.street_key for one in self._by_postcode.get(postcode, ())}
            self._streets_with[postcode] = frozenset(streets)
        return self._streets_with[postcode]

    def _identified(self, form: AddressForm, numbers: tuple[int, ...]) -> Sequence[ReferenceAddress]:
        if form.identifier is None:
            return ()
        found = self._by_id.get(form.identifier.digits, [])
        if form.identifier.kind is not Kind.BUILDING:
            return found
        # A building has many addresses; the number picks from them. Where none has it, two of them tell
        # that the building is known and whether it has more than one.
        return [one for one in found if one.number in numbers] or found[:ENOUGH_OF_A_BUILDING]

    def _in_streets(self, form: AddressForm, streets: Iterable[str]) -> Addresses:
        town = form.town_key or form.municipality_key
        region = form.postcode[:4]

        def is_thereabouts(one: ReferenceAddress) -> bool:
            if not town and not region:
                return True
            return town in (one.town_key, one.municipality_key) or bool(region and one.postcode[:4] == region)

        found = (
            one
            for street in streets
            for number in _numbers(form)
            for one in _at(self._by_street, street, number)
        )
        return tuple(one for one in found if is_thereabouts(one))

    def _near_streets(self, form: AddressForm) -> list[str]:
        asked = (form.town_key or form.municipality_key, form.street_key)
        if asked not in self._near:
            self._near[asked] = self._search_streets(*asked, form.street)
        return self._near[asked]

    def _search_streets(self, town: str, street_key: str, street: str) -> list[str]:
        known = self._streets_of.get(town)
        if not known or not street_key:
            return []
        likely = process.extract(
            street_key,
            known.keys(),
            scorer=JaroWinkler.similarity,
            limit=MOST_LIKELY_STREETS,
            score_cutoff=0.6,
        )
        tails = [key for key in known if key.endswith(street_key) or street_key.endswith(key)]
        keys = dict.fromkeys([*(key for key, *_ in likely), *tails])
        return [
            key for key in keys if NEAR_STREET <= street_nearness(street, street_key, known[key], key) < 1
        ]


def _at(index: Index, key: str, number: int) -> list[ReferenceAddress]:
    """What a street or postcode has at a house number."""
    addresses = index.get(key)
    if not addresses:
        return []
    start = bisect.bisect_left(addresses, number, key=_number)
    end = bisect.bisect_right(addresses, number, lo=start, key=_number)
    return addresses[start:end]


def _numbers(form: AddressForm) -> tuple[int, ...]:
    if form.number is None:
        return ()
    last = form.number.number_to
    return (form.number.number,) if last in (None, form.number.number) else (form.number.number, last)


def _unique(addresses: Iterable[ReferenceAddress]) -> Addresses:
    return tuple({one.id: one for one in addresses}.values())


def _read(query: str, parameters: dict[str, Any] | None = None) -> Iterator[ReferenceAddress]:
    with connection.cursor() as cursor:
        cursor.execute(query, parameters)
        for row in cursor.fetchall():
            pk, designation, unit, building, site, street, number, suffix, *rest = row
            postcode, street_key, town_key, municipality_key, is_current = rest
            yield ReferenceAddress(
                pk, designation, unit, building, unit if site == unit else site, intern(street), number,
                intern(suffix), intern(postcode), intern(street_key), intern(town_key),
                intern(municipality_key), is_current,
            )  # fmt: skip
