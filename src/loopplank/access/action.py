"""The form of every write: an actor, a moment, one right, one transaction, one line in the trail."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, ParamSpec, TypeVar

from django.db import connection, transaction

from loopplank.access.acting import SETTINGS, acting_now
from loopplank.access.actor import Actor
from loopplank.access.may import May
from loopplank.kernel.refused import Refused
from loopplank.trail.actions import record

Result = TypeVar("Result")
P = ParamSpec("P")

ACTIONS: dict[str, Callable[..., Any]] = {}


@dataclass(frozen=True, slots=True)
class Done(Generic[Result]):
    """What an action gives back: its result, and what the trail says of it.

    ``subject`` and ``details`` hold codes, references and counts, never personal data.
    """

    result: Result
    subject: str
    details: Mapping[str, Any] = field(default_factory=dict)


def action(may: May, verb: str) -> Callable[[Callable[P, Done[Result]]], Callable[P, Result]]:
    """Register a write under a verb such as ``row.mended``.

    The function takes only keyword arguments, among them ``actor`` and ``now``, and returns ``Done``;
    its caller gets the result. It is refused without the right, and runs only while its actor acts.

    Raises:
        TypeError: at import, when the function has another form or the verb is taken.
    """

    def register(function: Callable[P, Done[Result]]) -> Callable[P, Result]:
        _check_form(function, verb)

        @functools.wraps(function)
        def run(*args: P.args, **kwargs: P.kwargs) -> Result:
            actor, now = kwargs["actor"], kwargs["now"]
            assert isinstance(actor, Actor) and isinstance(now, datetime)  # noqa: S101, PT018
            if may not in actor.may:
                raise Refused(f"U mag dit niet doen: {may.label}.")
            if acting_now() != actor.code:
                raise RuntimeError(f"{verb}: the database does not know that {actor.code} acts.")
            with transaction.atomic():
                done = function(*args, **kwargs)
                record(
                    at=now,
                    actor=actor.code,
                    organisation=actor.organisation,
                    verb=verb,
                    subject=done.subject,
                    purpose=_purpose(),
                    details=done.details,
                )
            return done.result

        run.may = may  # type: ignore[attr-defined]
        ACTIONS[verb] = run
        return run

    return register


def _check_form(function: Callable[..., Any], verb: str) -> None:
    parameters = inspect.signature(function).parameters
    keyword_only = all(p.kind is p.KEYWORD_ONLY for p in parameters.values())
    if not keyword_only or {"actor", "now"} - parameters.keys():
        raise TypeError(f"{function.__qualname__} must be keyword-only, with actor and now.")
    if verb in ACTIONS:
        raise TypeError(f"The verb {verb} is taken by {ACTIONS[verb].__qualname__}.")


def _purpose() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(current_setting(%s, true), '')", [SETTINGS[2]])
        row = cursor.fetchone()
    return str(row[0]) if row else ""
