"""Who reported damage (IMG), under which scheme, and how far the report has come."""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from loopplank.demo.addresses import Kind, Unit
from loopplank.demo.chance import Chances, day_between, happens, share_out
from loopplank.demo.programme import Case
from loopplank.demo.rates import Cases
from loopplank.demo.today import TODAY
from loopplank.demo.towns import MUNICIPALITIES

# IMG's published applications per scheme and year up to April 2025; later years are our own assumption.
PER_YEAR = {
    "FS": {
        2017: 4_537, 2018: 14_957, 2019: 26_339, 2020: 49_384, 2021: 38_770, 2022: 22_626,
        2023: 20_693, 2024: 19_833, 2025: 22_000, 2026: 17_000,
    },
    "VES": {2021: 15_071, 2022: 25_675, 2023: 9_420, 2024: 22_786, 2025: 9_000, 2026: 6_000},
    "AVV": {2024: 769, 2025: 20_000, 2026: 2_000},
    "WD": {2020: 65_192, 2021: 36_886, 2022: 8_361, 2023: 9_149, 2024: 1_750, 2025: 900, 2026: 600},
    "IMS": {2021: 361, 2022: 51_850, 2023: 20_490, 2024: 35_874, 2025: 12_000, 2026: 7_000},
}  # fmt: skip
OPENED = {
    "FS": date(2017, 3, 20),
    "VES": date(2021, 11, 1),
    "AVV": date(2024, 11, 1),
    "WD": date(2020, 9, 1),
    "IMS": date(2021, 11, 1),
}
SCHEME: Chances[str] = Chances({scheme: sum(years.values()) for scheme, years in PER_YEAR.items()})
YEAR = {scheme: Chances(years) for scheme, years in PER_YEAR.items()}
OPEN_SCHEME = Chances({"FS": 82, "AVV": 5, "WD": 3, "IMS": 10})

WITHDRAWN = "Ingetrokken"
SETTLED = Chances({"Afgehandeld": 86, "Besluit genomen": 8, WITHDRAWN: 6})
OPEN = Chances(
    {"Ontvangen": 20, "Opname gepland": 25, "Opname uitgevoerd": 10, "Adviesrapport": 25, "Zienswijze": 20}
)
OPEN_ON_PAPER = Chances({"Ontvangen": 50, "In behandeling": 50})  # schemes without a survey

PER_HOME = Chances({1: 64, 2: 22, 3: 8, 4: 3.5, 5: 1.5, 6: 1})
OPEN_ELSEWHERE = 0.06  # IMG, May 2026: a stock of 23,534 of 396,013
# A median of some six weeks, with a long tail: near what IMG publishes.
DECISION_DAYS = (3.9, 0.9)
OPEN_DAYS = 150  # mean age of an undecided report
REBUILT_REPORTED = 0.7
AOS_KNOWN_TO_BOTH, AOS = 0.6, 0.002
FARM_BUSINESS, FARM_BUSINESS_KNOWN = 0.6, 0.7

FURTHER_AWAY = (
    "Noardeast-Fryslân", "Ooststellingwerf", "Leeuwarden", "Smallingerland", "Emmen", "Borger-Odoorn",
    "Hoogeveen", "Zwolle", "Apeldoorn", "Enschede", "Utrecht", "Amersfoort", "Amsterdam", "Rotterdam",
    "'s-Gravenhage", "Eindhoven", "Breda", "Haarlem", "Almere", "Nijmegen",
)  # fmt: skip


