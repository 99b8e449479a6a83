"""Opening accounts and giving duties."""

from __future__ import annotations

from datetime import date, datetime

from loopplank.access.action import Done, action
from loopplank.access.actor import Actor
from loopplank.access.may import May
from loopplank.access.models import Account, Duty
from loopplank.access.roles import DutyKind, Role
from loopplank.chain.models import Organisation
from loopplank.kernel.period import Period
from loopplank.kernel.refused import Refused


@action(May.ACCOUNT_OPEN, "account.opened")
def open_account(
    *,
    actor: Actor,
    now: datetime,
    email: str,
    name: str,
    function: str,
    organisation: str,
    role: Role,
    password: str,
) -> Done[Account]:
    """Open an account for a person of an organisation of the chain.

    Raises:
        Refused: when the organisation is not in the chain, or the mail address has an account.
    """
    if not Organisation.objects.filter(code=organisation).exists():
        raise Refused(f"Organisatie ‘{organisation}’ staat niet in de ketendefinitie.")
    if Account.objects.filter(email__iexact=email).exists():
        raise Refused("Op dit e-mailadres is al een account geopend.")
    account = Account(
        email=email.lower(), name=name, function=function, organisation_id=organisation, role=role
    )
    account.set_password(password)
    account.save()
    return Done(account, account.code, {"organisation": organisation, "role": role})


@action(May.DUTY_GIVE, "duty.given")
def give_duty(
    *, actor: Actor, now: datetime, account: Account, kind: DutyKind, start: date, end: date | None = None
) -> Done[Duty]:
    """Give someone a duty from a day, until a day or until further notice."""
    period = Period(start, end)
    duty = Duty.objects.create(
        account=account, kind=kind, start=period.start, end=period.end, given_by=actor.code
    )
    return Done(duty, account.code, {"kind": kind, "start": str(start), "end": str(end) if end else None})
