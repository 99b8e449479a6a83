"""Both agencies of a pair see that it exists; a judge sees the address fields and dates of both rows."""

from django.db import migrations

from loopplank.access.walls import APP, MATCHER, ORGANISATION, as_matcher, grant, matcher_reads, own_rows

PAIRS = f"""
{grant("overlap_pair", "SELECT")}
{grant("overlap_pair", "SELECT, INSERT, UPDATE", MATCHER)}
GRANT USAGE ON SEQUENCE overlap_pair_id_seq TO {MATCHER};
ALTER TABLE overlap_pair ENABLE ROW LEVEL SECURITY; ALTER TABLE overlap_pair FORCE ROW LEVEL SECURITY;
CREATE POLICY both_agencies ON overlap_pair FOR SELECT TO {APP}
    USING ({ORGANISATION} IN (first_agency, second_agency));
CREATE POLICY matcher_writes ON overlap_pair TO {MATCHER}
    USING (current_user = '{MATCHER}') WITH CHECK (current_user = '{MATCHER}');
"""

JUDGEMENTS = f"""
{grant("overlap_judgement", "SELECT, INSERT")}
ALTER TABLE overlap_judgement ENABLE ROW LEVEL SECURITY; ALTER TABLE overlap_judgement FORCE ROW LEVEL SECURITY;
CREATE POLICY with_the_pair ON overlap_judgement FOR SELECT TO {APP}
    USING (EXISTS (SELECT FROM overlap_pair pair WHERE pair.id = pair_id));
CREATE POLICY by_a_judge ON overlap_judgement FOR INSERT TO {APP}
    WITH CHECK (access_holds_duty('match_judge') AND agency = {ORGANISATION}
                AND by = current_setting('loopplank.actor', true)
                AND EXISTS (SELECT FROM overlap_pair pair WHERE pair.id = pair_id));
"""

