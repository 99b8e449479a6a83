"""Pairs for the floors above and for files; within the walls of whoever acts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection

from loopplank.overlap.ladder import Grade, Rung


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


@dataclass(frozen=True, slots=True)
class PairCount:
    """How many pairs, and on how many distinct rows of each register, have one grade and kind."""

    grade: Grade
    is_legal: bool
    pairs: int
    first_rows: int
    second_rows: int


_STANDING = """
      FROM overlap_pair pair
      LEFT JOIN LATERAL (
           SELECT verdict FROM overlap_judgement judgement
            WHERE judgement.pair_id = pair.id ORDER BY judgement.id DESC LIMIT 1
      ) judged ON true
     WHERE pair.first_agency = %s AND pair.second_agency = %s AND pair.is_found
       AND judged.verdict IS DISTINCT FROM 'rejected'
"""


def found_pairs(first: str, second: str) -> Iterator[FoundPair]:
    """All pairs of two registers that stand, in the order of their keys."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT first_key, second_key, unit, other_unit, grade, is_legal, first_rung, second_rung,"
            f" judged.verdict = 'confirmed' {_STANDING} ORDER BY first_key, second_key",
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


def pair_counts(first: str, second: str) -> list[PairCount]:
    """The pairs of two registers that stand, counted by grade and kind."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT grade, is_legal, count(*), count(DISTINCT first_key), count(DISTINCT second_key)"
            f" {_STANDING} GROUP BY grade, is_legal ORDER BY grade, is_legal DESC",
            [first, second],
        )
        return [PairCount(Grade(grade), *counts) for grade, *counts in cursor]


def paired_rows(first: str, second: str, weakest: Grade) -> tuple[int, int]:
    """How many distinct rows of each register are in a pair of at least this grade."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(DISTINCT first_key), count(DISTINCT second_key) {_STANDING} AND pair.grade <= %s",
            [first, second, int(weakest)],
        )
        first_rows, second_rows = cursor.fetchone()
    return int(first_rows), int(second_rows)


def row_counts(agency: str) -> tuple[int, int]:
    """How many open rows an agency's register has, and how many of those lead to no address."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT count(*), count(*) FILTER (WHERE found.row_id IS NOT NULL AND found.address_id IS NULL)
              FROM registers_standing row
              LEFT JOIN overlap_resolution found ON found.row_id = row.id AND found.rank = 0
             WHERE row.agency = %s
            """,
            [agency],
        )
        rows, unresolved = cursor.fetchone()
    return int(rows), int(unresolved)
