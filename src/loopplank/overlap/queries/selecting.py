"""The SQL that selects pairs, and the card that is made of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from loopplank.access.actor import Actor
from loopplank.access.may import Purpose
from loopplank.overlap.ladder import Grade, Rung
from loopplank.overlap.rules import evidence_of
from loopplank.overlap.verdicts import Verdict
from loopplank.trail.actions import record

FROM = """
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
COLUMNS = """
    pair.id, pair.address_id, place.street, place.number, place.letter, place.addition, place.postcode,
    place.town, pair.municipality, pair.unit, pair.other_unit, pair.grade, pair.is_legal, pair.first_agency,
    pair.first_key, pair.first_rung, pair.second_agency, pair.second_key, pair.second_rung, pair.is_found,
    own.phase, own.since, own.markers, judged.verdict, judged.by, judged.at, judged.note, judged.evidence
"""
EVIDENCE = "concat_ws('|', pair.first_rung, pair.second_rung, pair.unit, pair.other_unit)"
VERDICTS = {
    "confirmed": f"judged.verdict = 'confirmed' AND judged.evidence = {EVIDENCE}",
    "rejected": f"judged.verdict = 'rejected' AND judged.evidence = {EVIDENCE}",
    "reopened": f"judged.verdict IS NOT NULL AND judged.evidence <> {EVIDENCE}",
    "waiting": f"pair.grade IN (3, 4) AND (judged.verdict IS NULL OR judged.evidence <> {EVIDENCE})",
}


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


def card_of(row: tuple[Any, ...]) -> PairCard:
    (pk, address_id, street, number, letter, addition, postcode, town, municipality, unit, other_unit, grade,
     is_legal, first_agency, first_key, first_rung, second_agency, second_key, second_rung, is_found,
     phase, since, markers, verdict, by, at, note, seen) = row  # fmt: skip
    evidence = evidence_of(first_rung, second_rung, unit, other_unit)
    return PairCard(
        pk, address_id, street, number, letter, addition, postcode, town, municipality, unit, Grade(grade),
        is_legal, first_agency, first_key, Rung.of(first_rung), second_agency, second_key,
        Rung.of(second_rung),
        unit != other_unit and bool(unit and other_unit) and grade < Grade.SAME_BUILDING,
        phase or "", since, tuple(markers or ()),
        Verdict(verdict) if verdict else None, verdict is not None and seen != evidence,
        by or "", at, note or "", evidence, is_found,
    )  # fmt: skip


def trace_look(actor: Actor, now: datetime, verb: str, subject: str, details: Mapping[str, Any]) -> None:
    record(
        at=now,
        actor=actor.code,
        organisation=actor.organisation,
        verb=verb,
        subject=subject,
        purpose=Purpose.OVERLAP,
        details=details,
    )
