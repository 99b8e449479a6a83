"""What an actor may see of overlaps.

Who may see a pair at all is decided by the row walls: both agencies of the pair. Of the rows behind it
an actor sees those of their own agency; the other side is a key, an agency and a rung. Only a judge
gets the address fields and dates of both, from the function that checks the duty.

Looking at a pair is looking at what another agency has, so each look leaves a line in the trail, in the
transaction that reads.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection

from loopplank.access.actor import Actor
from loopplank.access.may import May, Purpose
from loopplank.overlap.ladder import Grade, Rung
from loopplank.overlap.models import Judgement, Verdict
from loopplank.overlap.rules import evidence_of
from loopplank.places.wordings import Wording, wordings_of
from loopplank.trail.actions import record

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
    address_id: int
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
class OwnFigures:
    """Rows of the own register in a pair that counts without a judgement, and pairs that need one."""

    rows: int
    legal_rows: int
    waiting: int


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


_FROM = """
      FROM overlap_pair pair
      JOIN places_wording place ON place.id = pair.address_id
      LEFT JOIN registers_standing own
        ON own.id = CASE WHEN pair.first_agency = %(own)s THEN pair.first_row_id ELSE pair.second_row_id END
      LEFT JOIN LATERAL (
           SELECT nullif(verdict, 'withdrawn') AS verdict, by, at, note, evidence
             FROM overlap_judgement judgement
            WHERE judgement.pair_id = pair.id ORDER BY judgement.id DESC LIMIT 1
      ) judged ON true
"""
_OWN_SIDE = """
    SELECT own.agency, own.key, own.address, own.since, own.decided_on,
           ARRAY(SELECT address_id FROM overlap_resolution found
                  WHERE found.row_id = own.id AND found.address_id IS NOT NULL ORDER BY found.rank)
      FROM overlap_pair pair
      JOIN registers_standing own ON own.id IN (pair.first_row_id, pair.second_row_id)
     WHERE pair.id = %(pk)s
"""
_JUDGED_SIDES = "SELECT agency, key, address, since, decided_on, candidates FROM overlap_sides(%(pk)s)"
_COLUMNS = """
    pair.id, pair.address_id, place.street, place.number, place.letter, place.addition, place.postcode, place.town,
    pair.municipality, pair.unit, pair.other_unit, pair.grade, pair.is_legal, pair.first_agency, pair.first_key,
    pair.first_rung, pair.second_agency, pair.second_key, pair.second_rung, pair.is_found,
    own.phase, own.since, own.markers, judged.verdict, judged.by, judged.at, judged.note, judged.evidence
"""
_EVIDENCE = "concat_ws('|', pair.first_rung, pair.second_rung, pair.unit, pair.other_unit)"
_VERDICTS = {
    "confirmed": f"judged.verdict = 'confirmed' AND judged.evidence = {_EVIDENCE}",
    "rejected": f"judged.verdict = 'rejected' AND judged.evidence = {_EVIDENCE}",
    "reopened": f"judged.verdict IS NOT NULL AND judged.evidence <> {_EVIDENCE}",
    "waiting": f"pair.grade IN (3, 4) AND (judged.verdict IS NULL OR judged.evidence <> {_EVIDENCE})",
}


def pairs(actor: Actor, now: datetime, wanted: PairFilter, page: int = 1, size: int = PAGE) -> PairPage:
    """A page of the pairs of the actor's agency; page 1 is the first. Traced."""
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
        cards = tuple(_card(row) for row in cursor)
    asked = sorted(name for name, value in asdict(wanted).items() if value not in ("", None))
    shown = hashlib.sha256(" ".join(str(card.pk) for card in cards).encode()).hexdigest()
    details = {"filters": asked, "page": page, "total": total, "shown": shown}
    _trace(actor, now, "overlap.listed", "overlap", details)
    return PairPage(cards, first + 1, total)


