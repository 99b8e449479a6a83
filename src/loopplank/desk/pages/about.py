"""Pages that explain; they show nothing of anybody."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

from loopplank.access.gate import public
from loopplank.overlap.ladder import Grade, Rung


@public("Uitleg over de woorden en graden; er staan geen gegevens in.")
def help_page(request: HttpRequest) -> HttpResponseBase:
    """What the grades mean, and the rungs that lead to them."""
    grades = [
        {
            "name": grade.name.lower(),
            "label": grade.label,
            "clauses": [rung.clause for rung in Rung if rung.grade is grade],
        }
        for grade in Grade
    ]
    return render(request, "desk/help.html", {"grades": grades})


@public("Wie wil weten wat er met gegevens gebeurt, hoeft daarvoor niet in te loggen.")
def privacy(request: HttpRequest) -> HttpResponseBase:
    """What is kept, who sees it, and what leaves a trace."""
    return render(request, "desk/privacy.html")


@public("Een toegankelijkheidsverklaring is openbaar.")
def accessibility(request: HttpRequest) -> HttpResponseBase:
    """The accessibility statement."""
    return render(request, "desk/accessibility.html")
