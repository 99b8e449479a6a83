"""System checks: the house refuses to serve when a lock was forgotten."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connection
from django.urls import URLPattern, URLResolver, get_resolver

APP_LOGIN = "loopplank_app"


@register(Tags.urls)
def every_page_declares_its_right(**_: Any) -> list[CheckMessage]:
    """``access.E001`` for each page that is neither ``@page`` nor ``@public``."""
    return [
        Error(
            f"The page {name} declares no right.",
            hint="Decorate the view with @page(May.…, Purpose.…), or with @public(reason).",
            id="access.E001",
        )
        for name, view in pages()
        if not (hasattr(view, "may") or hasattr(view, "public_because"))
    ]


@register(Tags.database)
def the_login_stands_behind_the_walls(
    databases: Collection[str] | None = None, **_: Any
) -> list[CheckMessage]:
    """``access.E002`` when the process would serve with a login that row walls do not hold."""
    if not databases or settings.DATABASE_LOGIN != "app":
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_user, rolsuper OR rolbypassrls OR pg_has_role(oid, 'loopplank_owner', 'MEMBER')"
            " FROM pg_roles WHERE rolname = current_user"
        )
        login, passes_walls = cursor.fetchone() or ("", True)
    if not passes_walls:
        return []
    return [
        Error(
            f"The login {login} passes row-level security.",
            hint=f"Serve with the login {APP_LOGIN}; only `loopplank migrate` uses the owner.",
            id="access.E002",
        )
    ]


def pages(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every page of the URL table, as its address and its view."""
    for entry in (resolver or get_resolver()).url_patterns:
        address = f"{prefix}{entry.pattern}"
        if isinstance(entry, URLResolver):
            yield from pages(entry, address)
        elif isinstance(entry, URLPattern):
            yield address, entry.callback
