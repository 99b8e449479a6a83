"""A quarantined row as it is drawn in a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from loopplank.registers.queries import QuarantineCard

SETTLED = {"mended": ("done", "Overgenomen"), "set_aside": ("refused", "Niet overgenomen")}


@dataclass(frozen=True, slots=True)
class QuarantineRow:
    """One line: its column and value that are wrong (the first), why, and where to mend it."""

    line: int
    column: str
    value: str
    reason: str
    mend: str
    status: str
    status_label: str
    url: str
    label: str


def quarantine_row(card: QuarantineCard, columns: Mapping[str, str]) -> QuarantineRow:
    """How a quarantined row is drawn; ``columns`` names the columns by field."""
    first, *others = card.flaws
    status, status_label = SETTLED.get(card.settled_as, ("attention", "Wacht op herstel"))
    more = f"En nog {len(others)} in deze regel." if others else ""
    return QuarantineRow(
        line=card.line,
        column=columns.get(first["field"], first["field"]),
        value="" if first["value"] in first["reason"] else first["value"],
        reason=first["reason"],
        mend=f"Reden: {card.reason}" if card.reason else more,
        status=status,
        status_label=status_label,
        url="" if card.settled_as else reverse("desk:mend", args=[card.pk]),
        label="Herstel deze regel",
    )
