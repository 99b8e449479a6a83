"""Pairs and rows in figures, each with what it counts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import connection

from loopplank.access.actor import Actor
from loopplank.overlap.ladder import Grade, Rung
from loopplank.overlap.queries.selecting import FROM, VERDICTS, trace_look
from loopplank.overlap.queries.standing import STANDING


@dataclass(frozen=True, slots=True)
class OwnFigures:
    """Rows of the own register in a pair that counts without a judgement, and pairs that need one."""

    rows: int
    legal_rows: int
    waiting: int


@dataclass(frozen=True, slots=True)
class PairCount:
    """How many pairs, and on how many distinct rows of each register, have one grade and kind."""

    grade: Grade
    is_legal: bool
    pairs: int
    first_rows: int
    second_rows: int


def own_figures(actor: Actor, now: datetime) -> OwnFigures:
    """How much of the own register occurs in another too. Traced."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT count(DISTINCT own.id) FILTER (WHERE pair.grade <= %(weakest)s),
                   count(DISTINCT own.id) FILTER (WHERE pair.grade <= %(weakest)s AND pair.is_legal),
                   count(*) FILTER (WHERE {VERDICTS["waiting"]})
            {FROM} WHERE pair.is_found AND judged.verdict IS DISTINCT FROM 'rejected'
            """,
            {"own": actor.organisation, "weakest": int(Grade.VERY_LIKELY)},
        )
        figures = OwnFigures(*cursor.fetchone())
    trace_look(actor, now, "overlap.counted", "overlap", asdict(figures))
    return figures


def waiting_for_a_judge(actor: Actor) -> int:
    """How many pairs of the actor's agency need a person to look at them."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(*) {FROM} WHERE pair.is_found AND {VERDICTS['waiting']}",
            {"own": actor.organisation},
        )
        return int(cursor.fetchone()[0])


def unresolved(actor: Actor, most: int = 500) -> list[tuple[str, Mapping[str, str], Rung]]:
    """Rows of the own register that lead to no address: key, address as delivered, and why."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT row.key, row.address, found.rung
              FROM overlap_resolution found JOIN registers_standing row ON row.id = found.row_id
             WHERE found.agency = %s AND found.address_id IS NULL ORDER BY row.key LIMIT %s
            """,
            [actor.organisation, most],
        )
        return [(key, json.loads(address), Rung.of(rung)) for key, address, rung in cursor]


def unresolved_total(actor: Actor) -> int:
    """How many rows of the own register lead to no address."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT count(*) FROM overlap_resolution found JOIN registers_standing row ON row.id = found.row_id
             WHERE found.agency = %s AND found.address_id IS NULL
            """,
            [actor.organisation],
        )
        return int(cursor.fetchone()[0])


def pair_counts(actor: Actor, first: str, second: str) -> list[PairCount]:
    """The pairs of two registers that stand, counted by grade and kind."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT grade, is_legal, count(*), count(DISTINCT first_key), count(DISTINCT second_key)"
            f" {STANDING} GROUP BY grade, is_legal ORDER BY grade, is_legal DESC",
            [first, second],
        )
        return [PairCount(Grade(grade), *counts) for grade, *counts in cursor]


def paired_rows(actor: Actor, first: str, second: str, weakest: Grade) -> tuple[int, int]:
    """How many distinct rows of each register are in a pair of at least this grade."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(DISTINCT first_key), count(DISTINCT second_key) {STANDING} AND pair.grade <= %s",
            [first, second, int(weakest)],
        )
        first_rows, second_rows = cursor.fetchone()
    return int(first_rows), int(second_rows)


def row_counts(actor: Actor) -> tuple[int, int]:
    """How many open rows the register of the actor's agency has, and how many of those lead to no address."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT count(*), count(*) FILTER (WHERE found.row_id IS NOT NULL AND found.address_id IS NULL)
              FROM registers_standing row
              LEFT JOIN overlap_resolution found ON found.row_id = row.id AND found.rank = 0
             WHERE row.agency = %s
            """,
            [actor.organisation],
        )
        rows, unresolved = cursor.fetchone()
    return int(rows), int(unresolved)
