"""Opening accounts from the command line."""

from __future__ import annotations

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from loopplank.access.acting import acting
from loopplank.access.actions import give_duty, open_account
from loopplank.access.actor import Actor
from loopplank.access.may import May, Purpose
from loopplank.access.roles import DutyKind, Role
from loopplank.kernel.refused import Refused


def open_for(
    *, email: str, name: str, function: str, organisation: str, role: str, is_judge: bool, password: str
) -> str:
    """Open an account, with a judge's duty from today if asked; returns its code.

    Raises:
        Refused: for an unknown role or organisation, a mail address that is none or in use, or a
            password that is too easy.
    """
    if role not in set(Role):
        raise Refused(f"‘{role}’ is geen rol; kies uit {', '.join(Role)}.")
    try:
        validate_email(email)
        validate_password(password)
    except ValidationError as problem:
        raise Refused(" ".join(problem.messages)) from None
    now = timezone.now()
    actor = Actor.job("account openen", {May.ACCOUNT_OPEN, May.DUTY_GIVE})
    with transaction.atomic(durable=True), acting(actor, Purpose.ADMINISTRATION):
        account = open_account(
            actor=actor,
            now=now,
            email=email,
            name=name,
            function=function,
            organisation=organisation,
            role=Role(role),
            password=password,
        )
        if is_judge:
            give_duty(
                actor=actor,
                now=now,
                account=account,
                kind=DutyKind.MATCH_JUDGE,
                start=timezone.localdate(now),
            )
    return account.code
