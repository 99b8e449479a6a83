"""What stands around every page: who is signed in, the menu, the search box."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest


def shell(request: HttpRequest) -> dict[str, Any]:
    """The context of the base template; empty for who is not signed in."""
    return {}
