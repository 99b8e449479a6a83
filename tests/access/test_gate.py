import os
import subprocess
import sys

import pytest
from django.core.checks import run_checks
from django.db import connection
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import path
from psycopg.conninfo import make_conninfo

from loopplank.access.acting import acting_now
from loopplank.access.checks import every_page_declares_its_right, the_login_stands_behind_the_walls
from loopplank.access.gate import page, public
from loopplank.access.may import May, Purpose
from loopplank.access.models import Duty
from loopplank.config.settings import database_as
from loopplank.kernel.refused import Refused


def bare(request):
    return HttpResponse("no right was declared")


@public("everybody may see this")
def open_to_all(request):
    return HttpResponse("hello")


urlpatterns = [path("bare/", bare), path("open/", open_to_all)]


def ask(view, account, method="get"):
    request = getattr(RequestFactory(), method)("/thing/")
    request.user = account
    request.resolver_match = None
    return view(request)


@override_settings(ROOT_URLCONF="tests.access.test_gate")
def test_a_page_without_a_declared_right_fails_the_check():
    errors = every_page_declares_its_right()

    assert [error.id for error in errors] == ["access.E001"]
    assert "bare/" in errors[0].msg


def test_every_page_of_the_house_passes_the_checks(db):
    assert run_checks(databases=["default"]) == []


def test_a_process_that_serves_as_the_owner_is_refused(db):
    assert the_login_stands_behind_the_walls(["default"]) == []
    owner = database_as("owner")
    address = make_conninfo(
        "",
        user=owner["USER"],
        password=owner.get("PASSWORD"),
        host=owner["HOST"],
        port=owner["PORT"],
        dbname=connection.settings_dict["NAME"],
    )

    checked = subprocess.run(
        [sys.executable, "-m", "django", "check", "--database", "default"],
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "loopplank.config.settings", "DATABASE_URL": address},
        capture_output=True,
        text=True,
        check=False,
    )

    assert checked.returncode == 1
    assert "access.E002" in checked.stderr
    assert "loopplank_owner passes row-level security" in checked.stderr


def test_a_page_runs_as_its_visitor_in_a_transaction(person):
    @page(May.OVERLAP_SEE, Purpose.OVERLAP)
    def whoami(request):
        return HttpResponse(acting_now())

    response = ask(whoami, person("sietse"))

    assert response.content.decode() == person("sietse").code
    assert response["Cache-Control"] == "no-store"
    assert acting_now() == ""


def test_what_one_may_not_do_is_not_there_and_leaves_a_line(person, trail):
    @page(May.DELIVERY_SEE, Purpose.DELIVERY)
    def secret(request):
        return HttpResponse("the secret")

    with pytest.raises(Http404):
        ask(secret, person("sietse"))

    line = trail()[-1]
    assert (line["verb"], line["actor"], line["refused"]) == ("page.refused", person("sietse").code, True)
    assert line["details"]["may"] == "delivery:see"
    assert ask(secret, person("nora")).content == b"the secret"


def test_a_refusal_undoes_the_page_and_is_said_in_its_own_words(person, trail):
    @page(May.ACCOUNT_USE, Purpose.OWN_ACCOUNT)
    def writes_and_refuses(request):
        account = person("nora")
        account.name = "Somebody else"
        account.save()
        raise Refused("Dit kan vandaag niet. Probeer het morgen.")

    response = ask(writes_and_refuses, person("nora"))

    assert response.status_code == 422
    assert "Dit kan vandaag niet. Probeer het morgen." in response.content.decode()
    assert person("nora").name == "Nora Tuinstra"
    assert trail()[-1]["details"]["kind"] == "refused"


def test_nothing_streams_out_of_the_transaction(person):
    @page(May.ACCOUNT_USE, Purpose.OWN_ACCOUNT)
    def stream(request):
        return StreamingHttpResponse(iter(["rows"]))

    with pytest.raises(TypeError, match="streams"):
        ask(stream, person("nora"))


def test_who_is_not_signed_in_is_asked_to(db):
    response = Client().get("/samenloop/")

    assert (response.status_code, response["Location"]) == (302, "/inloggen/?next=/samenloop/")


def test_a_duty_that_ended_gives_no_right(person, actor):
    assert May.PAIR_JUDGE in actor("jelte").may
    duty = Duty.objects.get(account=person("jelte"))
    duty.start, duty.end = duty.start.replace(year=2020), duty.start.replace(year=2021)
    duty.save()

    assert May.PAIR_JUDGE not in actor("jelte").may
