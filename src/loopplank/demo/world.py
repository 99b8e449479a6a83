"""A demo world: an address reference, the registers of NCG and IMG, and which rows belong together.

All of it is synthetic. Towns, postcode areas and municipalities are real; streets, homes, ids and
cases are invented, and no person occurs in it. The rates of mistakes and changes are our own
assumptions, not measured at an agency; they stand in :mod:`loopplank.demo.rates`. From elsewhere come:
29 % of the reinforcement addresses with a damage report, and the shares of special situations without
a report and with a settled one (letter of NCG and IMG of 1 April 2021); the counts per phase (NCG's
published phases of 31 October 2021); how reports spread over schemes, years and municipalities (IMG's
published counts up to April 2025); households per municipality (CBS, 2023).

The generator knows nothing of the rules by which the product finds the overlap: otherwise the product
would be measured against itself.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Literal

from loopplank.demo import rows
from loopplank.demo.chance import share_out, stream
from loopplank.demo.changes import let_time_pass
from loopplank.demo.mistakes.clerk import Clerk
from loopplank.demo.programme import Case, reinforcement_cases
from loopplank.demo.rates import Rates
from loopplank.demo.reports import Report, damage_reports
from loopplank.demo.rows import Row, standing_on
from loopplank.demo.settlement import Settlement
from loopplank.demo.towns import MUNICIPALITIES, Town, towns

Size = Literal["small", "full"]
Progress = Callable[[str, int, int], None]  # what is being made (in Dutch), how many are done, of how many


@dataclass(frozen=True, slots=True)
class Scale:
    """How large a world is.

    Attributes:
        homes: homes per municipality.
        evenness: how far towns are drawn towards the same size: 0 as they are, 1 all the same.
        cases: rows in the reinforcement register.
        reports: rows in the damage register.
    """

    homes: dict[str, int]
    evenness: float
    cases: int
    reports: int


FULL_HOMES = 324_000
SMALL_HOMES = {
    "Eemsdelta": 3_200,
    "Groningen": 2_900,
    "Midden-Groningen": 1_900,
    "Het Hogeland": 1_700,
    "Oldambt": 900,
    "Westerkwartier": 400,
    "Veendam": 200,
    "Tynaarlo": 200,
    "Noordenveld": 150,
    "Assen": 150,
    "Pekela": 60,
    "Stadskanaal": 60,
}
SCALES: dict[Size, Scale] = {
    "small": Scale(SMALL_HOMES, evenness=0.4, cases=2_000, reports=9_000),
    "full": Scale(
        share_out(FULL_HOMES, {name: found.households for name, found in MUNICIPALITIES.items()}),
        evenness=0,
        cases=26_919,
        reports=250_000,
    ),
}
SMALLEST_TOWN = 8  # smaller ones are left out


@dataclass(frozen=True, slots=True)
class World:
    """All rows as text, in the order of the columns in :mod:`loopplank.demo.rows`.

    Attributes:
        truth: every pair of keys that is about one home.
        unit_of: per key the id of the dwelling unit (verblijfsobject) that was meant.
        phases: per NCG key the phase that was meant, 1 to 6.
        mistakes: how often each mistake was made, per agency: ``("IMG", "street_misspelt")``.
    """

    size: Size
    seed: int
    places: list[Row]
    ncg: list[Row]
    img: list[Row]
    truth: list[Row]
    unit_of: dict[str, str]
    phases: dict[str, int]
    mistakes: Counter[tuple[str, str]]


def make_world(size: Size, seed: int, rates: Rates | None = None, progress: Progress | None = None) -> World:
    """Make a world; the same size, seed and rates always give the same one.

    Args:
        size: ``small`` for a quick start, ``full`` with the real sizes of both registers.
        seed: any whole number.
        rates: how often mistakes and changes occur; by default those of :mod:`loopplank.demo.rates`.
        progress: told now and then what is being made, how many are done, and of how many.
    """
    scale, rates, tell = SCALES[size], rates or Rates(), progress or _silent
    ground = _settle(scale, stream(seed, "places"), tell)
    let_time_pass(ground, rates.changes, stream(seed, "changes"))

    units = ground.units
    cases = reinforcement_cases(units, scale.cases, rates.cases, stream(seed, "programme"))
    reports = damage_reports(units, cases, scale.reports, rates=rates.cases, rng=stream(seed, "reports"))
    key_rng = stream(seed, "keys")
    ncg, img = _numbered_cases(cases, key_rng), _numbered_reports(reports, key_rng)

    phase_rng = stream(seed, "phases")
    ncg_clerk = Clerk(rates.ncg, units, stream(seed, "NCG"))
    img_clerk = Clerk(rates.img, units, stream(seed, "IMG"))
    return World(
        size=size,
        seed=seed,
        places=list(rows.place_rows(units)),
        ncg=rows.ncg_rows(
            ncg,
            ncg_clerk,
            rates=rates.cases,
            rng=phase_rng,
            tick=lambda done: tell("versterking", done, len(ncg)),
        ),
        img=rows.img_rows(img, img_clerk, lambda done: tell("schademeldingen", done, len(img))),
        truth=_truth(ncg, img),
        unit_of={key: standing_on(case.unit, case.phase_on).id for key, case in ncg}
        | {key: standing_on(report.unit, report.received_on).id for key, report in img},
        phases={key: case.phase for key, case in ncg},
        mistakes=_counted("NCG", ncg_clerk) + _counted("IMG", img_clerk),
    )


def write_world(world: World, directory: Path) -> None:
    """Write ``places.csv``, ``ncg.csv``, ``img.csv`` and ``truth.csv`` (UTF-8, commas, a header)."""
    directory.mkdir(parents=True, exist_ok=True)
    _write(directory / "places.csv", rows.PLACES_COLUMNS, world.places)
    _write(directory / "ncg.csv", rows.NCG_COLUMNS, world.ncg)
    _write(directory / "img.csv", rows.IMG_COLUMNS, world.img)
    _write(directory / "truth.csv", rows.TRUTH_COLUMNS, world.truth)


def _write(path: Path, columns: Row, lines: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(lines)


def _settle(scale: Scale, rng: Random, tell: Progress) -> Settlement:
    ground = Settlement(rng)
    wanted = sum(scale.homes.values())
    for town, homes in _homes_per_town(scale):
        ground.build_town(town, homes)
        tell("adressen", len(ground.units), wanted)
    return ground


def _homes_per_town(scale: Scale) -> list[tuple[Town, int]]:
    """How many homes each town gets: its part of what its municipality gets."""
    found: list[tuple[Town, int]] = []
    for name, homes in scale.homes.items():
        weights = {
            town: town.homes ** (1 - scale.evenness) for town in towns() if town.municipality.name == name
        }
        found += share_out(homes, weights).items()
    return [(town, homes) for town, homes in found if homes >= SMALLEST_TOWN]


def _numbered_cases(cases: list[Case], rng: Random) -> list[tuple[str, Case]]:
    """Give each case a number and put them in its order, which says nothing about the rest."""
    numbers = rng.sample(range(100_000, 1_000_000), len(cases))
    return [(f"VS-{number}", case) for number, case in sorted(zip(numbers, cases, strict=True), key=_first)]


def _numbered_reports(reports: list[Report], rng: Random) -> list[tuple[str, Report]]:
    """Number the reports as they came in, with gaps."""
    number, numbered = 1_000_000, []
    for report in reports:
        number += rng.randint(1, 7)
        numbered.append((f"SM-{number}", report))
    return numbered


def _truth(ncg: list[tuple[str, Case]], img: list[tuple[str, Report]]) -> list[Row]:
    key_of = {case.unit.id: key for key, case in ncg}
    return sorted((key_of[report.unit.id], key) for key, report in img if report.unit.id in key_of)


def _counted(agency: str, clerk: Clerk) -> Counter[tuple[str, str]]:
    return Counter({(agency, mistake): count for mistake, count in clerk.made.items()})


def _first(pair: tuple[int, Case]) -> int:
    return pair[0]


def _silent(_what: str, _done: int, _total: int) -> None:
    """Tell nobody."""
