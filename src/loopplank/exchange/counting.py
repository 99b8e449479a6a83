"""The overlap in figures, each with its counting unit."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from loopplank.access.acting import acting
from loopplank.access.actor import Actor
from loopplank.access.may import May, Purpose
from loopplank.chain.contents import Overlap
from loopplank.chain.definition import Chain
from loopplank.chain.fields import RegisterKind
from loopplank.overlap.ladder import Grade
from loopplank.overlap.queries import PairCount, pair_counts, paired_rows, row_counts

UNITS = {RegisterKind.REINFORCEMENT: "adressen", RegisterKind.DAMAGE: "meldingen"}


def count(chain: Chain) -> list[str]:
    """The counts of every overlap of the chain, in lines for a terminal."""
    return [line for overlap in chain.overlaps for line in _lines(chain, overlap)]


def _lines(chain: Chain, overlap: Overlap) -> list[str]:
    first, second = overlap.first, overlap.second
    units = [UNITS[chain.register_kind(agency)] for agency in (first, second)]
    rows = [_rows(agency) for agency in (first, second)]
    actor = Actor.job("samenloop tellen", {May.OVERLAP_SEE}, organisation=first)
    with transaction.atomic(durable=True), acting(actor, Purpose.OVERLAP):
        counts = pair_counts(actor, first, second)
        met = paired_rows(actor, first, second, Grade.VERY_LIKELY)
    share = f" ({met[0] / rows[0][0]:.1%})".replace(".", ",") if rows[0][0] else ""
    return [
        f"Samenloop van {first} en {second} op {timezone.localdate():%d-%m-%Y}",
        *(
            f"  {agency}: {_number(total)} {unit} in het register, waarvan {_number(lost)} niet te herleiden"
            for agency, unit, (total, lost) in zip((first, second), units, rows, strict=True)
        ),
        f"  Zeker of zeer waarschijnlijk: {_number(met[0])} {units[0]} van {first}{share} "
        f"met {_number(met[1])} {units[1]} van {second}",
        *(_line(one, units, (overlap.legal if one.is_legal else overlap.factual).word) for one in counts),
    ]


def _rows(agency: str) -> tuple[int, int]:
    actor = Actor.job("samenloop tellen", {May.OVERLAP_SEE}, organisation=agency)
    with transaction.atomic(durable=True), acting(actor, Purpose.OVERLAP):
        return row_counts(actor)


def _line(one: PairCount, units: list[str], kind: str) -> str:
    return (
        f"    {one.grade.word} {kind}: {_number(one.pairs)} paren van "
        f"{_number(one.first_rows)} {units[0]} en {_number(one.second_rows)} {units[1]}"
    )


def _number(count: int) -> str:
    return f"{count:,}".replace(",", ".")
