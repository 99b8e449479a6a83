"""Bringing up the house for a command: the database server, its tables, Django."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

import django

from loopplank.config.embedded import EmbeddedPostgreSQL
from loopplank.config.environment import Environment
from loopplank.kernel.refused import Refused


@contextmanager
def house() -> Iterator[None]:
    """Within this block the database runs, has all its tables, and Django is set up.

    The embedded server is started and brought up to the code; another server (``DATABASE_URL``) only
    has to be there, for its tables are the business of ``loopplank migrate``.

    Raises:
        CannotStart: when the embedded server cannot start.
        Refused: when another server cannot be reached or lacks migrations.
    """
    environment = Environment.read()
    embedded = EmbeddedPostgreSQL(environment.home).running() if environment.is_embedded else nullcontext()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "loopplank.config.settings")
    with embedded:
        # Not before: the settings keep a key in the home, which the server has just found to be in order.
        django.setup()
        if lacks_migrations():
            if not environment.is_embedded:
                raise Refused("De database loopt achter op het programma. Geef eerst ‘loopplank migrate’.")
            migrate_as_owner()
        try:
            yield
        finally:
            from django.db import connections

            connections.close_all()


def lacks_migrations() -> bool:
    """Whether the database lacks a migration that this code has.

    Raises:
        Refused: when the database cannot be reached.
    """
    from django.db import OperationalError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
    except OperationalError as problem:
        raise Refused(f"De database is niet te bereiken: {str(problem).splitlines()[0]}") from None
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def migrate_as_owner() -> None:
    """Migrate in a process of its own, the only one that logs in as the owner.

    Raises:
        Refused: when a migration fails; the transaction of that migration was undone.
    """
    environment = os.environ | {"LOOPPLANK_LOGIN": "owner"}
    done = subprocess.run(
        [sys.executable, "-m", "loopplank.config.migrating"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["zonder melding"])[-1]
        raise Refused(f"De database kon niet worden bijgewerkt: {last}")
