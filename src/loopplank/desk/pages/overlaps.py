"""The list of overlaps, one pair, and the verdict on it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponseBase, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from loopplank.access.gate import PageRequest, page
from loopplank.access.may import May, Purpose
from loopplank.access.queries import names_of
from loopplank.chain.in_force import chain_in_force
from loopplank.desk.forms.overlaps import OverlapFilter, VerdictForm
from loopplank.desk.pictures.pairs import pair_picture, pair_row
from loopplank.kernel.refused import Refused
from loopplank.overlap.actions import judge_pair
from loopplank.overlap.queries import PAGE, next_waiting, pair, pairs, waiting_for_a_judge
from loopplank.overlap.verdicts import Verdict

HIGHEST_PAGE = 10_000
# What was searched for stays in the session: an address has no place in the address of a page.
SEARCHED = "overlap searched for"
LONGEST_SEARCH = 80


@page(May.OVERLAP_SEE, Purpose.OVERLAP)
def overlaps(request: PageRequest) -> HttpResponseBase:
    """The pairs of the own agency, filtered by what stands in the address."""
    chain = chain_in_force()
    text = request.session.get(SEARCHED, "") if request.GET.get("gezocht") else ""
    form = OverlapFilter(request.GET, chain=chain, actor=request.actor)
    number = _page_number(request.GET.get("pagina", ""))
    found = pairs(request.actor, request.moment, form.wanted(text), number)
    waiting = waiting_for_a_judge(request.actor) if May.PAIR_JUDGE in request.actor.may else 0
    return render(
        request,
        "desk/overlaps.html",
        {
            "form": form,
            "chips": _chips(request, form, text),
            "rows": [pair_row(chain, request.actor, card) for card in found.cards],
            "total": found.total,
            "first": found.first,
            "last": found.first + len(found.cards) - 1,
            "previous_url": _with_page(request.GET, number - 1) if number > 1 else "",
            "next_url": _with_page(request.GET, number + 1) if found.total > number * PAGE else "",
            "waiting": waiting,
        },
    )


@page(May.OVERLAP_SEE, Purpose.OVERLAP)
def search(request: PageRequest) -> HttpResponseBase:
    """Remember what is searched for, and show the list that has it."""
    text = request.POST.get("q", "").strip()[:LONGEST_SEARCH]
    request.session[SEARCHED] = text
    return redirect(reverse("desk:overlaps") + ("?gezocht=ja" if text else ""))


@page(May.OVERLAP_SEE, Purpose.OVERLAP)
def overlap(request: PageRequest, pk: int) -> HttpResponseBase:
    """One pair: why it was found, and what may be seen of both sides."""
    detail = pair(request.actor, request.moment, pk)
    if detail is None:
        raise Http404
    names = names_of({one.by for one in detail.judgements})
    return render(
        request,
        "desk/overlap.html",
        {
            "pair": pair_picture(chain_in_force(), request.actor, detail, names),
            "form": VerdictForm(initial={"seen": detail.card.evidence}),
            "may_judge": May.PAIR_JUDGE in request.actor.may and detail.card.is_found,
        },
    )


@page(May.PAIR_JUDGE, Purpose.JUDGING)
def judge(request: PageRequest, pk: int) -> HttpResponseBase:
    """Record a verdict, and go on to the next pair that waits."""
    form = VerdictForm(request.POST)
    if request.method != "POST" or not form.is_valid():
        return redirect("desk:overlap", pk=pk)
    said = form.cleaned_data
    verdict = Verdict(said["verdict"])
    try:
        judge_pair(
            actor=request.actor,
            now=request.moment,
            pair_id=pk,
            seen=said["seen"],
            verdict=verdict,
            note=said["note"],
        )
    except Refused as refusal:
        messages.error(request, refusal.sentence)
        return redirect("desk:overlap", pk=pk)
    messages.success(request, f"{verdict.label}. U kunt het oordeel op de pagina van het paar terugnemen.")
    following = None if verdict is Verdict.WITHDRAWN else next_waiting(request.actor, after=pk)
    return redirect("desk:overlap", pk=following or pk)


@page(May.PAIR_JUDGE, Purpose.JUDGING)
def next_to_judge(request: PageRequest) -> HttpResponseBase:
    """Go to the next pair that waits for a verdict."""
    following = next_waiting(request.actor)
    if following is None:
        messages.success(request, "Er wacht geen paar meer op een oordeel.")
        return redirect("desk:overlaps")
    return HttpResponseRedirect(reverse("desk:overlap", args=[following]))


def _chips(request: PageRequest, form: OverlapFilter, text: str) -> list[dict[str, str]]:
    chips = [(name, label) for name, label in form.in_use()]
    if text:
        chips.insert(0, ("gezocht", f"Zoekt: ‘{text}’"))
    return [{"label": label, "url": _without(request.GET, name)} for name, label in chips]


def _page_number(text: str) -> int:
    return min(max(int(text), 1), HIGHEST_PAGE) if text.isascii() and text.isdigit() else 1


def _with_page(asked: QueryDict, number: int) -> str:
    return _changed(asked, pagina=str(number))


def _without(asked: QueryDict, name: str) -> str:
    return _changed(asked, pagina="", **{name: ""})


def _changed(asked: QueryDict, **changes: Any) -> str:
    """The address of the same list with some parts changed; empty parts are left out."""
    said = {name: value for name, value in asked.items() if value} | changes
    kept = QueryDict(mutable=True)
    for name, value in said.items():
        if value:
            kept[name] = value
    return f"?{kept.urlencode()}"
