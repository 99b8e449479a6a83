"""What an actor may see of the deliveries and the quarantine of their own organisation.

The row walls of the database already show an organisation its own rows only; these queries never add
to that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from loopplank.access.actor import Actor
from loopplank.access.may import May
from loopplank.registers.models import Delivery, QuarantinedRow, Row, Settlement


@dataclass(frozen=True, slots=True)
class DeliveryCard:
    """One delivery, counted in rows; ``waiting`` of the quarantined ones are not yet settled."""

    pk: int
    agency: str
    profile: str
    file_name: str
    sha256: str
    as_of: date
    at: datetime
    rows: int
    added: int
    changed: int
    unchanged: int
    ended: int
    quarantined: int
    quarantined_in_all: int
    waiting: int
    untranslated: tuple[Mapping[str, str | int], ...]
    left_out: tuple[str, ...]
    is_latest: bool

    @property
    def settled(self) -> int:
        """How many quarantined lines were mended or set aside."""
        return self.quarantined_in_all - self.waiting


@dataclass(frozen=True, slots=True)
class QuarantineCard:
    """One quarantined line: what was delivered, what is wrong, and how it was settled if it was."""

    pk: int
    delivery: int
    line: int
    key: str
    fields: Mapping[str, str]
    flaws: tuple[Mapping[str, str], ...]
    settled_as: str
    settled_at: datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class RowCard:
    """The open version of a row of the own register, as delivered."""

    key: str
    address: Mapping[str, str]
    facts: Mapping[str, str]
    phase: str
    since: date | None
    decided_on: date | None
    markers: tuple[str, ...]
    valid_from: date
    line: int
    delivery: int


def latest_delivery(actor: Actor) -> DeliveryCard | None:
    """The last delivery of the actor's organisation, if there was one."""
    return next(iter(_cards(_deliveries(actor)[:1])), None)


def deliveries(actor: Actor, most: int = 100) -> list[DeliveryCard]:
    """The deliveries of the actor's organisation, the newest first."""
    return _cards(_deliveries(actor)[:most])


def delivery(actor: Actor, pk: int) -> DeliveryCard | None:
    """One delivery of the actor's organisation."""
    return next(iter(_cards(_deliveries(actor).filter(pk=pk))), None)


def quarantine(
    actor: Actor, delivery_pk: int, *, settled: bool, after: int = 0, most: int = 50
) -> list[QuarantineCard]:
    """The quarantined lines of a delivery in the order of the file, from after a line on."""
    found = _quarantine(actor).filter(delivery_id=delivery_pk, line__gt=after)
    found = found.exclude(settlement=None) if settled else found.filter(settlement=None)
    return [_quarantine_card(row) for row in found.order_by("line")[:most]]


def quarantined_row(actor: Actor, pk: int) -> QuarantineCard | None:
    """One quarantined line of the actor's organisation."""
    row = _quarantine(actor).filter(pk=pk).first()
    return _quarantine_card(row) if row else None


def waiting_in_quarantine(actor: Actor) -> int:
    """How many lines of the organisation's last delivery wait for somebody."""
    last = latest_delivery(actor)
    return last.waiting if last else 0


def open_row(actor: Actor, key: str) -> RowCard | None:
    """The open version of a row of the actor's own organisation."""
    row = Row.objects.filter(agency=actor.organisation, key=key, valid_until=None).first()
    if row is None:
        return None
    return RowCard(
        key=row.key,
        address=row.address,
        facts=row.facts,
        phase=row.phase,
        since=row.since,
        decided_on=row.decided_on,
        markers=tuple(row.markers),
        valid_from=row.valid_from,
        line=row.line,
        delivery=row.delivery_id,
    )


def for_settling(actor: Actor, pk: int) -> QuarantinedRow | None:
    """The quarantined line itself, for who may settle it."""
    return _quarantine(actor).filter(pk=pk).first() if May.ROW_MEND in actor.may else None


def _deliveries(actor: Actor) -> QuerySet[Delivery]:
    waiting = Count("quarantine", filter=Q(quarantine__settlement=None))
    in_all = Count("quarantine")
    return (
        Delivery.objects.filter(agency=actor.organisation)
        .annotate(waiting=waiting, in_all=in_all)
        .order_by("-pk")
    )


def _cards(found: QuerySet[Delivery]) -> list[DeliveryCard]:
    rows = list(found)
    latest = Delivery.objects.order_by("-pk").values_list("pk", flat=True).first() if rows else None
    return [
        DeliveryCard(
            agency=row.agency_id,
            untranslated=tuple(row.untranslated),
            left_out=tuple(row.left_out),
            waiting=row.waiting,  # type: ignore[attr-defined]
            quarantined_in_all=row.in_all,  # type: ignore[attr-defined]
            is_latest=row.pk == latest,
            **{name: getattr(row, name) for name in _PLAIN},
        )
        for row in rows
    ]


_PLAIN = (
    "pk", "profile", "file_name", "sha256", "as_of", "at", "rows", "added", "changed", "unchanged", "ended",
    "quarantined",
)  # fmt: skip


def _quarantine(actor: Actor) -> QuerySet[QuarantinedRow]:
    return QuarantinedRow.objects.filter(agency=actor.organisation).select_related("settlement")


def _quarantine_card(row: QuarantinedRow) -> QuarantineCard:
    settled: Settlement | None = getattr(row, "settlement", None)
    how = "" if settled is None else ("set_aside" if settled.row_id is None else "mended")
    return QuarantineCard(
        pk=row.pk,
        delivery=row.delivery_id,
        line=row.line,
        key=row.key,
        fields=row.fields,
        flaws=tuple(row.flaws),
        settled_as=how,
        settled_at=settled.at if settled else None,
        reason=settled.reason if settled else "",
    )
