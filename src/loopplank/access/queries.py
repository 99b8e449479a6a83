"""Who someone is."""

from __future__ import annotations

from datetime import date

from loopplank.access.actor import Actor
from loopplank.access.models import Account, Duty
from loopplank.access.roles import DutyKind, Role


def actor_of(account: Account, today: date) -> Actor:
    """The actor that an account is today: the rights of its role and of the duties that run."""
    running = [duty for duty in Duty.objects.filter(account=account) if duty.runs_on(today)]
    may = Role(account.role).may.union(*(DutyKind(duty.kind).may for duty in running))
    return Actor(account.code, account.name, str(account.organisation_id), may)
