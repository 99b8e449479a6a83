"""Who is in the reinforcement programme (NCG), in which phase, and what is special about them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from loopplank.demo.addresses import Kind, Unit
from loopplank.demo.chance import Chances, day_between, happens, share_out
from loopplank.demo.rates import Cases
from loopplank.demo.towns import MUNICIPALITIES, PROGRAMME_WEIGHT

# NCG, published phases of 31 October 2021; together 26,919 addresses.
PHASES_2021 = {1: 2_894, 2: 3_184, 3: 6_543, 4: 10_254, 5: 1_644, 6: 2_400}
RUNNING = range(2, 6)  # in a municipal plan, and not done

# When a case came into its phase, from and to; our own assumption.
PHASE_DAYS = {
    1: (date(2019, 1, 7), date(2023, 12, 29)),
    2: (date(2021, 1, 4), date(2025, 12, 31)),
    3: (date(2021, 3, 1), date(2026, 10, 30)),
    4: (date(2021, 6, 1), date(2026, 10, 30)),
    5: (date(2023, 1, 2), date(2026, 10, 30)),
    6: (date(2018, 3, 1), date(2026, 10, 30)),
}
PLAN_YEAR = Chances({2021: 5, 2022: 3, 2023: 1})
IN_BLOCK = 0.9  # of the homes in a chosen block

OWNERS: dict[Kind, Chances[str]] = {
    Kind.HOUSE: Chances({"particulier": 95, "zakelijk": 5}),
    Kind.SPLIT: Chances({"particulier": 70, "vve": 20, "zakelijk": 10}),
    Kind.FLAT: Chances({"vve": 65, "particulier": 20, "zakelijk": 15}),
    Kind.FARM: Chances({"particulier": 65, "zakelijk": 35}),
    Kind.HOUSEBOAT: Chances({"particulier": 1}),
}
CORPORATION = "corporatie"


@dataclass(slots=True, eq=False)
class Case:
    """One home in the reinforcement register; ``unit`` is the oldest unit of that home."""

    unit: Unit
    phase: int
    phase_on: date
    programme: str
    owner: str
    special: bool
    aos: bool
    agro: bool


def phase_counts(wanted: int) -> Mapping[int, int]:
    """NCG's phase counts of 31 October 2021, for a register of another size."""
    return share_out(wanted, PHASES_2021)


def reinforcement_cases(units: list[Unit], wanted: int, rates: Cases, rng: Random) -> list[Case]:
    """Choose the homes in the programme, block by block, and describe their cases."""
    blocks = _chosen_blocks(units, wanted, rng)
    rng.shuffle(blocks)
    owned = _corporation_blocks(blocks, round(rates.corporation * wanted), rng)
    homes = [unit for block in blocks for unit in block]
    # Neighbours in a block go through the phases together.
    phases = [phase for phase, count in phase_counts(wanted).items() for _ in range(count)]
    cases = [_case(unit, phase, owned, rng) for unit, phase in zip(homes, phases, strict=True)]
    _mark(cases, rates, rng)
    return cases


def _chosen_blocks(units: list[Unit], wanted: int, rng: Random) -> list[list[Unit]]:
    quotas = share_out(
        wanted, {name: found.programme for name, found in MUNICIPALITIES.items() if found.programme}
    )
    found: defaultdict[str, defaultdict[int, list[Unit]]] = defaultdict(lambda: defaultdict(list))
    for unit in units:
        if unit.town.municipality.programme and happens(rng, IN_BLOCK):
            found[unit.town.municipality.name][unit.block].append(unit)
    return [
        block for name, quota in quotas.items() for block in _drawn(list(found[name].values()), quota, rng)
    ]


def _drawn(blocks: list[list[Unit]], quota: int, rng: Random) -> list[list[Unit]]:
    """Draw blocks by weight until there are exactly ``quota`` homes; the last block is cut."""
    # Weighted drawing without replacement (Efraimidis and Spirakis): the smallest keys win.
    keys = [-math.log(1 - rng.random()) / PROGRAMME_WEIGHT.get(block[0].town.former, 1.0) for block in blocks]
    drawn = []
    for place in sorted(range(len(blocks)), key=keys.__getitem__):
        block = blocks[place][:quota]
        drawn.append(block)
        quota -= len(block)
        if not quota:
            return drawn
    raise ValueError(f"The world is too small: {quota} homes short of the programme.")


def _corporation_blocks(blocks: list[list[Unit]], wanted: int, rng: Random) -> set[int]:
    """The blocks that a housing corporation owns: terraces and flats, no farms or houseboats."""
    owned: set[int] = set()
    for block in rng.sample(blocks, len(blocks)):
        if wanted <= 0:
            break
        if all(unit.kind in {Kind.HOUSE, Kind.SPLIT, Kind.FLAT} for unit in block):
            owned.add(block[0].block)
            wanted -= len(block)
    return owned


def _case(unit: Unit, phase: int, owned: set[int], rng: Random) -> Case:
    plan = f"LPA {unit.town.municipality.name} {PLAN_YEAR.pick(rng)}" if phase > 1 else ""
    return Case(
        unit=unit,
        phase=phase,
        phase_on=day_between(rng, *PHASE_DAYS[phase]),
        programme=plan,
        owner=CORPORATION if unit.block in owned else OWNERS[unit.kind].pick(rng),
        special=False,
        aos=False,
        agro=False,
    )


def _mark(cases: list[Case], rates: Cases, rng: Random) -> None:
    """Mark special situations (only in running phases), unsafe situations, and farm businesses."""
    running = [case for case in cases if case.phase in RUNNING]
    for case in rng.sample(running, round(rates.special * len(cases))):
        case.special = True
    for case in rng.sample(cases, round(rates.aos * len(cases))):
        case.aos = True
    private = [case for case in rng.sample(cases, len(cases)) if case.owner != CORPORATION]
    farms_first = sorted(private, key=_unlike_a_farm)
    for case in farms_first[: round(rates.agro * len(cases))]:
        case.agro = True


def _unlike_a_farm(case: Case) -> int:
    if case.unit.kind is Kind.FARM:
        return 0
    return 1 if case.unit.street.rural else 2
