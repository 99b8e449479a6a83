"""Bringing the database up to the code. Runs as the owner, in a process of its own."""

from __future__ import annotations

import os
import sys

from django.db.backends.utils import CursorWrapper

from loopplank.kernel.refused import Refused

# Tables that come with packages, and what the application does with each.
GRANTS = {
    "account_emailaddress": "SELECT, INSERT, UPDATE, DELETE",
    "account_emailconfirmation": "SELECT, INSERT, UPDATE, DELETE",
    "config_cache": "SELECT, INSERT, UPDATE, DELETE",
    "django_content_type": "SELECT",
    "django_migrations": "SELECT",
    "django_session": "SELECT, INSERT, UPDATE, DELETE",
}
SEQUENCES = "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO loopplank_app"
ONE_AT_A_TIME = "SELECT pg_advisory_lock(hashtext('loopplank migrate'))"


def migrate() -> None:
    """Apply the migrations that are missing, and grant the application what it needs; idempotent."""
    from django.core.management import call_command
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(ONE_AT_A_TIME)
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        grant_package_tables(cursor)


def grant_package_tables(cursor: CursorWrapper) -> None:
    """Give the application what it needs of the tables that come with packages, and all sequences."""
    for table, privileges in GRANTS.items():
        cursor.execute(f"GRANT {privileges} ON {table} TO loopplank_app")
    cursor.execute(SEQUENCES)


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "loopplank.config.settings")
    try:
        django.setup()
        migrate()
    except Refused as refusal:
        sys.exit(str(refusal))
