"""Taking in a delivery, and settling what stands in quarantine."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper

from loopplank.access.action import Done, action
from loopplank.access.actor import Actor
from loopplank.access.may import May
from loopplank.chain.definition import Chain
from loopplank.chain.fields import Vocabulary
from loopplank.chain.registers import DeliveryProfile
from loopplank.kernel.refused import Refused
from loopplank.registers import taking_in
from loopplank.registers.models import Delivery, Line, QuarantinedRow, Row, Settlement
from loopplank.registers.rules import Flaw, Flawed, RegisterRow, RowReader, content_hash

LONGEST_REASON = 400
# The columns of a staged line from `content` on, where no row could be read.
NO_ROW = (None,) * (len(taking_in.STAGED_COLUMNS) - taking_in.STAGED_COLUMNS.index("content"))


@dataclass(frozen=True, slots=True)
class DeliveredLine:
    """A line of a file: its texts by field, without spaces around them; ``flaw`` is one of its form."""

    line: int
    fields: Mapping[str, str]
    flaw: Flaw | None = None


@dataclass(frozen=True, slots=True)
class DeliveredFile:
    """What is known of a file apart from its lines."""

    name: str
    sha256: str
    as_of: date
    profile: DeliveryProfile
    left_out: tuple[str, ...] = ()


@action(May.DELIVERY_TAKE_IN, "delivery.taken_in")
def take_in_delivery(
    *,
    actor: Actor,
    now: datetime,
    chain: Chain,
    agency: str,
    file: DeliveredFile,
    lines: Iterable[DeliveredLine],
    may_end_many: bool = False,
) -> Done[Delivery]:
    """Take in a file of an agency's whole register, true as of a day.

    Each line is taken in, or put in quarantine with what is wrong. New keys are added, changed rows get
    a new version, open rows that the file lacks are ended. One transaction: all of it or nothing.

    Raises:
        Refused: when a later delivery was taken in already, when no line can be taken in, or when the
            file would end more open rows than the profile allows and ``may_end_many`` is not set.
    """
    _must_be_newer(agency, file)
    delivery = Delivery.objects.create(
        agency_id=agency,
        profile=file.profile.code,
        file_name=file.name,
        sha256=file.sha256,
        as_of=file.as_of,
        at=now,
        by=actor.code,
        left_out=list(file.left_out),
    )
    known = {"agency": agency, "delivery": delivery.pk, "as_of": file.as_of, "now": now, "by": actor.code}
    reader = RowReader(chain, file.profile, chain.register_kind(agency), file.as_of)
    with connection.cursor() as cursor:
        words = _stage(cursor, reader, lines, _earlier_mends(agency))
        delivery.rows, delivery.quarantined = _count(cursor)
        _end_missing(cursor, known, delivery, file.profile.max_ended_share, may_end_many=may_end_many)
        cursor.execute(taking_in.CLOSE_CHANGED, known)
        delivery.changed = cursor.rowcount
        cursor.execute(taking_in.ADD, known)
        delivery.added = cursor.rowcount - delivery.changed
        taken = delivery.rows - delivery.quarantined
        delivery.unchanged = taken - delivery.added - delivery.changed
        for statement in (
            taking_in.NOTE_LINES,
            taking_in.QUARANTINE,
            taking_in.SETTLE_MENDED,
            taking_in.SETTLE_ASIDE,
            taking_in.SETTLE_EQUAL,
        ):
            cursor.execute(statement, known)
        cursor.execute("DROP TABLE staged")
    delivery.untranslated = _untranslated(chain, agency, words)
    delivery.save()
    counts = ("rows", "added", "changed", "unchanged", "ended", "quarantined")
    return Done(
        delivery,
        f"delivery:{delivery.pk}",
        {
            "agency": agency,
            "as_of": str(file.as_of),
            "sha256": file.sha256,
            **{name: getattr(delivery, name) for name in counts},
        },
    )


@action(May.ROW_MEND, "row.mended")
def mend_row(
    *,
    actor: Actor,
    now: datetime,
    chain: Chain,
    quarantined: QuarantinedRow,
    fields: Mapping[str, str],
) -> Done[Row]:
    """Offer a quarantined row again with other texts; it is taken in as if the delivery had said so.

    Raises:
        Flawed: when something is still wrong with the row.
        Refused: when it was settled, a newer delivery came in, or its key was taken in from another line.
    """
    delivery = _must_be_open(quarantined)
    profile = chain.profile(quarantined.agency, delivery.profile)
    read = RowReader(chain, profile, chain.register_kind(quarantined.agency), delivery.as_of).read(
        {name: text.strip() for name, text in fields.items()}
    )
    before = Row.objects.filter(agency=quarantined.agency, key=read.key, valid_until=None).first()
    if before and _is_on_a_line(before, delivery):
        raise Refused(f"Kenmerk ‘{read.key}’ is in deze levering al overgenomen van regel {before.line}.")
    content = content_hash(read.address | read.facts)
    if before and before.content != content:
        Row.objects.filter(pk=before.pk).update(
            valid_until=max(before.valid_from, delivery.as_of), closed_at=now, closed_by=delivery
        )
        before = None
    row = before or Row.objects.create(
        agency=quarantined.agency,
        delivery=delivery,
        line=quarantined.line,
        content=content,
        valid_from=delivery.as_of,
        recorded_at=now,
        **{**read._asdict(), "markers": list(read.markers)},
    )
    _note_line(row, delivery, quarantined.line)
    _settle(quarantined, actor, now, row=row, fields=fields)
    return Done(row, f"row:{row.pk}", {"delivery": delivery.pk, "line": quarantined.line})


@action(May.ROW_MEND, "row.set_aside")
def set_row_aside(
    *, actor: Actor, now: datetime, quarantined: QuarantinedRow, reason: str
) -> Done[Settlement]:
    """Decide that a quarantined row is not taken in, with the reason; the row itself stays kept.

    Raises:
        Refused: without a reason, or when the row was settled or a newer delivery came in.
    """
    delivery = _must_be_open(quarantined)
    if not reason.strip():
        raise Refused("Schrijf kort op waarom deze regel niet wordt overgenomen.")
    settled = _settle(
        quarantined, actor, now, row=None, fields=quarantined.fields, reason=reason.strip()[:LONGEST_REASON]
    )
    return Done(settled, f"quarantine:{quarantined.pk}", {"delivery": delivery.pk, "line": quarantined.line})


def _must_be_newer(agency: str, file: DeliveredFile) -> None:
    with connection.cursor() as cursor:
        # One delivery of an agency at a time; the second waits here and then sees the first.
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('delivery'), hashtext(%s))", [agency])
    last = Delivery.objects.filter(agency=agency).order_by("-as_of", "-pk").first()
    if last and last.as_of > file.as_of:
        raise Refused(
            f"Er is al een levering van {last.as_of:%d-%m-%Y} ingenomen; deze is van {file.as_of:%d-%m-%Y}. "
            "Lever het nieuwste bestand, of geef met --as-of de juiste dag."
        )


def _earlier_mends(agency: str) -> dict[str, tuple[int, dict[str, str]]]:
    """What people mended before, by the content of the delivered line."""
    mends = Settlement.objects.filter(agency=agency).exclude(row=None).order_by("pk")
    return {
        content: (pk, fields)
        for content, pk, fields in mends.values_list("quarantined__content", "pk", "fields")
    }


def _stage(
    cursor: CursorWrapper,
    reader: RowReader,
    lines: Iterable[DeliveredLine],
    mends: Mapping[str, tuple[int, dict[str, str]]],
) -> Counter[tuple[str, str]]:
    """Copy every line to the staging table; returns how often each own word occurs."""
    cursor.execute(taking_in.STAGE)
    words: Counter[tuple[str, str]] = Counter()
    with cursor.copy(taking_in.COPY) as copy:
        for line in lines:
            copy.write_row(_staged(reader, line, mends, words))
    cursor.execute(taking_in.INDEX)
    cursor.execute(
        taking_in.DUPLICATES,
        {"equal_line": taking_in.EQUAL_LINE, "one_key_twice": taking_in.ONE_KEY_TWICE},
    )
    return words


def _staged(
    reader: RowReader,
    delivered: DeliveredLine,
    mends: Mapping[str, tuple[int, dict[str, str]]],
    words: Counter[tuple[str, str]],
) -> tuple[Any, ...]:
    """A line as the staging table takes it; counts its own words."""
    fields = delivered.fields
    content = content_hash(fields)
    flaws: tuple[Flaw, ...] = (delivered.flaw,) if delivered.flaw else ()
    row, mended_from = None, None
    if not flaws:
        row, flaws = _read(reader, fields)
    if flaws and content in mends:
        mended_from, mended = mends[content]
        row, _ = _read(reader, mended)
    doubtful = _doubtful_columns(fields, flaws)
    if row is None:
        return delivered.line, fields.get("key", ""), False, content, *doubtful, None, *NO_ROW
    for vocabulary in (Vocabulary.PHASE, Vocabulary.SCHEME):
        if word := fields.get(vocabulary):
            words[vocabulary, word] += 1
    own_content = content_hash(row.address | row.facts) if flaws else content
    return delivered.line, row.key, True, content, *doubtful, mended_from, own_content, *_columns(row)


def _doubtful_columns(fields: Mapping[str, str], flaws: tuple[Flaw, ...]) -> tuple[str | None, str | None]:
    """The texts as delivered and what is wrong with them, kept only where something is."""
    return (json.dumps(fields), json.dumps([asdict(flaw) for flaw in flaws])) if flaws else (None, None)


def _columns(row: RegisterRow) -> tuple[Any, ...]:
    return (
        json.dumps(row.address), json.dumps(row.facts), row.municipality, row.phase, row.since, row.decided_on,
        row.in_programme, list(row.markers),
    )  # fmt: skip


def _read(reader: RowReader, fields: Mapping[str, str]) -> tuple[RegisterRow | None, tuple[Flaw, ...]]:
    try:
        return reader.read(fields), ()
    except Flawed as flawed:
        return None, flawed.flaws


def _count(cursor: CursorWrapper) -> tuple[int, int]:
    cursor.execute(taking_in.COUNTS)
    rows, quarantined = cursor.fetchone()
    if not rows:
        raise Refused("Het bestand heeft geen regels onder de kop. Er is niets veranderd.")
    if rows == quarantined:
        cursor.execute("SELECT line, flaws->0->>'reason' FROM staged ORDER BY line LIMIT 1")
        line, reason = cursor.fetchone()
        raise Refused(
            f"Geen enkele regel kon worden overgenomen; er is niets veranderd. Regel {line}: {reason}"
        )
    return rows, quarantined


def _end_missing(
    cursor: CursorWrapper, known: dict[str, Any], delivery: Delivery, limit: float, *, may_end_many: bool
) -> None:
    cursor.execute(taking_in.COUNT_MISSING, known)
    missing, open_rows = cursor.fetchone()
    if missing > limit * open_rows and not may_end_many:
        raise Refused(
            f"Deze levering zou {missing} van de {open_rows} openstaande regels beëindigen, meer dan "
            f"{limit:.0%}. Er is niets veranderd. Controleer of het bestand volledig is; klopt het, lever dan "
            "opnieuw met --may-end-many."
        )
    cursor.execute(taking_in.END_MISSING, known)
    delivery.ended = cursor.rowcount


def _untranslated(chain: Chain, agency: str, words: Counter[tuple[str, str]]) -> list[dict[str, Any]]:
    """The own words that the chain does not know, with how many rows have them; never guessed."""
    return [
        {"vocabulary": vocabulary, "word": unmapped.word, "rows": words[vocabulary, unmapped.word]}
        for vocabulary in (Vocabulary.PHASE, Vocabulary.SCHEME)
        for unmapped in chain.unmapped(agency, vocabulary, [w for v, w in words if v == vocabulary])
        if unmapped.reason is None
    ]


def _must_be_open(quarantined: QuarantinedRow) -> Delivery:
    """The delivery of a quarantined row that can still be settled; locks the row."""
    QuarantinedRow.objects.select_for_update().get(pk=quarantined.pk)
    if Settlement.objects.filter(quarantined=quarantined).exists():
        raise Refused("Deze regel is al afgehandeld, misschien zojuist door een collega.")
    delivery = Delivery.objects.get(pk=quarantined.delivery_id)
    if Delivery.objects.filter(agency=quarantined.agency, pk__gt=delivery.pk).exists():
        raise Refused("Er is een nieuwere levering. Herstel de regel daar, als hij er nog in staat.")
    return delivery


def _is_on_a_line(row: Row, delivery: Delivery) -> bool:
    return Line.objects.filter(delivery=delivery, row=row).exists()


def _note_line(row: Row, delivery: Delivery, line: int) -> None:
    Line.objects.create(agency=row.agency, delivery=delivery, line=line, row=row)


def _settle(
    quarantined: QuarantinedRow,
    actor: Actor,
    now: datetime,
    *,
    row: Row | None,
    fields: Mapping[str, str],
    reason: str = "",
) -> Settlement:
    return Settlement.objects.create(
        agency=quarantined.agency,
        quarantined=quarantined,
        row=row,
        fields=dict(fields),
        reason=reason,
        at=now,
        by=actor.code,
    )
