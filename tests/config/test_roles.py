"""The roles on PostgreSQL 18 (embedded) and on a PostgreSQL 15 that these tests start and reach over TCP.

``LOOPPLANK_POSTGRESQL15`` names the folder of its programs; default: where Debian puts them.
"""

import os
import socket
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from loopplank.config.embedded import EmbeddedPostgreSQL
from loopplank.config.roles import APP, MATCHER, OWNER, CannotPrepare, prepare

POSTGRESQL15 = Path(os.environ.get("LOOPPLANK_POSTGRESQL15", "/usr/lib/postgresql/15/bin"))
DATABASE = "loopplank"
PASSWORDS = {OWNER: "geheim van de eigenaar", APP: "geheim van de toepassing"}


def postgresql_18():
    with tempfile.TemporaryDirectory(prefix="loopplank-test-", dir="/tmp") as folder:
        Path(folder).chmod(0o755)
        server = EmbeddedPostgreSQL(Path(folder, "home"))
        with server.running():
            yield {"host": str(server.socket_directory), "port": server.port, "user": "loopplank_admin"}


def postgresql_15():
    with socket.create_server(("127.0.0.1", 0)) as spare:
        port = spare.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="loopplank-test-", dir="/tmp") as folder:
        account = "nobody" if os.geteuid() == 0 else None
        Path(folder, "password").write_text("geheim van de beheerder")
        if account:
            subprocess.run(["chown", "--recursive", account, folder], check=True)

        def run(*command):
            subprocess.run(command, check=True, user=account, cwd=folder, stdout=subprocess.DEVNULL)

        auth = ["--username=beheer", "--pwfile=password", "--auth=scram-sha-256"]
        run(POSTGRESQL15 / "initdb", "-D", "data", "--no-sync", "--locale=C.UTF-8", *auth)
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        run(POSTGRESQL15 / "pg_ctl", "start", "-w", "-D", "data", "-l", "log", "-o", options)
        try:
            yield {"host": "127.0.0.1", "port": port, "user": "beheer", "password": "geheim van de beheerder"}
        finally:
            run(POSTGRESQL15 / "pg_ctl", "stop", "-D", "data", "-m", "fast")


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(postgresql_18, id="18"),
        pytest.param(postgresql_15, id="15", marks=pytest.mark.postgresql15),
    ],
)
def admin(request):
    """How an administrator reaches a server where nothing was prepared yet, or everything was."""
    yield from request.param()


@pytest.fixture
def bare(admin):
    """The same, where certainly nothing was prepared."""
    with connect(admin, admin["user"], "postgres") as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {DATABASE}")
        for role in (OWNER, APP, MATCHER, "clerk"):
            connection.execute(f"DROP ROLE IF EXISTS {role}")
    return admin


@pytest.fixture
def prepared(admin):
    prepare(admin, DATABASE, PASSWORDS)
    return admin


def connect(admin, user, database=DATABASE):
    password = PASSWORDS.get(user) or admin.get("password")
    where = {"host": admin["host"], "port": admin["port"], "user": user, "password": password}
    return psycopg.connect(**where, dbname=database, autocommit=True)


def ask(admin, question, *details):
    with connect(admin, admin["user"]) as connection:
        return connection.execute(question, details or None).fetchall()


def attributes(admin):
    return ask(
        admin,
        "SELECT rolname, rolcanlogin, rolcreatedb,"
        " rolsuper OR rolcreaterole OR rolreplication OR rolbypassrls FROM pg_roles"
        " WHERE rolname = ANY(%s) ORDER BY rolname",
        [OWNER, APP, MATCHER],
    )


EXACT_ATTRIBUTES = [
    ("loopplank_app", True, False, False),
    ("loopplank_matcher", False, False, False),
    ("loopplank_owner", True, True, False),
]
MEMBERSHIPS = """
    SELECT pg_get_userbyid(roleid), pg_get_userbyid(member) FROM pg_auth_members
    WHERE pg_get_userbyid(member) LIKE 'loopplank\\_%'
"""


