"""SQL for the walls of a table: grants to the application, and row-level security.

Used by migrations, which run as the owner. A wall is written once here, so that every walled table
has the same one, and a house test compares the database with it.
"""

from __future__ import annotations

APP = "loopplank_app"
MATCHER = "loopplank_matcher"
ORGANISATION = "nullif(current_setting('loopplank.organisation', true), '')"


def grant(table: str, privileges: str, role: str = APP) -> str:
    """Give a role just these privileges on a table; what is not granted is refused."""
    return f"REVOKE ALL ON {table} FROM {role}; GRANT {privileges} ON {table} TO {role};"


def own_rows(table: str, privileges: str, owner_column: str = "agency") -> str:
    """An agency sees, adds and changes its own rows only; the owner of the table is walled too."""
    own = f"{owner_column} = {ORGANISATION}"
    return (
        f"{grant(table, privileges)}"
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY; ALTER TABLE {table} FORCE ROW LEVEL SECURITY;"
        f"CREATE POLICY own_rows ON {table} TO {APP} USING ({own}) WITH CHECK ({own});"
    )


def matcher_reads(table: str, columns: str) -> str:
    """The matcher reads these columns of all rows.

    The policy also tests ``current_user``: a policy for a role covers the members of that role, and
    the owner is one.
    """
    return (
        f"{grant(table, f'SELECT ({columns})', MATCHER)}"
        f"CREATE POLICY matcher_reads ON {table} FOR SELECT TO {MATCHER} USING (current_user = '{MATCHER}');"
    )


def as_matcher(signature: str, body: str) -> str:
    """A function that runs as the matcher, with a fixed search path; only the application may call it."""
    name = signature.partition(" RETURNS")[0]
    return (
        f"GRANT CREATE ON SCHEMA public TO {MATCHER};"
        f"CREATE FUNCTION {signature} SECURITY DEFINER SET search_path = public, pg_temp"
        f" AS $body${body}$body$;"
        f"ALTER FUNCTION {name} OWNER TO {MATCHER};"
        f"REVOKE ALL ON FUNCTION {name} FROM PUBLIC; GRANT EXECUTE ON FUNCTION {name} TO {APP};"
        f"REVOKE CREATE ON SCHEMA public FROM {MATCHER};"
    )
