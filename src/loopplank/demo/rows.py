"""The two registers and the reference as rows of text, as each agency would deliver them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from random import Random

from loopplank.demo.addresses import NAME_WITHDRAWN, Address, Unit
from loopplank.demo.chance import happens
from loopplank.demo.mistakes.clerk import Clerk
from loopplank.demo.programme import Case
from loopplank.demo.rates import Cases
from loopplank.demo.reports import Report

Row = tuple[str, ...]
Tick = Callable[[int], None]

PLACES_COLUMNS: Row = (
    "nummeraanduiding_id", "verblijfsobject_id", "pand_id", "straat", "huisnummer", "huisletter",
    "toevoeging", "postcode", "woonplaats", "gemeente", "status", "geldig_van", "geldig_tot", "lon", "lat",
)  # fmt: skip
NCG_COLUMNS: Row = (
    "kenmerk", "bag_id", "straat", "huisnummer", "huisletter", "toevoeging", "postcode", "woonplaats",
    "gemeente", "fase", "fase_datum", "programma", "bijzondere_situatie", "aos", "agro", "eigenaar_type",
)  # fmt: skip
IMG_COLUMNS: Row = (
    "meldingsnummer", "bag_id", "adres", "straat", "huisnummer", "huisletter", "toevoeging", "postcode",
    "woonplaats", "regeling", "status", "ontvangen_op", "besluit_op", "urgentie", "aos", "agro",
    "correspondentie_gemeente",
)  # fmt: skip
TRUTH_COLUMNS: Row = ("ncg_kenmerk", "img_meldingsnummer")

PHASE_WORDS = {
    1: ("nog niet gestart", "niet gestart"),
    2: ("opname", "opname inplannen"),
    3: ("beoordeling", "in beoordeling"),
    4: ("planvorming", "Planvorming"),
    5: ("uitvoering", "bouwvoorbereiding"),
    6: ("afgerond", "Gereed"),
}
UNKNOWN_PHASE = "on hold"
TICK_EVERY = 5_000


def place_rows(units: list[Unit]) -> Iterator[Row]:
    """Every address of every unit, of today and of before."""
    for unit in units:
        for standing in (unit, unit.successor):
            if standing:
                yield from (_place_row(standing, address) for address in standing.all_addresses)


def _place_row(unit: Unit, address: Address) -> Row:
    withdrawn = address is unit.former and address.id != unit.address.id
    return (
        address.id,
        unit.id,
        unit.building,
        address.street,
        str(address.number),
        address.letter,
        address.addition,
        address.postcode,
        unit.town.name,
        unit.town.municipality.name,
        NAME_WITHDRAWN if withdrawn else unit.status,
        address.since,
        address.until,
        f"{unit.lon:.5f}",
        f"{unit.lat:.5f}",
    )


def ncg_rows(
    numbered: list[tuple[str, Case]], clerk: Clerk, *, rates: Cases, rng: Random, tick: Tick
) -> list[Row]:
    """The reinforcement register; dates as 2026-11-16."""
    rows: list[Row] = []
    for key, case in numbered:
        _tick(len(rows), tick)
        written = clerk.write(standing_on(case.unit, case.phase_on))
        rows.append(
            (
                key,
                written.bag_id,
                written.line or written.street,
                written.number,
                written.letter,
                written.addition,
                written.postcode,
                written.town,
                case.unit.town.municipality.name,
                _phase(case.phase, clerk, rates, rng),
                case.phase_on.isoformat(),
                case.programme,
                _yes(case.special),
                _yes(case.aos),
                _yes(case.agro),
                case.owner,
            )
        )
    tick(len(rows))
    return rows


def img_rows(numbered: list[tuple[str, Report]], clerk: Clerk, tick: Tick) -> list[Row]:
    """The damage register; dates as 16-11-2026."""
    rows: list[Row] = []
    for key, report in numbered:
        _tick(len(rows), tick)
        written = clerk.write(standing_on(report.unit, report.received_on))
        rows.append(
            (
                key,
                written.bag_id,
                written.line,
                written.street,
                written.number,
                written.letter,
                written.addition,
                written.postcode,
                written.town,
                report.scheme,
                report.status,
                _dutch(report.received_on),
                _dutch(report.decided_on),
                _yes(report.urgent),
                _yes(report.aos),
                _yes(report.agro),
                report.correspondence,
            )
        )
    tick(len(rows))
    return rows


def standing_on(home: Unit, day: date) -> Unit:
    """The unit of a home on a day: the old one, or what was built in its place."""
    if home.successor and home.rebuilt_on and day >= home.rebuilt_on:
        return home.successor
    return home


def _phase(phase: int, clerk: Clerk, rates: Cases, rng: Random) -> str:
    """The phase as NCG numbers it; now and then in words, or a word that is no phase at all."""
    if happens(rng, rates.phase_unknown):
        clerk.made["phase_unknown"] += 1
        return UNKNOWN_PHASE
    if happens(rng, rates.phase_in_words):
        clerk.made["phase_in_words"] += 1
        return rng.choice(PHASE_WORDS[phase])
    return str(phase)


def _yes(fact: bool) -> str:  # noqa: FBT001 - a fact is what it is
    return "ja" if fact else "nee"


def _dutch(day: date | None) -> str:
    return f"{day.day:02d}-{day.month:02d}-{day.year}" if day else ""


def _tick(done: int, tick: Tick) -> None:
    if done % TICK_EVERY == 0:
        tick(done)
