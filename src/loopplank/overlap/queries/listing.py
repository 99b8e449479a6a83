"""The list of pairs, filtered and ordered."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from loopplank.access.actor import Actor
from loopplank.overlap.ladder import Grade
from loopplank.overlap.queries.selecting import COLUMNS, FROM, VERDICTS, PairCard, card_of, trace_look

PAGE = 50

ORDERS = {
    "evidence": ("Sterkste bewijs eerst", "pair.grade, place.town, place.street, place.number, pair.id"),
    "doubt": ("Meeste twijfel eerst", "pair.grade DESC, place.town, place.street, place.number, pair.id"),
    "address": ("Adres", "place.town, place.street, place.number, place.letter, place.addition, pair.id"),
    "newest": ("Nieuwste eerst", "pair.found_at DESC, pair.id DESC"),
}


@dataclass(frozen=True, slots=True)
class PairFilter:
    """Which pairs are asked for; an empty value asks for all."""

    text: str = ""
    municipality: str = ""
    phase: str = ""
    marker: str = ""
    grade: Grade | None = None
    is_legal: bool | None = None
    verdict: str = ""
    order: str = "evidence"


@dataclass(frozen=True, slots=True)
class PairPage:
    """A page of pairs: the cards, the number of the first, and how many there are in all."""

    cards: tuple[PairCard, ...]
    first: int
    total: int


def pairs(actor: Actor, now: datetime, wanted: PairFilter, page: int = 1, size: int = PAGE) -> PairPage:
    """A page of the pairs of the actor's agency; page 1 is the first. Traced."""
    conditions, values = _conditions(wanted)
    known = {"own": actor.organisation, **values}
    where = f"WHERE {' AND '.join(conditions)}"
    order = ORDERS.get(wanted.order, ORDERS["evidence"])[1]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) {FROM} {where}", known)
        total = cursor.fetchone()[0]
        first = (max(1, page) - 1) * size
        cursor.execute(
            f"SELECT {COLUMNS} {FROM} {where} ORDER BY {order} LIMIT %(size)s OFFSET %(first)s",
            known | {"size": size, "first": first},
        )
        cards = tuple(card_of(row) for row in cursor)
    asked = sorted(name for name, value in asdict(wanted).items() if value not in ("", None))
    shown = hashlib.sha256(" ".join(str(card.pk) for card in cards).encode()).hexdigest()
    details = {"filters": asked, "page": page, "total": total, "shown": shown}
    trace_look(actor, now, "overlap.listed", "overlap", details)
    return PairPage(cards, first + 1, total)


def _conditions(wanted: PairFilter) -> tuple[list[str], dict[str, Any]]:
    conditions, values = ["pair.is_found"], {}

    def ask(condition: str, **named: Any) -> None:
        conditions.append(condition)
        values.update(named)

    if wanted.text:
        ask(
            "(pair.first_key ILIKE %(text)s OR pair.second_key ILIKE %(text)s"
            " OR place.postcode ILIKE %(close)s"
            " OR concat_ws(' ', place.street, place.number::text || place.letter, place.addition, place.town)"
            " ILIKE %(text)s)",
            text=f"%{_escape(wanted.text)}%",
            close=f"{_escape(wanted.text.replace(' ', ''))}%",
        )
    if wanted.municipality:
        ask("pair.municipality = %(municipality)s", municipality=wanted.municipality)
    if wanted.phase:
        ask("own.phase = %(phase)s", phase=wanted.phase)
    if wanted.marker:
        ask("%(marker)s = ANY (own.markers)", marker=wanted.marker)
    if wanted.grade:
        ask("pair.grade = %(grade)s", grade=int(wanted.grade))
    if wanted.is_legal is not None:
        ask("pair.is_legal = %(is_legal)s", is_legal=wanted.is_legal)
    if wanted.verdict in VERDICTS:
        ask(VERDICTS[wanted.verdict])
    return conditions, values


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
