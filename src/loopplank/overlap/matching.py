"""Matching rows that just changed, within the transaction that changed them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from loopplank.access.actor import Actor
from loopplank.access.may import May
from loopplank.chain.definition import Chain
from loopplank.overlap.actions import find_pairs, resolve_rows
from loopplank.overlap.resolving import Resolver

FINDING = frozenset({May.OVERLAP_FIND})


def match_rows(*, chain: Chain, actor: Actor, now: datetime, rows: Sequence[int]) -> None:
    """Resolve some rows of the actor's agency and pair them with every register that meets it.

    Whoever may change a row need not have the right to search all: the search goes no further than the
    row, so it is lent here.
    """
    finder = replace(actor, may=actor.may | FINDING)
    resolve_rows(actor=finder, now=now, resolver=Resolver(chain), only_rows=rows)
    for overlap in chain.overlaps:
        if actor.organisation in (overlap.first, overlap.second):
            find_pairs(actor=finder, now=now, overlap=overlap, only_rows=rows)
