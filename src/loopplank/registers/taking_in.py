"""The SQL of a delivery: from staged lines to versions, quarantine and settlements, set by set."""

from __future__ import annotations

# Every line of the file comes here first; it vanishes with the transaction. A line is taken in when it
# has no flaws, or when somebody mended the very same line before (`mended_from`).
STAGE = """
    CREATE TEMPORARY TABLE staged (
        line int, key text, taken boolean, delivered text, fields jsonb, flaws jsonb, mended_from bigint,
        content text, address jsonb, facts jsonb, municipality text, phase text, since date,
        decided_on date, in_programme boolean, markers text[]
    ) ON COMMIT DROP
"""
STAGED_COLUMNS = (
    "line", "key", "taken", "delivered", "fields", "flaws", "mended_from",
    "content", "address", "facts", "municipality", "phase", "since",
    "decided_on", "in_programme", "markers",
)  # fmt: skip
COPY = f"COPY staged ({', '.join(STAGED_COLUMNS)}) FROM STDIN"
INDEX = "CREATE INDEX ON staged (key); ANALYZE staged"

EQUAL_LINE = "Deze regel is gelijk aan regel %s. U hoeft niets te doen."
ONE_KEY_TWICE = (
    "Dit kenmerk staat met verschillende inhoud op meer regels. "
    "Kies welke regel geldt, of geef elke zaak een eigen kenmerk."
)
# One key on two lines. Equal lines: the first counts and the others say so. Different lines: a person
# chooses, because taking the first would be a guess.
DUPLICATES = """
    WITH twice AS (
        SELECT key, min(line) AS first_line, count(DISTINCT content) AS contents
          FROM staged WHERE taken GROUP BY key HAVING count(*) > 1
    )
    UPDATE staged
       SET taken = false, mended_from = NULL, fields = coalesce(fields, address || facts),
           flaws = jsonb_build_array(jsonb_build_object('field', 'key', 'value', staged.key, 'reason',
               CASE WHEN contents = 1 THEN format(%(equal_line)s, first_line) ELSE %(one_key_twice)s END))
      FROM twice
     WHERE staged.key = twice.key AND taken AND (contents > 1 OR staged.line > first_line)
"""

# Open versions whose key is on no line at all, good or bad: a bad line is no reason to end a case.
_MISSING = "NOT EXISTS (SELECT FROM staged WHERE staged.key = registers_row.key)"
_OPEN = "registers_row.agency = %(agency)s AND registers_row.valid_until IS NULL"
COUNT_MISSING = f"SELECT count(*) FILTER (WHERE {_MISSING}), count(*) FROM registers_row WHERE {_OPEN}"

_CLOSE = """
    UPDATE registers_row
       SET valid_until = greatest(valid_from, %(as_of)s), closed_at = %(now)s, closed_by_id = %(delivery)s
"""
END_MISSING = f"{_CLOSE} WHERE {_OPEN} AND {_MISSING}"
CLOSE_CHANGED = f"""{_CLOSE}
      FROM staged
     WHERE {_OPEN} AND taken AND staged.key = registers_row.key AND staged.content <> registers_row.content
"""
ADD = """
    INSERT INTO registers_row (agency, key, delivery_id, line, address, facts, municipality, phase, since,
           decided_on, in_programme, markers, content, valid_from, recorded_at)
    SELECT %(agency)s, key, %(delivery)s, line, address, facts, municipality, phase, since,
           decided_on, in_programme, markers, content, %(as_of)s, %(now)s
      FROM staged
     WHERE taken AND NOT EXISTS (
           SELECT FROM registers_row known WHERE known.agency = %(agency)s
              AND known.key = staged.key AND known.valid_until IS NULL)
"""
_TAKEN_AS = """
    staged JOIN registers_row known
        ON known.agency = %(agency)s AND known.key = staged.key AND known.valid_until IS NULL
"""
NOTE_LINES = f"""
    INSERT INTO registers_line (agency, delivery_id, line, row_id)
    SELECT %(agency)s, %(delivery)s, staged.line, known.id
      FROM {_TAKEN_AS} WHERE taken AND known.delivery_id <> %(delivery)s
"""

QUARANTINE = """
    INSERT INTO registers_quarantined_row (agency, delivery_id, line, key, fields, flaws, content)
    SELECT %(agency)s, %(delivery)s, line, left(key, 80), fields, flaws, delivered
      FROM staged WHERE flaws IS NOT NULL
"""
_QUARANTINED = "registers_quarantined_row q ON q.delivery_id = %(delivery)s AND q.line = staged.line"
_SETTLE = "INSERT INTO registers_settlement (agency, quarantined_id, row_id, fields, reason, at, by)"
# Mended before: the same mend again, in the name of who made it.
SETTLE_MENDED = f"""{_SETTLE}
    SELECT %(agency)s, q.id, known.id, earlier.fields, '', %(now)s, earlier.by
      FROM {_TAKEN_AS} JOIN {_QUARANTINED}
      JOIN registers_settlement earlier ON earlier.id = staged.mended_from
     WHERE taken
"""
# Set aside before: set aside again.
SETTLE_ASIDE = f"""{_SETTLE}
    SELECT DISTINCT ON (q.id) %(agency)s, q.id, NULL::bigint, earlier.fields, earlier.reason, %(now)s, earlier.by
      FROM staged JOIN {_QUARANTINED}
      JOIN registers_quarantined_row before ON before.agency = %(agency)s
           AND before.content = q.content AND before.id <> q.id
      JOIN registers_settlement earlier ON earlier.quarantined_id = before.id AND earlier.row_id IS NULL
     WHERE NOT taken
     ORDER BY q.id, earlier.id DESC
"""
# An equal line needs nobody.
SETTLE_EQUAL = f"""{_SETTLE}
    SELECT %(agency)s, q.id, NULL::bigint, q.fields, 'gelijk aan een andere regel', %(now)s, %(by)s
      FROM staged JOIN {_QUARANTINED}
     WHERE NOT taken AND staged.key IN (SELECT key FROM staged WHERE taken)
       AND staged.content = (SELECT max(content) FROM staged one WHERE one.key = staged.key AND one.taken)
       AND NOT EXISTS (SELECT FROM registers_settlement known WHERE known.quarantined_id = q.id)
"""
COUNTS = """
    SELECT count(*), count(*) FILTER (WHERE flaws IS NOT NULL AND NOT taken) FROM staged
"""
