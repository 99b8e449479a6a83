"""``loopplank database`` and ``loopplank migrate``: for a server other than the embedded one."""

from __future__ import annotations

import os

import click

from loopplank.config.starting import house
from loopplank.kernel.refused import Refused


@click.group()
def database() -> None:
    """Een eigen PostgreSQL-server (15 of nieuwer) in plaats van de ingebouwde."""


@database.command()
def prepare() -> None:
    """Maak op een server de rollen en de database die DATABASE_URL en DATABASE_OWNER_URL noemen.

    Logt in met DATABASE_ADMIN_URL; mag vaker worden gegeven.
    """
    from psycopg.conninfo import conninfo_to_dict

    from loopplank.config import roles

    urls = {
        name: os.environ.get(name, "")
        for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_ADMIN_URL")
    }
    if missing := [name for name, url in urls.items() if not url]:
        raise Refused(f"Zet eerst {', '.join(missing)}.")
    app, owner, admin = (conninfo_to_dict(url) for url in urls.values())
    given = {roles.APP: app.get("password"), roles.OWNER: owner.get("password")}
    passwords = {role: str(password) for role, password in given.items() if password}
    try:
        roles.prepare(admin, str(app["dbname"]), passwords)
    except roles.CannotPrepare as problem:
        raise Refused(str(problem)) from None
    click.echo(f"De server is klaar: database {app['dbname']} met haar rollen. Geef nu ‘loopplank migrate’.")


@click.command()
def migrate() -> None:
    """Breng de tabellen in de database bij; logt in als eigenaar (DATABASE_OWNER_URL)."""
    import django

    from loopplank.config.starting import migrate_as_owner

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "loopplank.config.settings")
    from django.conf import settings

    if settings.ENVIRONMENT.is_embedded:
        with house():
            pass  # the house migrates its own database whenever it is brought up
    else:
        django.setup()
        migrate_as_owner()
    click.echo("De database is bij.")
