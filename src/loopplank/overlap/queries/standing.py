"""The pairs that stand: found by the last search and not rejected by a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection

from loopplank.access.actor import Actor
from loopplank.overlap.ladder import Grade, Rung

STANDING = """
      FROM overlap_pair pair
      LEFT JOIN LATERAL (
           SELECT verdict FROM overlap_judgement judgement
            WHERE judgement.pair_id = pair.id ORDER BY judgement.id DESC LIMIT 1
      ) judged ON true
     WHERE pair.first_agency = %s AND pair.second_agency = %s AND pair.is_found
       AND judged.verdict IS DISTINCT FROM 'rejected'
"""


@dataclass(frozen=True, slots=True)
class FoundPair:
    """A pair that stands: found by the last search and not rejected by a person."""

    first_key: str
    second_key: str
    unit: str
    grade: Grade
    is_legal: bool
    first_rung: Rung
    second_rung: Rung
    on_one_site: bool
    is_confirmed: bool


def found_pairs(actor: Actor, first: str, second: str) -> Iterator[FoundPair]:
    """All pairs of two registers that stand, in the order of their keys."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT first_key, second_key, unit, other_unit, grade, is_legal, first_rung, second_rung,"
            f" judged.verdict = 'confirmed' {STANDING} ORDER BY first_key, second_key",
            [first, second],
        )
        for first_key, second_key, unit, other, grade, is_legal, first_rung, second_rung, confirmed in cursor:
            yield FoundPair(
                first_key,
                second_key,
                unit,
                Grade(grade),
                is_legal,
                Rung.of(first_rung),
                Rung.of(second_rung),
                unit != other and grade < Grade.SAME_BUILDING,
                bool(confirmed),
            )
