"""Lays out the towns: streets, house numbers, postcodes per street segment, and a place on the map."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from datetime import date
from random import Random

from loopplank.demo import addresses as bag
from loopplank.demo.addresses import Address, BagIds, Kind, Street, Unit
from loopplank.demo.buildings import Plot, Setting, plot, small_letters
from loopplank.demo.chance import Chances, day_between, happens
from loopplank.demo.streets import StreetNames
from loopplank.demo.towns import Town

CITY_HOMES, TOWN_HOMES = 12_000, 2_200
COUNTRY_ROADS = {Setting.CITY: 0.01, Setting.TOWN: 0.05, Setting.VILLAGE: 0.2}
# The natural logarithm of a typical number of homes in a street.
TYPICAL_STREET = {Setting.CITY: 3.8, Setting.TOWN: 3.6, Setting.VILLAGE: 3.2, Setting.COUNTRY: 2.9}
SHORT_STREET, LONG_STREET = 12, 260
SMALLEST_STREET = 4
SEGMENT = (15, 25)  # homes that share one postcode

# Postcodes avoid letters that resemble others, and three pairs for what they stood for.
POSTCODE_LETTERS = "ABCDEGHJKLMNPRSTVWXZ"
FORBIDDEN_PAIRS = ("SA", "SD", "SS")
PAIRS = tuple(
    first + second
    for first in POSTCODE_LETTERS
    for second in POSTCODE_LETTERS
    if first + second not in FORBIDDEN_PAIRS
)

# Most municipalities filled their BAG in 2009 to 2011; later days are new homes.
BAG_BEGAN, BAG_FILLED, BAG_TODAY = date(2009, 7, 1), date(2011, 7, 1), date(2026, 9, 30)
DATE_KNOWN, BUILT_LATER, REGISTERED_AFTER_MERGER = 0.7, 0.15, 0.05
STATUS = Chances({bag.IN_USE: 84, bag.NOT_SURVEYED: 3, "": 13})

CITY_BLOCK, COUNTRY_BLOCK = 0.00011, 0.0008  # degrees of latitude between two neighbours
LON_PER_LAT = 1.67  # a degree of longitude is that much shorter here


class Settlement:
    """All streets and units of the reference, built town by town."""

    def __init__(self, rng: Random) -> None:
        self.streets: list[Street] = []
        self.units: list[Unit] = []
        self.ids = BagIds(rng)
        self.names = StreetNames(rng)
        self.rng = rng
        self._postcodes: Counter[str] = Counter()
        self._blocks = 0

    def build_town(self, town: Town, homes: int) -> None:
        """Lay out streets in a town until it has about as many homes as wanted."""
        built = 0
        while built < homes:
            area = min(built * len(town.pc4s) // homes, len(town.pc4s) - 1)
            built += self._lay_street(town, area, homes - built)

    def _lay_street(self, town: Town, area: int, room: int) -> int:
        setting = _setting(self.rng, town)
        typical = self.rng.lognormvariate(TYPICAL_STREET[setting], 0.6)
        wanted = max(SMALLEST_STREET, min(round(typical), LONG_STREET, room))
        rural = setting is Setting.COUNTRY
        street = Street(self.names.new(town, rural=rural), town, rural=rural)
        self.streets.append(street)
        lay = _Layer(self, street, setting, area=town.pc4s[area], spot=_spot(self.rng, town, area))
        lay.street(wanted)
        self.units += street.units
        return len(street.units)

    def next_postcode(self, area: str) -> str:
        """The next postcode of an area; a crowded area uses one for two short streets."""
        self._postcodes[area] += 1
        return area + PAIRS[(self._postcodes[area] - 1) % len(PAIRS)]

    def next_block(self) -> int:
        self._blocks += 1
        return self._blocks


class _Layer:
    """Lays the plots of one street: odd and even apart, or, around a square, all in a row."""

    def __init__(
        self, ground: Settlement, street: Street, setting: Setting, *, area: str, spot: tuple[float, float]
    ) -> None:
        self._ground = ground
        self._rng = ground.rng
        self._street = street
        self._setting = setting
        self._area = area
        self._lat, self._lon = spot
        self._heading = self._rng.uniform(0, 2 * math.pi)
        self._across = 0.0
        self._postcode = ""
        self._block = 0
        self._in_segment = 0
        self._limit = 0

    def street(self, wanted: int) -> None:
        """Lay about as many homes as wanted."""
        if wanted <= SHORT_STREET or happens(self._rng, 0.06):
            self._start_segment()
            self._side(first=1, step=1, wanted=wanted)
            return
        odd = round(wanted * self._rng.uniform(0.3, 0.7))
        for first, share in ((1, odd), (2, wanted - odd)):
            self._start_segment()
            self._side(first=first, step=2, wanted=share)

    def _side(self, *, first: int, step: int, wanted: int) -> None:
        number, place, before = first, 0, len(self._street.units)
        self._across = CITY_BLOCK if first != 1 else 0.0
        while len(self._street.units) - before < wanted:
            if self._in_segment >= self._limit:
                self._start_segment()
            found = plot(self._rng, self._setting, number, step)
            self._build(found, place)
            self._in_segment += len(found.doors)
            place += 1
            number += step * (found.numbers + self._gap())

    def _gap(self) -> int:
        """House numbers that nobody has: gardens, and much land along country roads."""
        if self._street.rural:
            return self._rng.choice((0, 0, 1, 1, 2, 4))
        return 1 if happens(self._rng, 0.04) else 0

    def _start_segment(self) -> None:
        self._postcode = self._ground.next_postcode(self._area)
        self._block = self._ground.next_block()
        self._in_segment = 0
        self._limit = self._rng.randint(*SEGMENT)

    def _build(self, found: Plot, place: int) -> None:
        code = self._code()
        new_id: Callable[[str, str], str] = self._ground.ids.new
        building = "" if found.kind is Kind.HOUSEBOAT else new_id(code, bag.BUILDING)
        lat, lon = self._place(place)
        since = self._since(code)
        for nth, door in enumerate(found.doors):
            if nth and not found.shared:
                building = new_id(code, bag.BUILDING)
            boat = found.kind is Kind.HOUSEBOAT
            unit = Unit(
                id=new_id(code, bag.MOORING if boat else bag.UNIT),
                building=building,
                kind=found.kind,
                town=self._street.town,
                street=self._street,
                block=self._block,
                lat=lat,
                lon=lon + nth * 0.00001,
                status=bag.MOORING_DESIGNATED if boat else STATUS.pick(self._rng),
                address=self._address(new_id(code, bag.ADDRESS), door, since),
            )
            if found.side_door:
                unit.side = self._address(new_id(code, bag.ADDRESS), found.side_door, since)
            self._street.units.append(unit)

    def _address(self, identity: str, door: tuple[int, str, str], since: str) -> Address:
        number, letter, addition = door
        letter = letter.lower() if small_letters(self._street.town) else letter
        return Address(identity, self._street.name, number, letter, addition, self._postcode, since)

    def _code(self) -> str:
        """The municipality that registered a plot: usually that of before the merger."""
        town = self._street.town
        if town.registered != town.municipality.code and happens(self._rng, REGISTERED_AFTER_MERGER):
            return town.municipality.code
        return town.registered

    def _since(self, code: str) -> str:
        rng = self._rng
        if not happens(rng, DATE_KNOWN):
            return ""
        if happens(rng, BUILT_LATER) or code != self._street.town.registered:
            return day_between(rng, BAG_FILLED, BAG_TODAY).isoformat()
        return day_between(rng, BAG_BEGAN, BAG_FILLED).isoformat()

    def _place(self, place: int) -> tuple[float, float]:
        """Where a plot stands: along the street, the two sides a little apart."""
        along = place * (COUNTRY_BLOCK if self._street.rural else CITY_BLOCK)
        north = along * math.sin(self._heading) + self._across * math.cos(self._heading)
        east = along * math.cos(self._heading) - self._across * math.sin(self._heading)
        return self._lat + north, self._lon + east * LON_PER_LAT


def _setting(rng: Random, town: Town) -> Setting:
    setting = Setting.VILLAGE
    if town.homes >= CITY_HOMES:
        setting = Setting.CITY
    elif town.homes >= TOWN_HOMES:
        setting = Setting.TOWN
    return Setting.COUNTRY if happens(rng, COUNTRY_ROADS[setting]) else setting


def _spot(rng: Random, town: Town, area: int) -> tuple[float, float]:
    """Where a street begins: its postcode area lies on a spiral around the middle of the town."""
    radius = 0.0008 * math.sqrt(town.homes / len(town.pc4s) / 30)
    distance = 0.9 * radius * math.sqrt(area)
    angle = area * 2.4  # the golden angle: areas spread evenly
    lat = town.lat + distance * math.sin(angle) + rng.gauss(0, radius / 2)
    lon = town.lon + (distance * math.cos(angle) + rng.gauss(0, radius / 2)) * LON_PER_LAT
    return lat, lon