@dataclass(slots=True, eq=False)
class Report:
    """One application at IMG; ``unit`` is the oldest unit of the home it is about."""

    unit: Unit
    scheme: str
    status: str
    received_on: date
    decided_on: date | None
    urgent: bool
    aos: bool
    agro: bool
    correspondence: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A home about which damage is reported; the rates are those of marks on its reports."""

    unit: Unit
    settled: bool
    urgent: float
    aos: float
    agro: float


def damage_reports(
    units: list[Unit], cases: list[Case], wanted: int, *, rates: Cases, rng: Random
) -> list[Report]:
    """All reports, in the order in which they came in: first plan the homes, then their reports."""
    reports = [
        report for plan in _plans_in_programme(cases, rates, rng) for report in _reports(plan, rates, rng)
    ]
    in_programme = {case.unit.id for case in cases}
    others = [unit for unit in units if unit.id not in in_programme]
    reports += _reports_elsewhere(others, wanted - len(reports), rates, rng)
    reports.sort(key=lambda report: report.received_on)
    return reports


def _plans_in_programme(cases: list[Case], rates: Cases, rng: Random) -> list[Plan]:
    """Which reinforcement cases have a report, and which of those is settled: exact shares, random homes."""
    special = [case for case in cases if case.special]
    ordinary = [case for case in cases if not case.special]
    rng.shuffle(special)
    rng.shuffle(ordinary)
    # A home that had to be rebuilt was rarely without damage.
    ordinary.sort(key=lambda case: not (case.unit.successor and happens(rng, REBUILT_REPORTED)))
    reported = round(rates.reported * len(cases))
    settled = round(rates.settled * reported)

    special = special[round(rates.special_unreported * len(special)) :]
    special_settled = round(rates.special_settled * len(special) / (1 - rates.special_unreported))
    ordinary = ordinary[: max(reported - len(special), 0)]
    ordinary_settled = settled - special_settled
    return [
        *(_plan(case, settled=place < special_settled, rates=rates) for place, case in enumerate(special)),
        *(_plan(case, settled=place < ordinary_settled, rates=rates) for place, case in enumerate(ordinary)),
    ]


def _plan(case: Case, *, settled: bool, rates: Cases) -> Plan:
    return Plan(
        unit=case.unit,
        settled=settled,
        urgent=rates.special_urgent if case.special else rates.urgent,
        aos=AOS_KNOWN_TO_BOTH if case.aos else AOS,
        agro=FARM_BUSINESS_KNOWN if case.agro else 0,
    )


def _reports_elsewhere(units: list[Unit], wanted: int, rates: Cases, rng: Random) -> list[Report]:
    """Reports outside the programme: more per home where more was reported in fact."""
    homes: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        homes[unit.town.municipality.name].append(unit)
    quotas = share_out(
        wanted, {name: MUNICIPALITIES[name].reports * len(found) for name, found in homes.items()}
    )
    reports: list[Report] = []
    for name, found in homes.items():
        rng.shuffle(found)
        one_by_one = (report for unit in itertools.cycle(found) for report in _reports_of(unit, rates, rng))
        reports += itertools.islice(one_by_one, quotas[name])
    return reports


def _reports_of(unit: Unit, rates: Cases, rng: Random) -> list[Report]:
    agro = FARM_BUSINESS if unit.kind is Kind.FARM else 0
    settled = not happens(rng, OPEN_ELSEWHERE)
    return _reports(Plan(unit, settled=settled, urgent=rates.urgent, aos=AOS, agro=agro), rates, rng)


def _reports(plan: Plan, rates: Cases, rng: Random) -> list[Report]:
    """The one to six reports about a home; if it is not settled, the last one is undecided."""
    count = PER_HOME.pick(rng)
    schemes = [SCHEME.pick(rng) for _ in range(count if plan.settled else count - 1)]
    reports = [_settled(plan, scheme, rates, rng) for scheme in _fixed_sum_once(schemes)]
    if not plan.settled:
        reports.append(_undecided(plan, rates, rng))
    return reports


def _fixed_sum_once(schemes: list[str]) -> list[str]:
    """The fixed sum (VES) is paid once per address; what follows is bespoke (FS)."""
    first = schemes.index("VES") if "VES" in schemes else len(schemes)
    return ["FS" if scheme == "VES" and place > first else scheme for place, scheme in enumerate(schemes)]


def _settled(plan: Plan, scheme: str, rates: Cases, rng: Random) -> Report:
    year = YEAR[scheme].pick(rng)
    last = min(date(year, 12, 31), TODAY - timedelta(days=14))
    received = day_between(rng, max(date(year, 1, 1), OPENED[scheme]), last)
    status = SETTLED.pick(rng)
    decided = min(received + timedelta(days=10 + round(rng.lognormvariate(*DECISION_DAYS))), TODAY)
    return _report(plan, rates, rng, (scheme, status, received, None if status == WITHDRAWN else decided))


def _undecided(plan: Plan, rates: Cases, rng: Random) -> Report:
    scheme = OPEN_SCHEME.pick(rng)
    status = (OPEN if scheme == "FS" else OPEN_ON_PAPER).pick(rng)
    received = TODAY - timedelta(days=1 + min(round(rng.expovariate(1 / OPEN_DAYS)), 1_200))
    return _report(plan, rates, rng, (scheme, status, received, None))


def _report(plan: Plan, rates: Cases, rng: Random, course: tuple[str, str, date, date | None]) -> Report:
    scheme, status, received, decided = course
    own = plan.unit.town.municipality.name
    elsewhere = happens(rng, rates.correspondence_elsewhere)
    return Report(
        unit=plan.unit,
        scheme=scheme,
        status=status,
        received_on=received,
        decided_on=decided,
        urgent=happens(rng, plan.urgent),
        aos=happens(rng, plan.aos),
        agro=happens(rng, plan.agro),
        correspondence=_another_municipality(own, rng) if elsewhere else own,
    )


def _another_municipality(own: str, rng: Random) -> str:
    """Where the applicant gets letters: half of them in the region, half elsewhere in the country."""
    if happens(rng, 0.5):
        return rng.choice(FURTHER_AWAY)
    return rng.choice([name for name in MUNICIPALITIES if name != own])
