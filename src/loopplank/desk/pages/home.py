"""What waits for whoever is signed in."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from loopplank.access.actor import Actor
from loopplank.access.gate import PageRequest, page
from loopplank.access.may import May, Purpose
from loopplank.chain.fields import RegisterKind
from loopplank.chain.in_force import chain_in_force
from loopplank.desk.pictures.words import counted
from loopplank.kernel.refused import Refused
from loopplank.overlap.queries import own_figures, unresolved_total, waiting_for_a_judge
from loopplank.registers.queries import DeliveryCard, latest_delivery

Task = dict[str, Any]
# What a row of a register is counted in.
UNITS = {RegisterKind.REINFORCEMENT: "adressen", RegisterKind.DAMAGE: "meldingen"}


@page(May.ACCOUNT_USE, Purpose.OWN_ACCOUNT)
def home(request: PageRequest) -> HttpResponseBase:
    """The first page: what to do now, within one's rights."""
    actor = request.actor
    tasks = [*_judging(actor), *_mending(actor)]
    return render(
        request,
        "desk/home.html",
        {
            "first_name": actor.name.partition(" ")[0],
            "organisation": chain_in_force().organisation(actor.organisation),
            "tasks": tasks,
            "tiles": _figures(request) if May.OVERLAP_SEE in actor.may else [],
        },
    )


def _judging(actor: Actor) -> list[Task]:
    if May.PAIR_JUDGE not in actor.may:
        return []
    waiting = waiting_for_a_judge(actor)
    if not waiting:
        return [{"label": "Alle paren zijn beoordeeld", "status": "done"}]
    url = reverse("desk:overlaps") + "?oordeel=waiting&volgorde=doubt"
    label = f"Beoordeel {counted(waiting, 'twijfelachtig paar', 'twijfelachtige paren')}"
    return [{"label": label, "url": url, "status": "todo"}]


def _mending(actor: Actor) -> list[Task]:
    if May.DELIVERY_SEE not in actor.may:
        return []
    last = latest_delivery(actor)
    if last is None:
        return [
            {"label": "Er is nog geen register geleverd", "status": "todo", "url": reverse("desk:deliveries")}
        ]
    return [_quarantine(last), *_without_address(actor)]


def _quarantine(last: DeliveryCard) -> Task:
    url = reverse("desk:delivery", args=[last.pk])
    note = f"levering van {last.as_of:%d-%m-%Y}"
    if not last.waiting:
        return {"label": "Geen regels in quarantaine", "url": url, "note": note, "status": "done"}
    return {
        "label": f"Herstel {counted(last.waiting, 'regel', 'regels')} in quarantaine",
        "url": url,
        "note": note,
        "status": "todo",
    }


def _without_address(actor: Actor) -> list[Task]:
    number = unresolved_total(actor)
    if not number:
        return []
    url = reverse("desk:unresolved")
    return [
        {
            "label": f"{counted(number, 'regel leidt', 'regels leiden')} naar geen adres",
            "url": url,
            "status": "attention",
        }
    ]


def _figures(request: PageRequest) -> list[dict[str, Any]]:
    """The overlap of the own register in three figures, each with its unit and the list behind it."""
    chain, actor = chain_in_force(), request.actor
    try:
        unit = UNITS[chain.register_kind(actor.organisation)]
    except Refused:
        return []  # an organisation without a register has no overlap of its own
    found = own_figures(actor, request.moment)
    url = reverse("desk:overlaps")
    return [
        {
            "label": "Samenloop",
            "number": found.rows,
            "unit": unit,
            "url": url,
            "note": "zeker of zeer waarschijnlijk",
        },
        {
            "label": "Waarvan wettelijk",
            "number": found.legal_rows,
            "unit": unit,
            "url": f"{url}?soort=wettelijk",
        },
        {
            "label": "Vraagt een oordeel",
            "number": found.waiting,
            "unit": "paren",
            "url": f"{url}?oordeel=waiting",
        },
    ]
