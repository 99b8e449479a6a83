"""An address file comes in: from columns to reference rows, then to the places floor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from loopplank.access.acting import acting
from loopplank.access.actor import Actor
from loopplank.access.may import May, Purpose
from loopplank.chain.definition import Chain
from loopplank.exchange.deliveries import require_columns
from loopplank.exchange.tables import Table, open_table
from loopplank.exchange.tables.table import Progress
from loopplank.kernel.refused import Refused
from loopplank.places.actions import load_addresses
from loopplank.places.reference import ReferenceRow, read_reference_row

# A few odd rows are skipped and named; a file in which one row in twenty is odd is another file.
MOST_REJECTED = 0.05


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row of the address file that is no address, and why."""

    line: int
    reason: str


@dataclass(slots=True)
class LoadReceipt:
    """What came of loading an address file, in rows."""

    rows: int = 0
    added: int = 0
    changed: int = 0
    ended: int = 0
    made_up: int = 0
    rejected: list[Rejected] = field(default_factory=list)

    @property
    def summary(self) -> str:
        """The counts in a sentence or two."""
        parts = [
            f"{self.rows} adressen gelezen: {self.added} nieuw, {self.changed} bijgewerkt, "
            f"{self.ended} vervallen."
        ]
        if self.made_up:
            parts.append(
                f"Bij {self.made_up} ontbraken BAG-id’s; die kregen een eigen id dat met LP- begint."
            )
        if self.rejected:
            parts.append(f"{len(self.rejected)} regels zijn overgeslagen.")
        return " ".join(parts)


def load_file(
    *,
    chain: Chain,
    path: Path,
    now: datetime,
    profile: str | None = None,
    is_complete: bool = False,
    progress: Progress | None = None,
) -> LoadReceipt:
    """Load an address file into the address register.

    Raises:
        Refused: for an unknown profile, a file that is no table or lacks columns, or one with more than
            one row in twenty that is no address; nothing was changed then.
    """
    layout = chain.places_profile(profile)
    table = open_table(path, layout.expected, progress)
    places = table.places(layout.columns)
    require_columns(layout, table)
    receipt = LoadReceipt()
    actor = Actor.job("adressen laden", {May.PLACES_LOAD})
    with transaction.atomic(durable=True), acting(actor, Purpose.ADMINISTRATION):
        load = load_addresses(
            actor=actor,
            now=now,
            file_name=table.file_name,
            sha256=table.sha256,
            rows=_rows(table, places, dict(layout.fixed), now, receipt),
            is_complete=is_complete,
        )
        if len(receipt.rejected) > MOST_REJECTED * (load.rows + len(receipt.rejected)):
            first = receipt.rejected[0]
            raise Refused(
                f"{len(receipt.rejected)} regels zijn geen adres; er is niets veranderd. "
                f"Regel {first.line}: {first.reason}"
            )
    for name in ("rows", "added", "changed", "ended", "made_up"):
        setattr(receipt, name, getattr(load, name))
    return receipt


def _rows(
    table: Table, places: dict[str, int], fixed: dict[str, str], now: datetime, receipt: LoadReceipt
) -> Iterator[ReferenceRow]:
    today = timezone.localdate(now)
    by_field = tuple(places.items())
    for row in table.rows:
        fields = fixed | {
            name: row.cells[place].strip() for name, place in by_field if place < len(row.cells)
        }
        try:
            yield read_reference_row(fields, today)
        except Refused as refusal:
            receipt.rejected.append(Rejected(row.line, refusal.sentence))
