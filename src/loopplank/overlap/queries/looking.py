"""One pair: the rows behind it that may be seen, and the verdicts on it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection

from loopplank.access.actor import Actor
from loopplank.access.may import May
from loopplank.overlap.models import Judgement
from loopplank.overlap.queries.selecting import COLUMNS, FROM, VERDICTS, PairCard, card_of, trace_look
from loopplank.overlap.verdicts import Verdict
from loopplank.places.wordings import Wording, wordings_of

_OWN_SIDE = """
    SELECT own.agency, own.key, own.address, own.since, own.decided_on,
           ARRAY(SELECT address_id FROM overlap_resolution found
                  WHERE found.row_id = own.id AND found.address_id IS NOT NULL ORDER BY found.rank)
      FROM overlap_pair pair
      JOIN registers_standing own ON own.id IN (pair.first_row_id, pair.second_row_id)
     WHERE pair.id = %(pk)s
"""
_JUDGED_SIDES = "SELECT agency, key, address, since, decided_on, candidates FROM overlap_sides(%(pk)s)"


@dataclass(frozen=True, slots=True)
class RowSide:
    """What a judge sees of one side: the address fields and dates as delivered."""

    agency: str
    key: str
    address: Mapping[str, str]
    since: date | None
    decided_on: date | None
    candidates: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class JudgementCard:
    """One verdict that was given, the person by their code."""

    verdict: Verdict
    agency: str
    by: str
    at: datetime
    note: str


@dataclass(frozen=True, slots=True)
class PairDetail:
    """A pair with the rows that may be seen, the addresses these may mean, and the verdicts."""

    card: PairCard
    sides: Mapping[str, RowSide]
    wordings: Mapping[int, Wording]
    judgements: tuple[JudgementCard, ...]


def pair(actor: Actor, now: datetime, pk: int) -> PairDetail | None:
    """One pair of the actor's agency, with the rows that the actor may see. Traced.

    A judge sees both rows; others only that of their own agency.
    """
    known: dict[str, Any] = {"own": actor.organisation, "pk": pk}
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {COLUMNS} {FROM} WHERE pair.id = %(pk)s", known)
        row = cursor.fetchone()
        if row is None:
            return None
        card = card_of(row)
        cursor.execute(_JUDGED_SIDES if May.PAIR_JUDGE in actor.may else _OWN_SIDE, known)
        sides = {
            agency: RowSide(agency, key, json.loads(address), since, decided_on, tuple(candidates))
            for agency, key, address, since, decided_on, candidates in cursor
        }
    wordings = wordings_of({card.address_id, *(one for side in sides.values() for one in side.candidates)})
    trace_look(actor, now, "pair.seen", f"pair:{pk}", {"sides": sorted(sides)})
    return PairDetail(card, sides, wordings, _judgements(pk))


def next_waiting(actor: Actor, after: int = 0) -> int | None:
    """The number of the next pair that waits for a judge, if any does; those passed by come last."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT pair.id {FROM} WHERE pair.is_found AND {VERDICTS['waiting']}"
            " ORDER BY pair.id <= %(after)s, pair.id LIMIT 1",
            {"own": actor.organisation, "after": after},
        )
        row = cursor.fetchone()
    return row[0] if row else None


def _judgements(pk: int) -> tuple[JudgementCard, ...]:
    rows = Judgement.objects.filter(pair_id=pk).order_by("-pk")
    return tuple(JudgementCard(Verdict(one.verdict), one.agency, one.by, one.at, one.note) for one in rows)
