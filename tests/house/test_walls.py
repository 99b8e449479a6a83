"""The walls of the database: what each role may do with each table, and what another agency sees."""

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from django.utils import timezone

from loopplank.access.actor import Actor
from tests.conftest import as_actor, as_owner
from tests.worlds import furnish_kerkstraat

pytestmark = pytest.mark.django_db

A, D, R, W = "INSERT", "DELETE", "SELECT", "UPDATE"  # add, delete, read, write
GRANTS = {
    "loopplank_app": {
        "access_account": {R, A, W},
        "access_duty": {R, A, W},
        "account_emailaddress": {R, A, W, D},
        "account_emailconfirmation": {R, A, W, D},
        "chain_municipality": {R, A, W, D},
        "chain_organisation": {R, A, W, D},
        "chain_own_phase": {R, A, W, D},
        "chain_version": {R, A},
        "config_cache": {R, A, W, D},
        "django_content_type": {R},
        "django_migrations": {R},
        "django_session": {R, A, W, D},
        "overlap_judgement": {R, A},
        "overlap_pair": {R},
        "overlap_resolution": {R, A, D},
        "places_address": {R, A, W},
        "places_load": {R, A, W},
        "places_wording": {R},
        "registers_delivery": {R, A, W},
        "registers_line": {R, A},
        "registers_quarantined_row": {R, A},
        "registers_row": {R, A},
        "registers_settlement": {R, A},
        "registers_standing": {R},
        "trail_entry": {A},
    },
    "loopplank_matcher": {
        "chain_municipality": {R},
        "chain_own_phase": {R},
        "overlap_pair": {R, A, W},
        "places_address": {R},
        "places_wording": {R},
        "registers_standing": {R},
    },
}
COLUMNS = {
    "loopplank_app": {
        ("registers_row", W): {"valid_until", "closed_at", "closed_by_id"},
        ("registers_quarantined_row", W): {"agency"},
    },
    "loopplank_matcher": {
        ("access_duty", R): {"account_id", "kind", "start", "end"},
        ("overlap_resolution", R): {
            "row_id", "rank", "agency", "rung", "grade",
            "address_id", "unit", "site", "building", "municipality",
        },
        ("registers_row", R): {
            "id", "agency", "key", "address", "municipality", "phase", "since", "decided_on", "in_programme",
            "markers", "valid_until",
        },
    },
}  # fmt: skip
WALLED = {
    "overlap_judgement", "overlap_pair", "overlap_resolution", "registers_delivery", "registers_line",
    "registers_quarantined_row", "registers_row", "registers_settlement",
}  # fmt: skip


@pytest.mark.parametrize("role", GRANTS)
def test_each_role_may_do_just_this_with_each_table(role):
    found = {}
    for row in as_owner(
        "SELECT table_name, privilege_type FROM information_schema.role_table_grants"
        f" WHERE grantee = '{role}' AND table_schema = 'public'"
    ):
        found.setdefault(row["table_name"], set()).add(row["privilege_type"])

    assert found == GRANTS[role]


@pytest.mark.parametrize("role", COLUMNS)
def test_each_role_may_do_just_this_with_single_columns(role):
    found = {}
    for row in as_owner(
        "SELECT table_name, column_name, privilege_type FROM information_schema.role_column_grants"
        f" WHERE grantee = '{role}' AND table_schema = 'public'"
    ):
        if row["privilege_type"] not in GRANTS[role].get(row["table_name"], set()):
            found.setdefault((row["table_name"], row["privilege_type"]), set()).add(row["column_name"])

    assert found == COLUMNS[role]


def test_nobody_else_may_do_anything():
    assert (
        as_owner(
            "SELECT DISTINCT grantee FROM information_schema.role_table_grants"
            " WHERE table_schema = 'public'"
            " AND grantee NOT IN ('loopplank_owner', 'loopplank_app', 'loopplank_matcher')"
        )
        == []
    )


def test_these_tables_have_walls_for_their_owner_too():
    walled = as_owner(
        "SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity AND relkind = 'r'"
    )

    assert {row["relname"] for row in walled} == WALLED


def test_what_runs_as_somebody_else_is_the_matcher_with_a_fixed_path():
    functions = as_owner(
        "SELECT proname, pg_get_userbyid(proowner) AS owner, proconfig FROM pg_proc"
        " WHERE prosecdef AND pronamespace = 'public'::regnamespace AND proname NOT LIKE '%as_owner'"
    )

    assert {row["proname"]: (row["owner"], row["proconfig"]) for row in functions} == {
        "overlap_find_pairs": ("loopplank_matcher", ["search_path=public, pg_temp"]),
        "overlap_sides": ("loopplank_matcher", ["search_path=public, pg_temp"]),
    }


OWN = {"VS-1", "VS-2", "VS-3", "VS-5"}
THEIRS = {"SM-1", "SM-2", "SM-3", "SM-9"}


