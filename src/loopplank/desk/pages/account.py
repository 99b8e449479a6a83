"""One's own account: who one is here, and what one may do."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.shortcuts import render

from loopplank.access.gate import PageRequest, page
from loopplank.access.may import May, Purpose
from loopplank.access.queries import duties_of
from loopplank.access.roles import ROLES, Role
from loopplank.chain.in_force import chain_in_force


@page(May.ACCOUNT_USE, Purpose.OWN_ACCOUNT)
def account(request: PageRequest) -> HttpResponseBase:
    """Role, duties and rights, in words."""
    person = request.user
    return render(
        request,
        "desk/account.html",
        {
            "account": person,
            "organisation": chain_in_force().organisation(request.actor.organisation),
            "role": ROLES[Role(person.role)],  # type: ignore[union-attr]
            "duties": duties_of(request.actor, request.moment.date()),
            "rights": sorted(may.label for may in request.actor.may),
        },
    )
