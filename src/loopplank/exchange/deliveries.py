"""A register file comes in: from columns to fields, then to the register floor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.db import transaction

from loopplank.access.acting import acting
from loopplank.access.actor import Actor
from loopplank.access.may import May, Purpose
from loopplank.chain.definition import Chain
from loopplank.chain.registers import Profile
from loopplank.exchange.tables import Table, TableRow, open_table
from loopplank.exchange.tables.table import Progress, column_key
from loopplank.kernel.refused import Refused
from loopplank.registers.actions import DeliveredFile, DeliveredLine, take_in_delivery
from loopplank.registers.queries import DeliveryCard, latest_delivery
from loopplank.registers.rules import Flaw


class RehearsalEnded(Exception):  # noqa: N818 - not an error: a rehearsal ends by undoing itself
    """A delivery was only tried; carries what it would have come to."""

    def __init__(self, card: DeliveryCard) -> None:
        super().__init__("rehearsal")
        self.card = card


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came of a delivery; ``was_known`` when this very file was the last one taken in."""

    card: DeliveryCard
    was_known: bool = False


def deliver(
    *,
    chain: Chain,
    agency: str,
    path: Path,
    now: datetime,
    as_of: date,
    profile: str | None = None,
    is_rehearsal: bool = False,
    may_end_many: bool = False,
    progress: Progress | None = None,
) -> Receipt:
    """Take in a register file of an agency, or only say what it would come to (``is_rehearsal``).

    Raises:
        Refused: for an unknown agency or profile, a file that is no table, lacks columns, or is refused
            as a delivery; nothing was changed then.
    """
    agency = chain.agency(agency).agency.code
    layout = chain.profile(agency, profile)
    table = open_table(path, layout.expected, progress)
    columns = layout.columns | {f"markers.{marker}": name for marker, name in layout.markers.items()}
    places = table.places(columns)
    require_columns(layout, table)
    actor = Actor.job("registerlevering", {May.DELIVERY_TAKE_IN, May.DELIVERY_SEE}, organisation=agency)
    file = DeliveredFile(
        name=table.file_name,
        sha256=table.sha256,
        as_of=as_of,
        profile=layout,
        left_out=_left_out(table, places),
    )
    try:
        with transaction.atomic(durable=True), acting(actor, Purpose.DELIVERY):
            last = latest_delivery(actor)
            if last and last.sha256 == table.sha256:
                return Receipt(last, was_known=True)
            take_in_delivery(
                actor=actor,
                now=now,
                chain=chain,
                agency=agency,
                file=file,
                lines=_lines(table, places, layout),
                may_end_many=may_end_many,
            )
            card = latest_delivery(actor)
            assert card is not None  # noqa: S101 - it was just taken in
            if is_rehearsal:
                raise RehearsalEnded(card)
    except RehearsalEnded as rehearsal:
        return Receipt(rehearsal.card)
    return Receipt(card)


def require_columns(layout: Profile, table: Table) -> None:
    """Refuse a table without the columns that its profile cannot do without.

    Raises:
        Refused: naming what lacks and what was found.
    """
    present = {column_key(name) for name in table.header}

    def lacks(columns: Iterable[str]) -> list[str]:
        return [column for column in columns if column_key(column) not in present]

    missing = lacks(layout.required)
    if layout.one_of and all(lacks(group) for group in layout.one_of):
        missing.append(" of ".join(" met ".join(group) for group in layout.one_of))
    if missing:
        raise Refused(
            f"In de kop ontbreekt {', '.join(missing)}. Gevonden kolommen: "
            f"{', '.join(table.header[:30]) or 'geen'}. Controleer het bestand of kies een ander profiel "
            "met --profile."
        )


def _left_out(table: Table, places: dict[str, int]) -> tuple[str, ...]:
    """The columns that no field asks for: they are not taken in, and the delivery says so."""
    used = set(places.values())
    return tuple(name for place, name in enumerate(table.header) if place not in used and name)


def _lines(table: Table, places: dict[str, int], layout: Profile) -> Iterator[DeliveredLine]:
    width = len(table.header)
    by_field = tuple(places.items())
    fixed = dict(layout.fixed)
    for row in table.rows:
        cells = row.cells
        flaw = None if len(cells) == width else _wrong_width(row, width)
        fields = {field: cells[place].strip() for field, place in by_field if place < len(cells)}
        yield DeliveredLine(row.line, fixed | fields if fixed else fields, flaw)


def _wrong_width(row: TableRow, width: int) -> Flaw | None:
    if len(row.cells) > width and not any(cell.strip() for cell in row.cells[width:]):
        return None
    return Flaw(
        "",
        "",
        f"Deze regel heeft {len(row.cells)} cellen en de kop {width}. "
        "Controleer of een tekst met een scheidingsteken tussen aanhalingstekens staat.",
    )


def report(receipt: Receipt, *, is_rehearsal: bool = False) -> list[str]:
    """What came of a delivery, in lines for a terminal."""
    card = receipt.card
    if receipt.was_known:
        return [
            f"Dit bestand is al ingenomen op {card.at:%d-%m-%Y} (levering {card.pk}); er verandert niets."
        ]
    opening = "Proef, er is niets veranderd." if is_rehearsal else f"Levering {card.pk} van {card.agency}."
    lines = [
        f"{opening} {card.rows} regels: {card.added} nieuw, {card.changed} gewijzigd, "
        f"{card.unchanged} ongewijzigd, {card.quarantined} in quarantaine. {card.ended} zijn vervallen."
    ]
    if card.waiting:
        lines.append(f"{card.waiting} regels wachten op herstel; zie Leveringen op het scherm.")
    lines += [
        f"Woord zonder vertaling: {found['word']} ({found['rows']} regels)." for found in card.untranslated
    ]
    if card.left_out:
        lines.append(f"Niet overgenomen kolommen: {', '.join(card.left_out)}.")
    return lines