def test_the_roles_may_what_they_need_and_no_more(prepared):
    assert attributes(prepared) == EXACT_ATTRIBUTES
    assert ask(prepared, MEMBERSHIPS) == [("loopplank_matcher", "loopplank_owner")]


def test_the_database_is_the_owners_and_sorts_by_code_point(prepared):
    assert ask(
        prepared,
        "SELECT pg_get_userbyid(datdba), pg_encoding_to_char(encoding), datcollate, datctype"
        " FROM pg_database WHERE datname = 'loopplank'",
    ) == [("loopplank_owner", "UTF8", "C.UTF-8", "C.UTF-8")]


def test_rights_that_were_added_by_hand_are_taken_back(prepared):
    with connect(prepared, prepared["user"]) as connection:
        connection.execute(f"ALTER ROLE {APP} SUPERUSER CREATEDB BYPASSRLS")
        connection.execute(f"ALTER ROLE {MATCHER} LOGIN")
        connection.execute(f"GRANT {OWNER} TO {APP} WITH ADMIN OPTION")
        connection.execute(f"GRANT CREATE ON DATABASE {DATABASE} TO {APP}")
        connection.execute(f"GRANT CREATE ON SCHEMA public TO PUBLIC, {APP}")
        connection.execute(f"REVOKE {MATCHER} FROM {OWNER}")

    prepare(prepared, DATABASE)

    assert attributes(prepared) == EXACT_ATTRIBUTES
    assert ask(prepared, MEMBERSHIPS) == [("loopplank_matcher", "loopplank_owner")]
    assert ask(
        prepared,
        "SELECT has_database_privilege(%s, %s, 'CREATE'), has_schema_privilege(%s, 'public', 'CREATE')",
        APP,
        DATABASE,
        APP,
    ) == [(False, False)]


def test_a_membership_is_taken_from_the_app_even_when_it_passed_it_on(prepared):
    with connect(prepared, prepared["user"]) as connection:
        connection.execute("DROP ROLE IF EXISTS friend")
        connection.execute("CREATE ROLE friend")
        connection.execute(f"GRANT {OWNER} TO {APP} WITH ADMIN OPTION")
    with connect(prepared, APP) as connection:
        connection.execute(f"GRANT {OWNER} TO friend")

    prepare(prepared, DATABASE)

    assert (OWNER, APP) not in ask(prepared, MEMBERSHIPS)


