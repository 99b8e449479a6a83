"""Every page of the URL table, for everybody: a page that is not in this table fails."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from loopplank.access.checks import pages
from loopplank.overlap.queries import PairFilter, pairs
from loopplank.registers.queries import latest_delivery, quarantine
from tests.conftest import as_actor
from tests.worlds import deliver_rows, furnish_kerkstraat, ncg_row, unit

pytestmark = pytest.mark.django_db

VISITORS = ("nobody", "nora", "ilse", "sietse", "anneke", "jelte", "gert")

# What nobody, Nora (data NCG), Ilse (data IMG), Sietse (NCG), Anneke (IMG), Jelte (NCG, judges) and Gert
# (a municipality) get. The rows in the addresses are the NCG's.
MATRIX = {
    "": (302, 200, 200, 200, 200, 200, 200),
    "samenloop/": (302, 200, 200, 200, 200, 200, 404),
    "samenloop/zoeken/": (302, 302, 302, 302, 302, 302, 404),
    "samenloop/volgende/": (302, 404, 404, 404, 404, 302, 404),
    "samenloop/<int:pk>/": (302, 200, 200, 200, 200, 200, 404),
    "samenloop/<int:pk>/oordeel/": (302, 404, 404, 404, 404, 302, 404),
    "leveringen/": (302, 200, 200, 404, 404, 404, 404),
    "leveringen/zonder-adres/": (302, 200, 200, 404, 404, 404, 404),
    "leveringen/<int:pk>/": (302, 200, 404, 404, 404, 404, 404),
    "leveringen/regel/<int:pk>/": (302, 200, 404, 404, 404, 404, 404),
    "leveringen/regel/<int:pk>/niet-overnemen/": (302, 302, 404, 404, 404, 404, 404),
    "account/": (302, 200, 200, 200, 200, 200, 200),
    "account/wachtwoord/": (302, 200, 200, 200, 200, 200, 200),
    "inloggen/": (200, 302, 302, 302, 302, 302, 302),
    "uitloggen/": (302, 200, 200, 200, 200, 200, 200),
    "hulp/": (200,) * 7,
    "privacy/": (200,) * 7,
    "toegankelijkheid/": (200,) * 7,
}


@pytest.fixture
def numbers(tmp_path, actor):
    """The number of a row of each kind, all of them visible to the NCG."""
    furnish_kerkstraat(tmp_path)
    rows = [
        ncg_row("VS-1", "1", bag_id=unit(1)),
        ncg_row("VS-2", "2", bag_id=unit(2)),
        ncg_row("VS-3", "3", bag_id=unit(3)),
        ncg_row("VS-5", "5"),
        ncg_row("VS-6", "0"),
    ]
    deliver_rows(tmp_path, "NCG", rows)
    nora, sietse = actor("nora"), actor("sietse")
    with as_actor(nora):
        delivery = latest_delivery(nora)
        (quarantined,) = quarantine(nora, delivery.pk, settled=False)
    with as_actor(sietse):
        (pair, *_) = pairs(sietse, timezone.now(), PairFilter()).cards
    return {"samenloop/": pair.pk, "leveringen/regel/": quarantined.pk, "leveringen/": delivery.pk}


def test_every_page_is_in_the_matrix():
    assert {address for address, _ in pages()} == set(MATRIX)


@pytest.mark.parametrize("visitor", VISITORS)
def test_everybody_gets_what_is_theirs(visitor, numbers, browse):
    browser = Client() if visitor == "nobody" else browse(visitor)

    got = {address: browser.get(_filled(address, numbers)).status_code for address in MATRIX}

    assert got == {address: statuses[VISITORS.index(visitor)] for address, statuses in MATRIX.items()}


def test_what_is_not_yours_looks_like_what_is_not_there(numbers, browse):
    ilse = browse("ilse")

    theirs = ilse.get(_filled("leveringen/<int:pk>/", numbers))
    nothing = ilse.get("/leveringen/999999/")

    assert theirs.status_code == nothing.status_code == 404
    assert _without_token(theirs) == _without_token(nothing)


def _without_token(response):
    return re.sub(rb'"X-CSRFToken": "\w+"|name="csrfmiddlewaretoken" value="\w+"', b"", response.content)


def _filled(address, numbers):
    number = next((number for start, number in numbers.items() if address.startswith(start)), 0)
    return "/" + address.replace("<int:pk>", str(number))
