"""The deliveries of the own register, their quarantine, and mending what stands there."""

from __future__ import annotations

from dataclasses import asdict

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from loopplank.access.gate import PageRequest, page
from loopplank.access.may import May, Purpose
from loopplank.chain.definition import Chain
from loopplank.chain.fields import Vocabulary
from loopplank.chain.in_force import chain_in_force
from loopplank.desk.forms.mending import MendForm, SetAsideForm, columns_of
from loopplank.desk.pictures.quarantine import quarantine_row
from loopplank.kernel.refused import Refused
from loopplank.overlap.matching import match_rows
from loopplank.overlap.queries import unresolved, unresolved_total
from loopplank.registers.actions import mend_row, set_row_aside
from loopplank.registers.queries import (
    DeliveryCard,
    QuarantineCard,
    for_settling,
    quarantine,
    quarantined_row,
)
from loopplank.registers.queries import (
    deliveries as own_deliveries,
)
from loopplank.registers.queries import (
    delivery as own_delivery,
)
from loopplank.registers.rules import Flawed

PAGE = 50


@page(May.DELIVERY_SEE, Purpose.DELIVERY)
def deliveries(request: PageRequest) -> HttpResponseBase:
    """The deliveries of the own register, the newest first."""
    return render(
        request,
        "desk/deliveries.html",
        {"deliveries": own_deliveries(request.actor), "unresolved": unresolved_total(request.actor)},
    )


@page(May.DELIVERY_SEE, Purpose.DELIVERY)
def delivery(request: PageRequest, pk: int) -> HttpResponseBase:
    """One delivery: its counts, words without a translation, and its quarantine."""
    card = own_delivery(request.actor, pk)
    if card is None:
        raise Http404
    chain = chain_in_force()
    settled = request.GET.get("toon") == "afgehandeld"
    after = request.GET.get("na", "")
    rows = quarantine(
        request.actor, pk, settled=settled, after=int(after) if after.isdigit() else 0, most=PAGE + 1
    )
    columns = _columns(chain, card)
    more = f"?toon={'afgehandeld' if settled else ''}&na={rows[PAGE - 1].line}" if len(rows) > PAGE else ""
    return render(
        request,
        "desk/delivery.html",
        {
            "delivery": card,
            "tiles": _tiles(card),
            "untranslated": _untranslated(chain, card),
            "tabs": _tabs(card, settled=settled),
            "rows": [quarantine_row(row, columns) for row in rows[:PAGE]],
            "settled": settled,
            "next_url": more,
        },
    )


@page(May.ROW_MEND, Purpose.DELIVERY)
def mend(request: PageRequest, pk: int) -> HttpResponseBase:
    """Mend a quarantined row and offer it again; it is matched in the same transaction."""
    row = quarantined_row(request.actor, pk)
    if row is None:
        raise Http404
    chain = chain_in_force()
    card = own_delivery(request.actor, row.delivery)
    assert card is not None  # noqa: S101 - a quarantined row has a delivery
    status = 200
    if request.method == "POST":
        form = MendForm(request.POST, columns=_columns(chain, card))
        try:
            if form.is_valid():
                return _offered_again(request, chain, row, form)
        except Flawed as flawed:
            form.show(asdict(flaw) for flaw in flawed.flaws)
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        status = 422
    else:
        form = MendForm(row.fields, columns=_columns(chain, card))
        form.show(row.flaws)
    context = {"row": row, "delivery": card, "form": form, "aside_form": SetAsideForm()}
    return render(request, "desk/mend.html", context, status=status)


@page(May.ROW_MEND, Purpose.DELIVERY)
def set_aside(request: PageRequest, pk: int) -> HttpResponseBase:
    """Decide that a quarantined row is not taken in."""
    row = for_settling(request.actor, pk)
    if row is None:
        raise Http404
    form = SetAsideForm(request.POST)
    if request.method != "POST" or not form.is_valid():
        for error in form.errors.get("reason", []):
            messages.error(request, str(error))
        return redirect("desk:mend", pk=pk)
    try:
        set_row_aside(
            actor=request.actor, now=request.moment, quarantined=row, reason=form.cleaned_data["reason"]
        )
    except Refused as refusal:
        messages.error(request, refusal.sentence)
        return redirect("desk:mend", pk=pk)
    messages.success(request, f"Regel {row.line} wordt niet overgenomen. De regel zelf blijft bewaard.")
    return redirect("desk:delivery", pk=row.delivery_id)


@page(May.DELIVERY_SEE, Purpose.DELIVERY)
def unresolved_rows(request: PageRequest) -> HttpResponseBase:
    """The rows of the own register that lead to no address, and why."""
    rows = unresolved(request.actor)
    return render(
        request,
        "desk/unresolved.html",
        {
            "rows": [
                {
                    "key": key,
                    "address": ", ".join(address[name] for name in _READING_ORDER if address.get(name)),
                    "reason": f"Hier {rung.clause}.",
                }
                for key, address, rung in rows
            ],
            "total": unresolved_total(request.actor),
        },
    )


_READING_ORDER = ("address_line", "street", "number", "letter", "addition", "postcode", "town", "bag_id")


def _offered_again(
    request: PageRequest, chain: Chain, row: QuarantineCard, form: MendForm
) -> HttpResponseBase:
    quarantined = for_settling(request.actor, row.pk)
    if quarantined is None:
        raise Http404
    taken = mend_row(
        actor=request.actor, now=request.moment, chain=chain, quarantined=quarantined, fields=form.texts()
    )
    match_rows(chain=chain, actor=request.actor, now=request.moment, rows=[taken.pk])
    messages.success(
        request, f"Regel {row.line} is overgenomen en meteen vergeleken met het andere register."
    )
    return redirect("desk:delivery", pk=row.delivery)


def _columns(chain: Chain, card: DeliveryCard) -> dict[str, str]:
    return columns_of(chain.profile(card.agency, card.profile), chain.register_kind(card.agency))


def _tiles(card: DeliveryCard) -> list[dict[str, object]]:
    counts = (
        ("Nieuw", card.added),
        ("Gewijzigd", card.changed),
        ("Ongewijzigd", card.unchanged),
        ("Vervallen", card.ended),
        ("In quarantaine", card.quarantined),
    )
    return [{"label": label, "number": number, "unit": "regels"} for label, number in counts]


def _tabs(card: DeliveryCard, *, settled: bool) -> list[dict[str, object]]:
    url = reverse("desk:delivery", args=[card.pk])
    return [
        {"label": "Wacht op herstel", "url": url, "current": not settled, "count": card.waiting},
        {
            "label": "Afgehandeld",
            "url": f"{url}?toon=afgehandeld",
            "current": settled,
            "count": card.settled,
        },
    ]


def _untranslated(chain: Chain, card: DeliveryCard) -> list[dict[str, object]]:
    """The own words that still have no translation in the chain in force."""
    return [
        {
            "vocabulary": Vocabulary(str(found["vocabulary"])).label,
            "word": found["word"],
            "rows": found["rows"],
        }
        for found in card.untranslated
        if chain.unmapped(card.agency, Vocabulary(str(found["vocabulary"])), [str(found["word"])])
    ]