def test_the_app_works_in_the_database_but_makes_nothing_in_it(prepared):
    with connect(prepared, APP) as app:
        app.execute("CREATE TEMPORARY TABLE scratch ()")
        for statement in ("CREATE TABLE public.mine ()", "CREATE SCHEMA mine", f"SET ROLE {OWNER}"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                app.execute(statement)


def test_the_owner_makes_tables_and_gives_a_function_to_the_matcher(prepared):
    with connect(prepared, OWNER) as owner, owner.transaction(force_rollback=True):
        owner.execute("CREATE TABLE rows (word text)")
        owner.execute("CREATE FUNCTION see() RETURNS bigint LANGUAGE sql RETURN (SELECT count(*) FROM rows)")
        # To own something in a schema, a role must be allowed to make things there at that moment.
        owner.execute(f"GRANT CREATE ON SCHEMA public TO {MATCHER}")
        owner.execute(f"ALTER FUNCTION see OWNER TO {MATCHER}")
        owner.execute(f"REVOKE CREATE ON SCHEMA public FROM {MATCHER}")

        found = owner.execute("SELECT pg_get_userbyid(proowner) FROM pg_proc WHERE proname = 'see'")

        assert found.fetchone() == ("loopplank_matcher",)


def test_a_stranger_on_the_same_server_stays_out_of_the_database(prepared):
    with connect(prepared, prepared["user"]) as connection:
        connection.execute("DROP ROLE IF EXISTS stranger")
        connection.execute("CREATE ROLE stranger LOGIN")
        connection.execute(f"ALTER ROLE stranger PASSWORD '{prepared.get('password')}'")

    with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
        connect(prepared, "stranger")


def test_preparing_again_changes_nothing(prepared):
    versions = """
        SELECT 'role', rolname::text, xmin::text FROM pg_authid
        UNION ALL SELECT 'database', datname::text, xmin::text FROM pg_database
        UNION ALL SELECT 'schema', nspname::text, xmin::text FROM pg_namespace
        UNION ALL SELECT 'member', member::text, xmin::text FROM pg_auth_members ORDER BY 1, 2
    """
    before = ask(prepared, versions)

    prepare(prepared, DATABASE)

    assert ask(prepared, versions) == before


def test_two_administrators_at_once_prepare_one_database(bare):
    with ThreadPoolExecutor() as threads:
        done = [threads.submit(prepare, bare, DATABASE) for _ in range(2)]

    assert [one.result() for one in done] == [None, None]
    assert attributes(bare) == EXACT_ATTRIBUTES


def test_an_administrator_need_not_be_a_superuser(bare):
    with connect(bare, bare["user"], "postgres") as connection:
        connection.execute("CREATE ROLE clerk LOGIN CREATEROLE CREATEDB")
        connection.execute(f"ALTER ROLE clerk PASSWORD '{bare.get('password')}'")

    for _ in range(2):
        prepare({**bare, "user": "clerk"}, DATABASE, PASSWORDS)

    assert attributes(bare) == EXACT_ATTRIBUTES
    assert ask(bare, "SELECT pg_get_userbyid(nspowner) FROM pg_namespace WHERE nspname = 'public'") == [
        (OWNER,)
    ]


def test_an_administrator_without_rights_is_told_what_is_missing(bare):
    with connect(bare, bare["user"], "postgres") as connection:
        connection.execute("CREATE ROLE clerk LOGIN")
        connection.execute(f"ALTER ROLE clerk PASSWORD '{bare.get('password')}'")

    with pytest.raises(
        CannotPrepare, match=r"permission denied to create role\. .* \(CREATEROLE en CREATEDB"
    ):
        prepare({**bare, "user": "clerk"}, DATABASE)


def test_a_database_that_sorts_otherwise_is_not_taken_over(prepared):
    with connect(prepared, prepared["user"]) as connection:
        connection.execute("DROP DATABASE IF EXISTS other")
        connection.execute("CREATE DATABASE other TEMPLATE template0 LOCALE 'C'")

    with pytest.raises(CannotPrepare, match="‘other’ bestaat al, met een andere codering of sortering"):
        prepare(prepared, "other")


def test_a_database_may_have_any_name(prepared):
    name = 'Loopplank van "Anna"; {x} %s'

    prepare(prepared, name)

    owner = "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = %s"
    assert ask(prepared, owner, name) == [(OWNER,)]


def test_passwords_are_kept_as_hashes_and_left_alone_without_new_ones(prepared):
    hashes = "SELECT rolname, rolpassword FROM pg_authid WHERE rolname IN (%s, %s) ORDER BY 1"
    kept = ask(prepared, hashes, OWNER, APP)

    prepare(prepared, DATABASE)

    assert all(password.startswith("SCRAM-SHA-256$") for _, password in kept)
    assert ask(prepared, hashes, OWNER, APP) == kept


@pytest.mark.postgresql15
@pytest.mark.parametrize("admin", [pytest.param(postgresql_15, id="15")], indirect=True)
def test_over_a_network_the_password_counts(prepared):
    with connect(prepared, APP) as connection:
        assert connection.execute("SELECT current_user").fetchone() == ("loopplank_app",)

    with pytest.raises(CannotPrepare, match=r"werkt niet mee: .*password authentication failed"):
        prepare({**prepared, "password": "onjuist"}, DATABASE)


def test_a_server_that_is_not_there_is_named():
    with socket.create_server(("127.0.0.1", 0)) as spare:
        port = spare.getsockname()[1]

    with pytest.raises(CannotPrepare, match=f"port {port} failed: Connection refused"):
        prepare({"host": "127.0.0.1", "port": port, "user": "beheer"}, DATABASE)
