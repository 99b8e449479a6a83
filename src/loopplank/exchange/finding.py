"""Finding the overlap: every register resolved as its own agency, then the pairs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from loopplank.access.acting import acting
from loopplank.access.actor import Actor
from loopplank.access.may import May, Purpose
from loopplank.chain.definition import Chain
from loopplank.overlap.actions import Found, RowsResolved, find_pairs, resolve_rows
from loopplank.overlap.resolving import Resolver

RIGHTS = frozenset({May.OVERLAP_FIND, May.OVERLAP_SEE})
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Search:
    """What a search came to: the rows resolved per agency, and the pairs of each two registers."""

    resolved: dict[str, RowsResolved]
    found: dict[tuple[str, str], Found]


def find_overlap(*, chain: Chain, now: datetime, progress: Callable[[str], Progress] | None = None) -> Search:
    """Resolve what is new of each register, then pair them; a second run changes nothing.

    Each register in a transaction of its own, as a job of its agency, which sees its own rows only. The
    pairs come from the one function that may see both.

    Args:
        progress: gives, for the name of a step, what to call with how much was done, and of how much.
    """
    resolver = Resolver(chain)
    agencies = dict.fromkeys(
        agency for overlap in chain.overlaps for agency in (overlap.first, overlap.second)
    )
    resolved = {}
    for agency in agencies:
        actor = Actor.job("samenloop zoeken", RIGHTS, organisation=agency)
        with transaction.atomic(durable=True), acting(actor, Purpose.OVERLAP):
            resolved[agency] = resolve_rows(
                actor=actor,
                now=now,
                resolver=resolver,
                progress=progress(f"Adressen van {agency} herleiden") if progress else None,
            )
    found = {}
    for overlap in chain.overlaps:
        actor = Actor.job("samenloop zoeken", RIGHTS, organisation=overlap.first)
        with transaction.atomic(durable=True), acting(actor, Purpose.OVERLAP):
            found[overlap.first, overlap.second] = find_pairs(actor=actor, now=now, overlap=overlap)
    return Search(resolved, found)


def report(search: Search) -> list[str]:
    """What came of a search, in lines for a terminal."""
    lines = []
    for agency, resolved in search.resolved.items():
        grades = ", ".join(
            f"{number} {grade.label.lower()}" for grade, number in sorted(resolved.by_grade.items())
        )
        lines.append(f"{agency}: {resolved.rows} regels herleid{f' ({grades})' if grades else ''}.")
    lines += [
        f"{first} en {second}: {found.pairs} paren; {found.new} nieuw, {found.changed} veranderd, "
        f"{found.lost} niet meer gevonden."
        for (first, second), found in search.found.items()
    ]
    return lines