def pair(actor: Actor, now: datetime, pk: int) -> PairDetail | None:
    """One pair of the actor's agency, with the rows that the actor may see. Traced.

    A judge sees both rows; others only that of their own agency.
    """
    known = {"own": actor.organisation, "pk": pk}
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {_COLUMNS} {_FROM} WHERE pair.id = %(pk)s", known)
        row = cursor.fetchone()
        if row is None:
            return None
        card = _card(row)
        cursor.execute(_JUDGED_SIDES if May.PAIR_JUDGE in actor.may else _OWN_SIDE, known)
        sides = {
            agency: RowSide(agency, key, json.loads(address), since, decided_on, tuple(candidates))
            for agency, key, address, since, decided_on, candidates in cursor
        }
    wordings = wordings_of({card.address_id, *(one for side in sides.values() for one in side.candidates)})
    _trace(actor, now, "pair.seen", f"pair:{pk}", {"sides": sorted(sides)})
    return PairDetail(card, sides, wordings, _judgements(pk))


def next_waiting(actor: Actor, after: int = 0) -> int | None:
    """The number of the next pair that waits for a judge, if any does; those passed by come last."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT pair.id {_FROM} WHERE pair.is_found AND {_VERDICTS['waiting']}"
            " ORDER BY pair.id <= %(after)s, pair.id LIMIT 1",
            {"own": actor.organisation, "after": after},
        )
        row = cursor.fetchone()
    return row[0] if row else None


def own_figures(actor: Actor, now: datetime) -> OwnFigures:
    """How much of the own register occurs in another too. Traced."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT count(DISTINCT own.id) FILTER (WHERE pair.grade <= %(weakest)s),
                   count(DISTINCT own.id) FILTER (WHERE pair.grade <= %(weakest)s AND pair.is_legal),
                   count(*) FILTER (WHERE {_VERDICTS["waiting"]})
            {_FROM} WHERE pair.is_found AND judged.verdict IS DISTINCT FROM 'rejected'
            """,
            {"own": actor.organisation, "weakest": int(Grade.VERY_LIKELY)},
        )
        figures = OwnFigures(*cursor.fetchone())
    _trace(actor, now, "overlap.counted", "overlap", asdict(figures))
    return figures


def waiting_for_a_judge(actor: Actor) -> int:
    """How many pairs of the actor's agency need a person to look at them."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(*) {_FROM} WHERE pair.is_found AND {_VERDICTS['waiting']}",
            {"own": actor.organisation},
        )
        return int(cursor.fetchone()[0])


def _judgements(pk: int) -> tuple[JudgementCard, ...]:
    rows = Judgement.objects.filter(pair_id=pk).order_by("-pk")
    return tuple(JudgementCard(Verdict(one.verdict), one.agency, one.by, one.at, one.note) for one in rows)


def _trace(actor: Actor, now: datetime, verb: str, subject: str, details: Mapping[str, Any]) -> None:
    record(
        at=now,
        actor=actor.code,
        organisation=actor.organisation,
        verb=verb,
        subject=subject,
        purpose=Purpose.OVERLAP,
        details=details,
    )


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
    (pk, address_id, street, number, letter, addition, postcode, town, municipality, unit, other_unit, grade, is_legal,
     first_agency, first_key, first_rung, second_agency, second_key, second_rung, is_found,
     phase, since, markers, verdict, by, at, note, seen) = row  # fmt: skip
    evidence = evidence_of(first_rung, second_rung, unit, other_unit)
    return PairCard(
        pk, address_id, street, number, letter, addition, postcode, town, municipality, unit, Grade(grade), is_legal,
        first_agency, first_key, Rung.of(first_rung), second_agency, second_key, Rung.of(second_rung),
        unit != other_unit and bool(unit and other_unit) and grade < Grade.SAME_BUILDING,
        phase or "", since, tuple(markers or ()),
        Verdict(verdict) if verdict else None, verdict is not None and seen != evidence,
        by or "", at, note or "", evidence, is_found,
    )  # fmt: skip
