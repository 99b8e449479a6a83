"""What an actor may see of overlaps.

Who may see a pair at all is decided by the row walls: both agencies of the pair. Of the rows behind it
an actor sees those of their own agency; the other side is a key, an agency and a rung. Only a judge
gets the address fields and dates of both, from the function that checks the duty.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection

from loopplank.access.actor import Actor
from loopplank.overlap.ladder import Grade, Rung
from loopplank.overlap.models import Verdict
from loopplank.overlap.rules import evidence_of

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
class PairCard:
    """One pair as its agencies may know it; ``phase``, ``since`` and ``markers`` are of the own row."""

    pk: int
    street: str
    number: int
    letter: str
    addition: str
    postcode: str
    town: str
    municipality: str
    unit: str
    grade: Grade
    is_legal: bool
    first_agency: str
    first_key: str
    first_rung: Rung
    second_agency: str
    second_key: str
    second_rung: Rung
    on_one_site: bool
    phase: str
    since: date | None
    markers: tuple[str, ...]
    verdict: Verdict | None
    is_reopened: bool
    judged_by: str
    judged_at: datetime | None
    note: str
    evidence: str
    is_found: bool

    @property
    def front_door(self) -> str:
        """Street and number as people write them."""
        return " ".join(part for part in (self.street, f"{self.number}{self.letter}", self.addition) if part)


@dataclass(frozen=True, slots=True)
class PairPage:
    """A page of pairs: the cards, the number of the first, and how many there are in all."""

    cards: tuple[PairCard, ...]
    first: int
    total: int


@dataclass(frozen=True, slots=True)
class RowSide:
    """What a judge sees of one side: the address fields and dates as delivered."""

    agency: str
    key: str
    address: Mapping[str, str]
    since: date | None
    decided_on: date | None


_FROM = """
      FROM overlap_pair pair
      JOIN places_wording place ON place.id = pair.address_id
      LEFT JOIN registers_standing own
        ON own.id = CASE WHEN pair.first_agency = %(own)s THEN pair.first_row_id ELSE pair.second_row_id END
      LEFT JOIN LATERAL (
           SELECT verdict, by, at, note, evidence FROM overlap_judgement judgement
            WHERE judgement.pair_id = pair.id ORDER BY judgement.id DESC LIMIT 1
      ) judged ON true
"""
_COLUMNS = """
    pair.id, place.street, place.number, place.letter, place.addition, place.postcode, place.town,
    pair.municipality, pair.unit, pair.other_unit, pair.grade, pair.is_legal, pair.first_agency, pair.first_key,
    pair.first_rung, pair.second_agency, pair.second_key, pair.second_rung, pair.is_found,
    own.phase, own.since, own.markers, judged.verdict, judged.by, judged.at, judged.note, judged.evidence
"""
_EVIDENCE = "concat_ws('|', pair.first_rung, pair.second_rung, pair.unit, pair.other_unit)"
_VERDICTS = {
    "confirmed": f"judged.verdict = 'confirmed' AND judged.evidence = {_EVIDENCE}",
    "rejected": f"judged.verdict = 'rejected' AND judged.evidence = {_EVIDENCE}",
    "reopened": f"judged.evidence <> {_EVIDENCE}",
    "waiting": f"pair.grade > 2 AND (judged.verdict IS NULL OR judged.evidence <> {_EVIDENCE})",
}


def pairs(actor: Actor, wanted: PairFilter, page: int = 1, size: int = PAGE) -> PairPage:
    """A page of the pairs of the actor's agency; page 1 is the first."""
    conditions, values = _conditions(wanted)
    known = {"own": actor.organisation, **values}
    where = f"WHERE {' AND '.join(conditions)}"
    order = ORDERS.get(wanted.order, ORDERS["evidence"])[1]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) {_FROM} {where}", known)
        total = cursor.fetchone()[0]
        first = (max(1, page) - 1) * size
        cursor.execute(
            f"SELECT {_COLUMNS} {_FROM} {where} ORDER BY {order} LIMIT %(size)s OFFSET %(first)s",
            known | {"size": size, "first": first},
        )
        return PairPage(tuple(_card(row) for row in cursor), first + 1, total)


def pair(actor: Actor, pk: int) -> PairCard | None:
    """One pair of the actor's agency, also when the last search no longer found it."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_COLUMNS} {_FROM} WHERE pair.id = %(pk)s", {"own": actor.organisation, "pk": pk}
        )
        row = cursor.fetchone()
    return _card(row) if row else None


def waiting_for_a_judge(actor: Actor) -> int:
    """How many pairs of the actor's agency need a person to look at them."""
    return pairs(actor, PairFilter(verdict="waiting"), size=1).total


def sides(actor: Actor, pk: int) -> dict[str, RowSide]:
    """Both rows of a pair by agency; empty for who holds no duty to judge (``actor`` acts now)."""
    del actor  # the database function reads who acts from the transaction
    with connection.cursor() as cursor:
        cursor.execute("SELECT agency, key, address, since, decided_on FROM overlap_sides(%s)", [pk])
        return {
            agency: RowSide(agency, key, json.loads(address), since, decided_on)
            for agency, key, address, since, decided_on in cursor
        }


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


def _conditions(wanted: PairFilter) -> tuple[list[str], dict[str, Any]]:
    conditions, values = ["pair.is_found"], {}

    def ask(condition: str, **named: Any) -> None:
        conditions.append(condition)
        values.update(named)

    if wanted.text:
        ask(
            "(pair.first_key ILIKE %(text)s OR pair.second_key ILIKE %(text)s OR place.postcode ILIKE %(text)s"
            " OR concat_ws(' ', place.street, place.number::text || place.letter, place.addition, place.town)"
            " ILIKE %(text)s)",
            text=f"%{_escape(wanted.text)}%",
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
    if wanted.verdict in _VERDICTS:
        ask(_VERDICTS[wanted.verdict])
    return conditions, values


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _card(row: tuple[Any, ...]) -> PairCard:
    (pk, street, number, letter, addition, postcode, town, municipality, unit, other_unit, grade, is_legal,
     first_agency, first_key, first_rung, second_agency, second_key, second_rung, is_found,
     phase, since, markers, verdict, by, at, note, seen) = row  # fmt: skip
    evidence = evidence_of(first_rung, second_rung, unit, other_unit)
    return PairCard(
        pk, street, number, letter, addition, postcode, town, municipality, unit, Grade(grade), is_legal,
        first_agency, first_key, Rung.of(first_rung), second_agency, second_key, Rung.of(second_rung),
        unit != other_unit and bool(unit and other_unit) and grade < Grade.SAME_BUILDING,
        phase or "", since, tuple(markers or ()),
        Verdict(verdict) if verdict else None, verdict is not None and seen != evidence,
        by or "", at, note or "", evidence, is_found,
    )  # fmt: skip
