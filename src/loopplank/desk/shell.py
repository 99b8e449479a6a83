"""What stands around every page: who is signed in, the menu, the search box."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from loopplank.access.may import May
from loopplank.access.queries import actor_of
from loopplank.chain.in_force import chain_in_force

# Label, name of the page, and the right that opens it.
MENU = (
    ("Overzicht", "desk:home", May.ACCOUNT_USE),
    ("Samenloop", "desk:overlaps", May.OVERLAP_SEE),
    ("Leveringen", "desk:deliveries", May.DELIVERY_SEE),
)
FOOTER = (
    ("Hulp", "desk:help"),
    ("Privacy", "desk:privacy"),
    ("Toegankelijkheid", "desk:accessibility"),
)


@dataclass(frozen=True, slots=True)
class Badge:
    """An organisation as its short name, colour and shape (``slot``)."""

    name: str
    slot: str


def badge(code: str) -> Badge:
    """The badge of an organisation of the chain."""
    organisation = chain_in_force().organisation(code)
    return Badge(organisation.short_name, organisation.slot or "")


def shell(request: HttpRequest) -> dict[str, Any]:
    """The context of the base template; only the footer for who is not signed in."""
    around: dict[str, Any] = {
        "demo": settings.ENVIRONMENT.is_demo,
        "theme_css": settings.THEME_CSS,
        "footer_menu": [{"label": label, "url": reverse(name)} for label, name in FOOTER],
    }
    account = request.user
    if not account.is_authenticated:
        return around
    actor = getattr(request, "actor", None) or actor_of(account, timezone.localdate())
    menu = [
        {"label": label, "url": url, "current": _is_current(url, request.path)}
        for label, name, may in MENU
        if may in actor.may and (url := reverse(name))
    ]
    person = {
        "name": account.name,
        "function": account.function,
        "initials": initials(actor.name),
        "slot": badge(actor.organisation).slot,
    }
    return around | {
        "menu": menu,
        "person": person,
        "sign_out_url": reverse("account_logout"),
        "account_url": reverse("desk:account"),
        "search_url": reverse("desk:search") if May.OVERLAP_SEE in actor.may else "",
    }


def _is_current(url: str, path: str) -> bool:
    return path == url if url == "/" else path.startswith(url)


def initials(name: str) -> str:
    """The first letters of first and last name."""
    words = name.split()
    return (words[0][:1] + words[-1][:1]).upper() if words else ""
