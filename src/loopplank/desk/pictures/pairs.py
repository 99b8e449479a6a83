"""A pair as it is drawn: in a list, and by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import date_format

from loopplank.access.actor import Actor
from loopplank.access.queries import PersonName
from loopplank.chain.contents import Overlap
from loopplank.chain.definition import Chain
from loopplank.chain.fields import RegisterKind, Vocabulary
from loopplank.desk.shell import Badge, badge
from loopplank.overlap.comparing import compare
from loopplank.overlap.ladder import Grade
from loopplank.overlap.queries import PairCard, PairDetail, RowSide
from loopplank.overlap.rules import Side, reason
from loopplank.overlap.verdicts import Verdict
from loopplank.places.wordings import Wording

# Why a person may still have to look, by grade.
DOUBTS = {
    Grade.CERTAIN: "",
    Grade.VERY_LIKELY: "Niet zeker: zonder kloppend BAG-id is een tikfout in het huisnummer niet te zien.",
    Grade.TO_BE_JUDGED: "Niet zeker: het bewijs past ook bij een ander adres. Daarom moet een mens kijken.",
    Grade.CONFLICTING: "Niet zeker: de gegevens spreken elkaar tegen. Een register heeft iets te herstellen.",
    Grade.SAME_BUILDING: "Niet zeker: alleen het gebouw is gelijk. Welk adres erin is bedoeld, blijft open.",
}
# What the first date of a row means, by kind of register.
SINCE = {RegisterKind.REINFORCEMENT: "fase sinds", RegisterKind.DAMAGE: "ontvangen"}
VERDICT_STATUS = {Verdict.CONFIRMED: "done", Verdict.REJECTED: "refused"}


@dataclass(frozen=True, slots=True)
class Key:
    """A reference number with the badge of whose it is."""

    key: str
    badge: Badge


@dataclass(frozen=True, slots=True)
class PairRow:
    """A pair in the list."""

    pk: int
    front_door: str
    place: str
    grade: str
    grade_label: str
    kind: str
    kind_label: str
    keys: tuple[Key, Key]
    phase: str
    shared_phase: str
    markers: tuple[str, ...]
    reason: str
    verdict_label: str
    verdict_status: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What one register says of one field; ``mark`` compares it with the address register."""

    column: str
    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field of the registers that may be seen, beside the address register."""

    label: str
    cells: tuple[Cell, ...]
    reference: str = ""


@dataclass(frozen=True, slots=True)
class AlsoPossible:
    """Other addresses that a register's row may mean."""

    badge: Badge
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VerdictPicture:
    """A verdict in the history of a pair."""

    label: str
    person: str
    slot: str
    at: datetime
    note: str


@dataclass(frozen=True, slots=True)
class PairPicture:
    """A pair by itself; ``hidden`` is the organisation whose row may not be seen."""

    row: PairRow
    municipality: str
    doubt: str
    is_automatic: bool
    is_found: bool
    is_reopened: bool
    verdict: Verdict | None
    columns: tuple[Badge, ...]
    rows: tuple[FieldRow, ...]
    also_possible: tuple[AlsoPossible, ...]
    hidden: Badge | None
    history: tuple[VerdictPicture, ...]


def pair_row(chain: Chain, actor: Actor, card: PairCard) -> PairRow:
    """How a pair is drawn in a list for someone of one of its agencies."""
    overlap = _overlap(chain, card)
    keys = (Key(card.first_key, badge(card.first_agency)), Key(card.second_key, badge(card.second_agency)))
    shared = chain.translate(actor.organisation, Vocabulary.PHASE, card.phase) if card.phase else None
    labels = {phase.code: phase.label for phase in chain.shared.phases}
    markers = {marker.code: marker.label for marker in chain.shared.markers}
    kind = overlap.legal if card.is_legal else overlap.factual
    return PairRow(
        pk=card.pk,
        front_door=card.front_door,
        place=" ".join(part for part in (_spaced(card.postcode), card.town) if part),
        grade=card.grade.name.lower(),
        grade_label=card.grade.label,
        kind="legal" if card.is_legal else "factual",
        kind_label=kind.word.capitalize(),
        keys=keys,
        phase=card.phase,
        shared_phase=labels[shared] if shared else "",
        markers=tuple(markers[code] for code in card.markers),
        reason=_reason(keys, card),
        verdict_label=_verdict_label(card),
        verdict_status="attention" if card.is_reopened else VERDICT_STATUS.get(card.verdict, ""),  # type: ignore[arg-type]
    )


