"""A chain definition is put in force."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from loopplank.access.acting import acting
from loopplank.access.actor import Actor
from loopplank.access.may import May, Purpose
from loopplank.chain.actions import put_in_force
from loopplank.chain.definition import Chain


def apply_chain(chain: Chain, before: Chain | None, *, now: datetime) -> int | None:
    """Put a definition in force; the number of the new version, or none when nothing changes.

    Raises:
        Refused: see ``chain.actions.put_in_force``.
    """
    actor = Actor.job("keten toepassen", {May.CHAIN_APPLY})
    with transaction.atomic(durable=True), acting(actor, Purpose.ADMINISTRATION):
        version = put_in_force(chain, before, by=actor.code, now=now)
        return version.pk if version else None
