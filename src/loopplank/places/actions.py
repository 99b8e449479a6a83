"""Loading the address register."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import connection

from loopplank.access.action import Done, action
from loopplank.access.actor import Actor
from loopplank.access.may import May
from loopplank.kernel.refused import Refused
from loopplank.places.models import Load
from loopplank.places.reference import ReferenceRow

# Old and new building of one rebuilt home, and once in a while a third try; more units under one
# address text is a register without additions, which says nothing of one spot.
MOST_UNITS_ON_ONE_SITE = 3

_COLUMNS = ", ".join(ReferenceRow._fields)
# What a newer file may say otherwise of a wording without making it another one.
_MUTABLE = (
    "building", "municipality", "municipality_key", "status", "valid_until", "lon", "lat", "is_current", "made_up"
)  # fmt: skip

_STAGE = f"CREATE TEMPORARY TABLE staged ON COMMIT DROP AS SELECT {_COLUMNS} FROM places_address WITH NO DATA"
_MERGE = f"""
    INSERT INTO places_address AS known ({_COLUMNS}, loaded_by_id)
    SELECT {_COLUMNS}, %(load)s FROM (SELECT DISTINCT ON (wording) * FROM staged) AS once
    ORDER BY designation  -- near one another in most indexes, which is much quicker than in none
    ON CONFLICT (wording) DO UPDATE SET
        {", ".join(f"{name} = excluded.{name}" for name in _MUTABLE)}, ended_by_id = NULL
    WHERE known.ended_by_id IS NOT NULL
       OR ({", ".join(f"known.{name}" for name in _MUTABLE)})
          IS DISTINCT FROM ({", ".join(f"excluded.{name}" for name in _MUTABLE)})
    RETURNING xmax = 0
"""
# A designation that the file has under another wording: the old wording became history.
_END_OLD_WORDINGS = """
    UPDATE places_address known
       SET is_current = false, ended_by_id = %(load)s, valid_until = coalesce(valid_until, %(today)s)
     WHERE known.ended_by_id IS NULL
       AND known.designation IN (SELECT designation FROM staged)
       AND NOT EXISTS (SELECT FROM staged WHERE staged.wording = known.wording)
"""
_MISSING = """
    known.ended_by_id IS NULL AND known.is_current
    AND known.municipality_key IN (SELECT municipality_key FROM staged)
    AND NOT EXISTS (SELECT FROM staged WHERE staged.wording = known.wording)
"""
_END_MISSING = f"""
    UPDATE places_address known
       SET is_current = false, ended_by_id = %(load)s, valid_until = coalesce(valid_until, %(today)s)
     WHERE {_MISSING}
"""
# A unit stands where its wordings in use say, or where its last one said: units that end up under one
# text are old and new on one spot. A unit that was renumbered has left its old text behind.
_SITES = """
    WITH ranked AS (
        SELECT unit, street_key, number, suffix, postcode, town_key, is_current,
               row_number() OVER (PARTITION BY unit ORDER BY is_current DESC, valid_until DESC NULLS LAST,
                                  valid_from DESC NULLS LAST, id DESC) AS place
          FROM places_address
    ), shared AS (
        SELECT array_agg(DISTINCT unit) AS units, min(unit) AS site
          FROM ranked
         WHERE is_current OR place = 1
         GROUP BY street_key, number, suffix, postcode, town_key
        HAVING count(DISTINCT unit) BETWEEN 2 AND %(most)s
    ), wanted AS (
        SELECT unit, min(site) AS site FROM shared, unnest(units) AS unit GROUP BY unit
    ), changed AS (
        SELECT known.id, coalesce(wanted.site, known.unit) AS site
          FROM places_address known LEFT JOIN wanted USING (unit)
         WHERE known.site <> coalesce(wanted.site, known.unit)
    )
    UPDATE places_address known SET site = changed.site FROM changed WHERE known.id = changed.id
"""


@action(May.PLACES_LOAD, "places.loaded")
def load_addresses(
    *,
    actor: Actor,
    now: datetime,
    file_name: str,
    sha256: str,
    rows: Iterable[ReferenceRow],
    is_complete: bool = False,
    most_missing: float = 0.05,
) -> Done[Load]:
    """Add a file to the address register: new wordings come in, changed ones are updated, none is lost.

    A wording that its designation no longer has becomes history. With ``is_complete`` the file is all
    there is for the municipalities it names, and what it lacks there becomes history too.

    Args:
        most_missing: the share of the known addresses of those municipalities that may be lacking.

    Raises:
        Refused: when the file has no rows, or is said to be complete and lacks more than that.
    """
    load = Load.objects.create(at=now, file_name=file_name, sha256=sha256)
    known = {"load": load.pk, "today": now.date(), "most": MOST_UNITS_ON_ONE_SITE}
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE places_load IN EXCLUSIVE MODE")
        cursor.execute(_STAGE)
        with cursor.copy(f"COPY staged ({_COLUMNS}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
                load.rows += 1
                load.made_up += row.made_up
        if not load.rows:
            raise Refused("Het bestand heeft geen adressen.")
        cursor.execute(
            "CREATE INDEX ON staged (wording); CREATE INDEX ON staged (designation); ANALYZE staged"
        )
        if is_complete:
            _end_missing(cursor, known, load, most_missing)
        cursor.execute(_MERGE, known)
        outcomes = [is_new for (is_new,) in cursor.fetchall()]
        load.added, load.changed = sum(outcomes), len(outcomes) - sum(outcomes)
        cursor.execute(_END_OLD_WORDINGS, known)
        load.ended += cursor.rowcount
        cursor.execute("ANALYZE places_address")
        cursor.execute(_SITES, known)
    load.save()
    counts = {name: getattr(load, name) for name in ("rows", "added", "changed", "ended", "made_up")}
    return Done(load, f"load:{load.pk}", {"sha256": sha256, **counts})


def _end_missing(cursor: Any, known: dict[str, Any], load: Load, most_missing: float) -> None:
    cursor.execute(
        f"SELECT count(*) FILTER (WHERE {_MISSING}), count(*) FROM places_address known"
        " WHERE known.is_current AND known.municipality_key IN (SELECT municipality_key FROM staged)"
    )
    missing, present = cursor.fetchone()
    if missing > most_missing * present:
        raise Refused(
            f"Het bestand zou {missing} van de {present} bekende adressen in deze gemeenten beëindigen. "
            "Controleer of het wel volledig is, of laad het zonder --volledig."
        )
    cursor.execute(_END_MISSING, known)
    load.ended += cursor.rowcount
