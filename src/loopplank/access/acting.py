"""Telling the database who acts and why, for the length of one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from loopplank.access.actor import Actor
from loopplank.access.may import Purpose

SETTINGS = ("loopplank.actor", "loopplank.organisation", "loopplank.purpose")


@contextmanager
def acting(actor: Actor, purpose: Purpose) -> Iterator[None]:
    """Within this block the row walls of the database see this actor and purpose.

    The settings are local to the transaction that must be open; they are put back at the end, because
    releasing a savepoint keeps them. After an exception nothing is put back here: the rollback does it.

    Raises:
        RuntimeError: outside a transaction, where the settings would vanish at once.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("Someone can only act within a transaction.")
    before = _settings()
    _set((actor.code, actor.organisation, purpose))
    yield
    _set(before)


def acting_now() -> str:
    """The code of the actor that the database sees now; empty when nobody acts."""
    return _settings()[0]


def _settings() -> tuple[str, ...]:
    reads = ", ".join("coalesce(current_setting(%s, true), '')" for _ in SETTINGS)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {reads}", SETTINGS)
        return tuple(cursor.fetchone() or ())


def _set(values: tuple[str, ...]) -> None:
    writes = ", ".join("set_config(%s, %s, true)" for _ in SETTINGS)
    pairs = [part for pair in zip(SETTINGS, values, strict=True) for part in pair]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {writes}", pairs)
