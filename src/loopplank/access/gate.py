"""The gate: no page without a declared right, and no query outside the page's own transaction.

``@page`` opens the transaction, tells the database who acts and for which purpose, renders inside it,
and traces a refusal after the rollback. What someone may not know answers 404, never 403.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from loopplank.access.acting import acting
from loopplank.access.actor import Actor
from loopplank.access.may import May, Purpose
from loopplank.access.queries import actor_of
from loopplank.kernel.refused import Refused
from loopplank.trail.actions import record


class PageRequest(HttpRequest):
    """A request that passed the gate: it knows who acts, and the moment at which."""

    actor: Actor
    moment: datetime


# A page: a function of a request that passed the gate, and of the parts of its address.
Page = Callable[..., HttpResponseBase]


def page(may: May, purpose: Purpose) -> Callable[[Page], Page]:
    """Declare which right a page needs and what it is for."""

    def declare(view: Page) -> Page:
        @functools.wraps(view)
        @transaction.non_atomic_requests
        def run(request: PageRequest, **parts: Any) -> HttpResponseBase:
            request.moment = timezone.now()
            today = timezone.localdate(request.moment)
            request.actor = actor_of(request.user, today)  # type: ignore[arg-type]
            try:
                return _behind_the_gate(view, may, purpose, request, parts)
            except (Refused, Http404) as refusal:
                _trace(refusal, may, purpose, request)
                if isinstance(refusal, Http404):
                    raise
                return render(request, "refused.html", {"sentence": refusal.sentence}, status=422)

        run.may = may  # type: ignore[attr-defined]
        return run

    return declare


def public(reason: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Declare that a page is for everyone, and why; all such pages stand in a list in the tests."""

    def declare(view: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(view)
        def run(*args: Any, **kwargs: Any) -> Any:
            return view(*args, **kwargs)

        run.public_because = reason  # type: ignore[attr-defined]
        run.login_required = False  # type: ignore[attr-defined]  # read by LoginRequiredMiddleware
        return run

    return declare


def _behind_the_gate(
    view: Page, may: May, purpose: Purpose, request: PageRequest, parts: dict[str, Any]
) -> HttpResponseBase:
    if may not in request.actor.may:
        raise Http404
    with transaction.atomic(durable=True), acting(request.actor, purpose):
        response = view(request, **parts)
        if response.streaming:
            raise TypeError(f"{view.__qualname__} streams: rows would be read outside the transaction.")
        if hasattr(response, "render"):
            response = response.render()
    # A page of a case never stays in a browser's or a proxy's store.
    response.headers.setdefault("Cache-Control", "no-store")
    response.headers.setdefault("Vary", "HX-Request, Cookie")
    return response


def _trace(refusal: Refused | Http404, may: May, purpose: Purpose, request: PageRequest) -> None:
    match = request.resolver_match
    with transaction.atomic(durable=True), acting(request.actor, purpose):
        record(
            at=request.moment,
            actor=request.actor.code,
            organisation=request.actor.organisation,
            verb="page.refused",
            subject=match.view_name if match else "",
            purpose=purpose,
            refused=True,
            details={
                "may": may,
                "method": str(request.method),
                "parts": {name: str(value) for name, value in (match.kwargs if match else {}).items()},
                "kind": "not found" if isinstance(refusal, Http404) else "refused",
            },
        )
