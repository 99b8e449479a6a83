"""The roles and the database that Loopplank works with, on any PostgreSQL from version 15.

Roles belong to a whole server, so they are made here, when the database is set up, and never in a
migration. The owner migrates; the app serves and works; the matcher only owns the function that may
see both registers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg import sql

OLDEST_VERSION = 150000

OWNER = "loopplank_owner"
APP = "loopplank_app"
MATCHER = "loopplank_matcher"

ATTRIBUTES = {
    "rolcanlogin": "LOGIN",
    "rolcreatedb": "CREATEDB",
    "rolsuper": "SUPERUSER",
    "rolcreaterole": "CREATEROLE",
    "rolreplication": "REPLICATION",
    "rolbypassrls": "BYPASSRLS",
}
ROLES = {OWNER: {"LOGIN", "CREATEDB"}, APP: {"LOGIN"}, MATCHER: set[str]()}


class CannotPrepare(Exception):  # noqa: N818 - read by people, like a refusal
    """The server cannot be made ready; the message is a Dutch sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Something that must hold on the server, and the statement that makes it hold.

    Asking first keeps a server that is ready unchanged, and needs no right to change it.
    """

    question: str
    statement: str


MEMBERSHIPS = [
    # An administrator who is no superuser acts on the owner's things as a member of the owner.
    Wish("pg_has_role({owner_name}, 'USAGE')", "GRANT {owner} TO CURRENT_USER"),
    # Whoever gives a function to the matcher must be a member of it.
    Wish("pg_has_role({owner_name}, {matcher_name}, 'MEMBER')", "GRANT {matcher} TO {owner}"),
]

THE_DATABASE = [
    Wish(
        "EXISTS (SELECT FROM pg_database WHERE datname = {database_name})",
        "CREATE DATABASE {database} OWNER {owner} TEMPLATE template0 ENCODING 'UTF8'"
        " LOCALE_PROVIDER libc LOCALE 'C.UTF-8'",
    ),
    Wish(
        "(SELECT pg_get_userbyid(datdba) = {owner_name} FROM pg_database WHERE datname = {database_name})",
        "ALTER DATABASE {database} OWNER TO {owner}",
    ),
    Wish(
        "NOT has_database_privilege('public', {database_name}, 'CREATE, CONNECT, TEMPORARY')",
        "REVOKE ALL ON DATABASE {database} FROM PUBLIC",
    ),
    Wish(
        "NOT has_database_privilege({app_name}, {database_name}, 'CREATE')",
        "REVOKE ALL ON DATABASE {database} FROM {app}",
    ),
    Wish(
        "has_database_privilege({app_name}, {database_name}, 'CONNECT')"
        " AND has_database_privilege({app_name}, {database_name}, 'TEMPORARY')",
        "GRANT CONNECT, TEMPORARY ON DATABASE {database} TO {app}",
    ),
]

INSIDE_THE_DATABASE = [
    Wish(
        "(SELECT pg_get_userbyid(nspowner) = {owner_name} FROM pg_namespace WHERE nspname = 'public')",
        "ALTER SCHEMA public OWNER TO {owner}",
    ),
    Wish(
        "NOT has_schema_privilege('public', 'public', 'CREATE')", "REVOKE CREATE ON SCHEMA public FROM PUBLIC"
    ),
    Wish(
        "NOT has_schema_privilege({app_name}, 'public', 'CREATE')",
        "REVOKE CREATE ON SCHEMA public FROM {app}",
    ),
    Wish("has_schema_privilege({app_name}, 'public', 'USAGE')", "GRANT USAGE ON SCHEMA public TO {app}"),
]

# Asked by behaviour: providers and systems spell the same locale in different ways.
SORTS_BY_CODE_POINT_IN_UTF8 = "current_setting('server_encoding') = 'UTF8' AND lower('É') = 'é' AND 'Z' < 'a'"


def prepare(admin: Mapping[str, Any], database: str, passwords: Mapping[str, str] | None = None) -> None:
    """Make the roles and the database, or mend what differs; nothing changes when all is well.

    Args:
        admin: psycopg connection parameters of an administrator: a superuser, or a role with
            CREATEROLE and CREATEDB.
        database: the name of Loopplank's database.
        passwords: per role the password to set; hashed before it leaves this process. Without it
            passwords stay as they are.

    Raises:
        CannotPrepare: when the server is unreachable, too old, refuses, or has a database of this name
            that sorts differently.
    """
    try:
        with psycopg.connect(**{"dbname": "postgres", **admin}, autocommit=True) as connection:
            _require_version(connection)
            # Two administrators at once: the second waits, and then finds everything done.
            connection.execute("SELECT pg_advisory_lock(hashtext('loopplank: prepare'))")
            for role in ROLES:
                _make_role(connection, role)
            _free_app_of_memberships(connection)
            for role, password in (passwords or {}).items():
                _set_password(connection, role, password)
            _fulfil(connection, database, MEMBERSHIPS + THE_DATABASE)
            with psycopg.connect(**{**admin, "dbname": database}, autocommit=True) as inside:
                _require_sorting(inside, database)
                _fulfil(inside, database, INSIDE_THE_DATABASE)
    except psycopg.Error as error:
        reason = error.diag.message_primary or " ".join(str(error).split())
        raise CannotPrepare(
            f"De databaseserver werkt niet mee: {reason}. Controleer het adres, de aanmelding en"
            " de rechten van de beheerder (CREATEROLE en CREATEDB, of superuser)."
        ) from error


def _require_version(connection: psycopg.Connection) -> None:
    if connection.info.server_version < OLDEST_VERSION:
        raise CannotPrepare(
            f"Deze server draait PostgreSQL {connection.info.server_version // 10000}."
            " Loopplank heeft versie 15 of nieuwer nodig."
        )


def _require_sorting(connection: psycopg.Connection, database: str) -> None:
    if not _ask(connection, sql.SQL(SORTS_BY_CODE_POINT_IN_UTF8).format()):
        raise CannotPrepare(
            f"De database ‘{database}’ bestaat al, met een andere codering of sortering dan UTF8 en C.UTF-8."
            " Kies een andere naam, of verwijder haar; dan wordt zij goed gemaakt."
        )


def _make_role(connection: psycopg.Connection, role: str) -> None:
    columns = sql.SQL(", ").join(map(sql.Identifier, ATTRIBUTES))
    query = sql.SQL("SELECT {} FROM pg_roles WHERE rolname = {}").format(columns, role)
    found = connection.execute(query).fetchone()
    wanted = [word in ROLES[role] for word in ATTRIBUTES.values()]
    differing = [
        word if wish else f"NO{word}"
        for word, wish, fact in zip(ATTRIBUTES.values(), wanted, found or [None] * len(wanted), strict=True)
        if wish is not fact
    ]
    if differing:
        verb = "ALTER" if found else "CREATE"
        statement = sql.SQL(f"{verb} ROLE {{}} {' '.join(differing)}")
        connection.execute(statement.format(sql.Identifier(role)))


def _free_app_of_memberships(connection: psycopg.Connection) -> None:
    """Whoever is a member of a role may become that role: the app must not become anything."""
    query = """
        SELECT role.rolname, grantor.rolname
        FROM pg_auth_members AS membership
        JOIN pg_roles AS role ON role.oid = membership.roleid
        JOIN pg_roles AS member ON member.oid = membership.member
        JOIN pg_roles AS grantor ON grantor.oid = membership.grantor
        WHERE member.rolname = %s
    """
    for role, grantor in connection.execute(query, [APP]).fetchall():
        statement = sql.SQL("REVOKE {} FROM {} GRANTED BY {} CASCADE")
        connection.execute(statement.format(*map(sql.Identifier, [role, APP, grantor])))


def _set_password(connection: psycopg.Connection, role: str, password: str) -> None:
    encoding = connection.info.encoding
    hashed = connection.pgconn.encrypt_password(password.encode(encoding), role.encode(encoding)).decode()
    statement = sql.SQL("ALTER ROLE {} PASSWORD {}")
    connection.execute(statement.format(sql.Identifier(role), hashed))


def _fulfil(connection: psycopg.Connection, database: str, wishes: list[Wish]) -> None:
    identifiers = {"database": database, "owner": OWNER, "app": APP, "matcher": MATCHER}
    names: dict[str, sql.Composable] = {word: sql.Identifier(name) for word, name in identifiers.items()}
    names |= {f"{word}_name": sql.Literal(name) for word, name in identifiers.items()}
    for wish in wishes:
        question, statement = (sql.SQL(text).format(**names) for text in (wish.question, wish.statement))
        if not _ask(connection, question):
            connection.execute(statement)
            # PostgreSQL only warns when a grant or revoke does nothing.
            if not _ask(connection, question):
                raise CannotPrepare(
                    f"De databaseserver nam dit aan zonder het te doen: {statement.as_string(connection)}."
                    " Laat de beheerder van de server dit doen en probeer het opnieuw."
                )


def _ask(connection: psycopg.Connection, question: sql.Composed) -> bool:
    answer = connection.execute(sql.SQL("SELECT {}").format(question)).fetchone()
    return answer is not None and bool(answer[0])
