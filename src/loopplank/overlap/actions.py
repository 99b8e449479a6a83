"""Finding pairs, and judging them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper

from loopplank.access.action import Done, action
from loopplank.access.actor import Actor
from loopplank.access.may import May
from loopplank.chain.contents import Overlap
from loopplank.kernel.refused import Refused
from loopplank.overlap.ladder import Grade
from loopplank.overlap.models import Judgement, Pair
from loopplank.overlap.resolving import Resolved, Resolver, ToResolve
from loopplank.overlap.rules import evidence_of
from loopplank.overlap.verdicts import Verdict
from loopplank.places.facts import reference_version

REPORT_EVERY = 2_000
LONGEST_NOTE = 400

_COLUMNS = ", ".join((*Resolved._fields, "agency", "reference_version"))
# Rows without a resolution, or with one of an older address register.
_TO_RESOLVE = """
  SELECT row.id, row.address, row.municipality
    FROM registers_standing row
    LEFT JOIN overlap_resolution found ON found.row_id = row.id AND found.rank = 0
   WHERE row.agency = %(agency)s AND found.reference_version IS DISTINCT FROM %(version)s
     AND (%(only_rows)s::bigint[] IS NULL OR row.id = ANY (%(only_rows)s))
   ORDER BY row.id
"""
_FORGET = """
    DELETE FROM overlap_resolution found
     WHERE found.agency = %(agency)s
       AND (found.reference_version <> %(version)s
            OR NOT EXISTS (SELECT FROM registers_standing row WHERE row.id = found.row_id))
"""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class RowsResolved:
    """How many rows of an agency were resolved just now, by grade."""

    rows: int
    by_grade: Mapping[Grade, int]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search came to, in pairs (one row of each register)."""

    pairs: int
    new: int
    changed: int
    lost: int


@action(May.OVERLAP_FIND, "overlap.resolved")
def resolve_rows(
    *,
    actor: Actor,
    now: datetime,
    resolver: Resolver,
    only_rows: Sequence[int] | None = None,
    progress: Progress | None = None,
) -> Done[RowsResolved]:
    """Tie the open rows of the actor's agency to the address register, where that was not done yet.

    Args:
        only_rows: look at just these rows; at all of the agency without it.

    Raises:
        Refused: when no address register was loaded.
    """
    version = reference_version()
    if not version:
        raise Refused("Er is nog geen adresregister geladen. Doe dat met ‘loopplank places load BESTAND’.")
    rows_asked = list(only_rows) if only_rows is not None else None
    known: dict[str, Any] = {
        "agency": actor.organisation,
        "version": version,
        "only_rows": rows_asked,
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('overlap'))")
        cursor.execute(_FORGET, known)
        cursor.execute(_TO_RESOLVE, known)
        rows = [ToResolve(*row) for row in cursor.fetchall()]
        resolved = resolver.resolve(rows)
        tally = _write(cursor, known, resolved, lambda done: progress and progress(done, len(rows)))
        if rows:
            cursor.execute("ANALYZE overlap_resolution")
    details = {grade.word: number for grade, number in sorted(tally.items())}
    result = RowsResolved(len(rows), tally)
    return Done(
        result, f"agency:{actor.organisation}", {"reference": version, "rows": result.rows, **details}
    )


@action(May.OVERLAP_FIND, "overlap.found")
def find_pairs(
    *, actor: Actor, now: datetime, overlap: Overlap, only_rows: Sequence[int] | None = None
) -> Done[Found]:
    """Pair the resolved rows of two registers; what people judged of a pair is left as it is.

    Args:
        only_rows: pair just these rows (of a row that was mended, say); all of them without it.
    """
    legal = overlap.legal
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('overlap'))")
        cursor.execute(
            "SELECT * FROM overlap_find_pairs(%s, %s, %s, %s, %s, %s, %s)",
            [
                overlap.first,
                overlap.second,
                legal.first_in_programme,
                legal.second_undecided,
                legal.in_programme_municipality,
                now,
                list(only_rows) if only_rows is not None else None,
            ],
        )
        found = Found(*cursor.fetchone())
    return Done(found, f"overlap:{overlap.first}-{overlap.second}", vars_of(found))


@action(May.PAIR_JUDGE, "pair.judged")
def judge_pair(
    *, actor: Actor, now: datetime, pair_id: int, seen: str, verdict: Verdict, note: str = ""
) -> Done[Judgement]:
    """Record what a person makes of a pair; it stands over every later search.

    Args:
        seen: the evidence that the person saw (``PairCard.evidence``).

    Raises:
        Refused: when the pair is gone, or its evidence changed while the person looked.
    """
    pair = Pair.objects.filter(pk=pair_id, is_found=True).first()
    if pair is None:
        raise Refused("Dit paar is er niet meer: een nieuwe levering of zoekactie vond het niet terug.")
    evidence = evidence_of(pair.first_rung, pair.second_rung, pair.unit, pair.other_unit)
    if seen != evidence:
        raise Refused("Het bewijs voor dit paar is zojuist veranderd. Bekijk het opnieuw en oordeel dan.")
    judgement = Judgement.objects.create(
        pair=pair,
        verdict=Verdict(verdict),
        note=note.strip()[:LONGEST_NOTE],
        agency=actor.organisation,
        by=actor.code,
        at=now,
        evidence=evidence,
    )
    return Done(judgement, f"pair:{pair.pk}", {"verdict": verdict})


def vars_of(found: Found) -> dict[str, int]:
    """The counts by name, for the trail."""
    return {"pairs": found.pairs, "new": found.new, "changed": found.changed, "lost": found.lost}


def _write(
    cursor: CursorWrapper, known: dict[str, Any], resolved: Iterable[Resolved], report: Callable[[int], Any]
) -> Counter[Grade]:
    """Write what rows lead to; returns how many rows reached each grade."""
    tally: Counter[Grade] = Counter()
    # Row-level security does not go with COPY, so the rows pass through a table of this transaction.
    cursor.execute(
        "CREATE TEMPORARY TABLE resolved ON COMMIT DROP AS"
        f" SELECT {_COLUMNS} FROM overlap_resolution WITH NO DATA"
    )
    with cursor.copy(f"COPY resolved ({_COLUMNS}) FROM STDIN") as copy:
        for one in resolved:
            copy.write_row((*one, known["agency"], known["version"]))
            if one.rank == 0:
                tally[Grade(one.grade)] += 1
                if tally.total() % REPORT_EVERY == 0:
                    report(tally.total())
    cursor.execute(f"INSERT INTO overlap_resolution ({_COLUMNS}) SELECT {_COLUMNS} FROM resolved")
    cursor.execute("DROP TABLE resolved")
    return tally