def _keys(table="registers_row"):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT key FROM {table}")
        return {key for (key,) in cursor}


@pytest.mark.parametrize("table", ["registers_row", "registers_standing"])
def test_an_agency_reads_its_own_rows_in_raw_sql_and_no_others(tmp_path, table):
    furnish_kerkstraat(tmp_path)

    with as_actor(Actor.job("x", (), organisation="NCG")):
        assert _keys(table) == OWN
    with as_actor(Actor.job("x", (), organisation="IMG")):
        assert _keys(table) == THEIRS
    with as_actor(Actor.job("x", (), organisation="gemeente-eemsdelta")):
        assert _keys(table) == set()
    assert _keys(table) == set()


@pytest.mark.parametrize(
    ("organisation", "pairs"),
    [("NCG", 3), ("IMG", 3), ("gemeente-eemsdelta", 0), ("interventieteam", 0), ("", 0)],
)
def test_a_pair_is_seen_by_its_two_agencies(tmp_path, organisation, pairs):
    furnish_kerkstraat(tmp_path)

    with as_actor(Actor.job("x", (), organisation=organisation)), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM overlap_pair")
        assert cursor.fetchone() == (pairs,)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE registers_row SET key = 'other'",
        "UPDATE registers_row SET agency = 'NCG'",
        "DELETE FROM registers_row",
        "UPDATE overlap_pair SET grade = 1",
        "INSERT INTO overlap_pair SELECT * FROM overlap_pair",
        "UPDATE overlap_judgement SET verdict = 'confirmed'",
        "DELETE FROM overlap_judgement",
        "SET ROLE loopplank_matcher",
        "SET ROLE loopplank_owner",
        "CREATE TABLE loot (id int)",
        "ALTER TABLE registers_row DISABLE ROW LEVEL SECURITY",
        "DROP POLICY own_rows ON registers_row",
    ],
)
def test_the_application_cannot_do_this_at_all(tmp_path, statement):
    furnish_kerkstraat(tmp_path)

    with as_actor(Actor.job("x", (), organisation="IMG")):
        with pytest.raises(ProgrammingError, match=r"permission denied|must be owner"), transaction.atomic():
            connection.cursor().execute(statement)
        assert _keys() == THEIRS


def test_nobody_adds_a_row_in_the_name_of_another_agency(tmp_path):
    furnish_kerkstraat(tmp_path)

    with as_actor(Actor.job("x", (), organisation="IMG")):
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            connection.cursor().execute(
                "INSERT INTO registers_line (agency, delivery_id, line, row_id) VALUES ('NCG', 1, 1, 1)"
            )


def test_nobody_judges_without_the_duty_whatever_the_program_does(tmp_path, actor):
    furnish_kerkstraat(tmp_path)
    insert = (
        "INSERT INTO overlap_judgement (pair_id, verdict, note, agency, by, at, evidence)"
        " SELECT id, 'confirmed', '', %s, %s, now(), '' FROM overlap_pair LIMIT 1"
    )
    sietse, jelte = actor("sietse"), actor("jelte")

    with as_actor(sietse), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        connection.cursor().execute(insert, ["NCG", sietse.code])
    with as_actor(jelte), connection.cursor() as cursor:
        cursor.execute(insert, ["NCG", jelte.code])
        assert cursor.rowcount == 1


@pytest.mark.parametrize(("who", "keys"), [("jelte", {"VS-1", "SM-1"}), ("sietse", set()), ("gert", set())])
def test_only_a_judge_gets_both_sides_of_a_pair(tmp_path, actor, who, keys):
    furnish_kerkstraat(tmp_path)
    someone = actor(who)
    with as_actor(Actor.job("x", (), organisation="NCG")), connection.cursor() as cursor:
        cursor.execute("SELECT id FROM overlap_pair WHERE first_key = 'VS-1'")
        (pair,) = cursor.fetchone()

    with as_actor(someone), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM overlap_sides(%s)", [pair])
        columns = {column.name for column in cursor.description}
        assert {row[1] for row in cursor} == keys
    # Address fields and dates, nothing else: no phase, no scheme, no marker.
    assert columns == {"agency", "key", "address", "since", "decided_on", "candidates"}


def test_a_judge_of_a_third_organisation_sees_no_pair(tmp_path, person, actor):
    furnish_kerkstraat(tmp_path)
    gert = person("gert")
    gert.duties.create(kind="match_judge", start=timezone.localdate(), given_by="job:test")
    with as_actor(Actor.job("x", (), organisation="NCG")), connection.cursor() as cursor:
        cursor.execute("SELECT id FROM overlap_pair")
        pairs = [pk for (pk,) in cursor]

    with as_actor(actor("gert")), connection.cursor() as cursor:
        for pair in pairs:
            cursor.execute("SELECT * FROM overlap_sides(%s)", [pair])
            assert cursor.fetchall() == []