# The one place where rows of two agencies meet. A pair gets the weaker grade of its two sides; units that
# differ on one site (before and after rebuilding) are never more than very likely; where one side knows
# only the building, it is "same building".
FIND = """
WITH candidate AS (
    SELECT one.row_id AS first_row, other.row_id AS second_row, one.rank + other.rank AS rank,
           greatest(one.grade, other.grade, CASE WHEN one.unit = other.unit THEN 1 ELSE 2 END) AS grade,
           one.rung AS first_rung, other.rung AS second_rung, one.address_id, one.unit, other.unit AS other_unit,
           one.municipality
      FROM overlap_resolution one JOIN overlap_resolution other ON other.site = one.site
     WHERE one.agency = first AND other.agency = second AND one.site <> ''
    UNION ALL
    SELECT one.row_id, other.row_id, one.rank + other.rank, 5,
           one.rung, other.rung, one.address_id, one.unit, other.unit, one.municipality
      FROM overlap_resolution one JOIN overlap_resolution other ON other.building = one.building
     WHERE one.agency = first AND other.agency = second AND one.building <> ''
       AND (one.site = '' OR other.site = '')
), met AS MATERIALIZED (
    SELECT DISTINCT ON (first_row, second_row) candidate.*
      FROM candidate
     WHERE only_rows IS NULL OR first_row = ANY (only_rows) OR second_row = ANY (only_rows)
     ORDER BY first_row, second_row, grade, rank
), pair AS MATERIALIZED (
    SELECT met.first_row, met.second_row, met.grade, met.first_rung, met.second_rung, met.address_id, met.unit,
           met.other_unit, one.key AS first_key, other.key AS second_key,
           coalesce(nullif(met.municipality, ''), one.municipality) AS municipality,
           (one.in_programme OR NOT needs_programme)
           AND (NOT needs_undecided OR (other.decided_on IS NULL
                AND (other.phase = '' OR coalesce(word.is_undecided, false))))
           AND (NOT needs_municipality OR coalesce(place.has_programme, false)) AS is_legal
      FROM met
      JOIN registers_standing one ON one.id = met.first_row
      JOIN registers_standing other ON other.id = met.second_row
      LEFT JOIN chain_own_phase word ON word.agency = second
           AND word.word = lower(regexp_replace(btrim(other.phase), '\\s+', ' ', 'g'))
      LEFT JOIN chain_municipality place
           ON place.code = coalesce(nullif(met.municipality, ''), one.municipality)
), written AS (
    INSERT INTO overlap_pair AS known (first_agency, first_key, second_agency, second_key, first_row_id,
           second_row_id, first_rung, second_rung, address_id, unit, other_unit, grade, is_legal, municipality,
           is_found, found_at, changed_at)
    SELECT first, first_key, second, second_key, first_row, second_row, first_rung, second_rung, address_id,
           unit, other_unit, grade, is_legal, municipality, true, at, at
      FROM pair
    ON CONFLICT (first_agency, first_key, second_agency, second_key) DO UPDATE
       SET first_row_id = excluded.first_row_id, second_row_id = excluded.second_row_id,
           first_rung = excluded.first_rung, second_rung = excluded.second_rung,
           address_id = excluded.address_id, unit = excluded.unit, other_unit = excluded.other_unit,
           grade = excluded.grade, is_legal = excluded.is_legal, municipality = excluded.municipality,
           is_found = true, changed_at = at
     WHERE (known.first_row_id, known.second_row_id, known.first_rung, known.second_rung, known.address_id,
            known.unit, known.other_unit, known.grade, known.is_legal, known.municipality, known.is_found)
           IS DISTINCT FROM
           (excluded.first_row_id, excluded.second_row_id, excluded.first_rung, excluded.second_rung,
            excluded.address_id, excluded.unit, excluded.other_unit, excluded.grade, excluded.is_legal,
            excluded.municipality, true)
    RETURNING xmax = 0 AS is_new
), lost AS (
    UPDATE overlap_pair known SET is_found = false, changed_at = at
     WHERE known.first_agency = first AND known.second_agency = second AND known.is_found
       AND (only_rows IS NULL OR known.first_row_id = ANY (only_rows) OR known.second_row_id = ANY (only_rows))
       AND NOT EXISTS (SELECT FROM pair WHERE pair.first_key = known.first_key
                                          AND pair.second_key = known.second_key)
    RETURNING 1
)
SELECT (SELECT count(*) FROM pair), (SELECT count(*) FROM written WHERE is_new),
       (SELECT count(*) FROM written WHERE NOT is_new), (SELECT count(*) FROM lost)
"""
FIND_SIGNATURE = (
    "overlap_find_pairs(first text, second text, needs_programme boolean, needs_undecided boolean,"
    " needs_municipality boolean, at timestamptz, only_rows bigint[])"
    " RETURNS TABLE (pairs bigint, new bigint, changed bigint, lost bigint) LANGUAGE sql VOLATILE"
)

SIDES = """
SELECT row.agency::text, row.key::text, row.address, row.since, row.decided_on,
       ARRAY(SELECT address_id FROM overlap_resolution found
              WHERE found.row_id = row.id AND found.address_id IS NOT NULL ORDER BY found.rank)
  FROM overlap_pair pair
  JOIN registers_standing row ON row.id IN (pair.first_row_id, pair.second_row_id)
 WHERE pair.id = pair_id
   AND access_holds_duty('match_judge')
   AND nullif(current_setting('loopplank.organisation', true), '') IN (pair.first_agency, pair.second_agency)
"""
SIDES_SIGNATURE = (
    "overlap_sides(pair_id bigint)"
    " RETURNS TABLE (agency text, key text, address jsonb, since date, decided_on date,"
    " candidates bigint[]) LANGUAGE sql STABLE"
)


class Migration(migrations.Migration):
    dependencies = [
        ("overlap", "0001_initial"),
        ("registers", "0002_walls"),
        ("places", "0002_grants"),
        ("chain", "0002_grants"),
    ]
    operations = [
        migrations.RunSQL(
            [
                own_rows("overlap_resolution", "SELECT, INSERT, DELETE"),
                matcher_reads(
                    "overlap_resolution",
                    "row_id, rank, agency, rung, grade, address_id, unit, site, building, municipality",
                ),
                PAIRS,
                JUDGEMENTS,
                as_matcher(FIND_SIGNATURE, FIND),
                as_matcher(SIDES_SIGNATURE, SIDES),
            ],
            migrations.RunSQL.noop,
        )
    ]