def pair_picture(
    chain: Chain, actor: Actor, detail: PairDetail, names: Mapping[str, PersonName]
) -> PairPicture:
    """How a pair is drawn by itself for someone of one of its agencies."""
    card = detail.card
    seen = [detail.sides[one] for one in (card.first_agency, card.second_agency) if one in detail.sides]
    hidden = [one for one in (card.first_agency, card.second_agency) if one not in detail.sides]
    return PairPicture(
        row=pair_row(chain, actor, card),
        municipality=next((one.name for one in chain.municipalities if one.code == card.municipality), ""),
        doubt=DOUBTS[card.grade],
        is_automatic=card.grade.is_automatic,
        is_found=card.is_found,
        is_reopened=card.is_reopened,
        verdict=card.verdict,
        columns=(*(badge(side.agency) for side in seen), Badge("Adresregister", "")),
        rows=tuple(_field_rows(chain, seen, detail.wordings[card.address_id])),
        also_possible=tuple(found for side in seen if (found := _also_possible(detail, side)).places),
        hidden=badge(hidden[0]) if hidden else None,
        history=tuple(
            VerdictPicture(one.verdict.label, str(names[one.by]), badge(one.agency).slot, one.at, one.note)
            for one in detail.judgements
        ),
    )


def _field_rows(chain: Chain, seen: list[RowSide], wording: Wording) -> Iterator[FieldRow]:
    names = [badge(side.agency).name for side in seen]
    compared = [compare(side.address, wording) for side in seen]
    for fields in zip(*compared, strict=True):
        cells = (Cell(name, field.text, field.mark) for name, field in zip(names, fields, strict=True))
        yield FieldRow(fields[0].label, tuple(cells), fields[0].reference)
    since = (
        Cell(name, f"{SINCE[chain.register_kind(side.agency)]} {_day(side.since)}" if side.since else "")
        for name, side in zip(names, seen, strict=True)
    )
    yield FieldRow("Datum", tuple(since))
    if any(side.decided_on for side in seen):
        decided = (Cell(name, _day(side.decided_on)) for name, side in zip(names, seen, strict=True))
        yield FieldRow("Besluit", tuple(decided))


def _also_possible(detail: PairDetail, side: RowSide) -> AlsoPossible:
    others = [detail.wordings[pk] for pk in side.candidates if pk != detail.card.address_id]
    return AlsoPossible(badge(side.agency), tuple(map(_place, others)))


def _day(day: date | None) -> str:
    return date_format(day, "j F Y").lower() if day else ""


def _place(wording: Wording) -> str:
    return f"{wording.front_door}, {_spaced(wording.reference.postcode)} {wording.town}"


def _reason(keys: tuple[Key, Key], card: PairCard) -> str:
    first, second = keys
    return reason(
        Side(first.badge.name, card.first_rung),
        Side(second.badge.name, card.second_rung),
        on_one_site=card.on_one_site,
    )


def _overlap(chain: Chain, card: PairCard) -> Overlap:
    return next(
        one for one in chain.overlaps if (one.first, one.second) == (card.first_agency, card.second_agency)
    )


def _verdict_label(card: PairCard) -> str:
    if card.verdict is None:
        return ""
    return "Opnieuw te bekijken" if card.is_reopened else card.verdict.label.partition(":")[0]


def _spaced(postcode: str) -> str:
    return f"{postcode[:4]} {postcode[4:]}" if postcode else ""
