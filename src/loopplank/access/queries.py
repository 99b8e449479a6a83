"""Who someone is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from loopplank.access.actor import Actor
from loopplank.access.models import Account, Duty
from loopplank.access.roles import DUTIES, DutyKind, Role


def actor_of(account: Account, today: date) -> Actor:
    """The actor that an account is today: the rights of its role and of the duties that run."""
    running = [duty for duty in Duty.objects.filter(account=account) if duty.runs_on(today)]
    may = Role(account.role).may.union(*(DutyKind(duty.kind).may for duty in running))
    return Actor(account.code, account.name, str(account.organisation_id), may)


@dataclass(frozen=True, slots=True)
class PersonName:
    """Someone as colleagues name them."""

    name: str
    function: str

    def __str__(self) -> str:
        return f"{self.name}, {self.function}" if self.function else self.name


def names_of(codes: Collection[str]) -> dict[str, PersonName]:
    """The people behind actor codes; a job is named after what it does."""
    numbers = [int(code.removeprefix("account:")) for code in codes if code.startswith("account:")]
    people = {
        account.code: PersonName(account.name, account.function)
        for account in Account.objects.filter(pk__in=numbers)
    }
    return {code: people.get(code, PersonName(code.partition(":")[2], "")) for code in codes}


@dataclass(frozen=True, slots=True)
class DutyCard:
    """A duty that runs: what it is and allows, and until when."""

    label: str
    explanation: str
    until: date | None


def duties_of(actor: Actor, today: date) -> list[DutyCard]:
    """The duties of the actor that run today."""
    if not actor.code.startswith("account:"):
        return []
    held = Duty.objects.filter(account_id=int(actor.code.removeprefix("account:"))).order_by("start", "pk")
    return [
        DutyCard(DUTIES[DutyKind(duty.kind)].label, DUTIES[DutyKind(duty.kind)].explanation, duty.end)
        for duty in held
        if duty.runs_on(today)
    ]
