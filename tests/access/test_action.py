from datetime import UTC, datetime

import pytest

from loopplank.access.acting import acting, acting_now
from loopplank.access.action import ACTIONS, Done, action
from loopplank.access.actions import open_account
from loopplank.access.actor import Actor
from loopplank.access.may import May, Purpose
from loopplank.access.models import Account
from loopplank.access.roles import Role
from loopplank.kernel.refused import Refused
from tests.conftest import as_actor

MOMENT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DOER = Actor.job("tests", {May.DUTY_GIVE})


@pytest.fixture
def rename(person):
    """An action of the tests' own: it changes a name, and can fail afterwards."""

    @action(May.DUTY_GIVE, "account.renamed")
    def rename_account(*, actor, now, name, fails=False):
        account = person("nora")
        account.name = name
        account.save()
        if fails:
            raise Refused("Toch niet.")
        return Done(account, account.code, {"fails": fails})

    yield rename_account
    del ACTIONS["account.renamed"]


def test_a_write_leaves_one_line_with_who_when_what_and_why(rename, trail):
    before = len(trail())

    with as_actor(DOER, Purpose.ADMINISTRATION):
        account = rename(actor=DOER, now=MOMENT, name="Nora de Boer")

    (line,) = trail()[before:]
    assert account.name == "Nora de Boer"
    assert (line["actor"], line["verb"], line["subject"]) == (DOER.code, "account.renamed", account.code)
    assert (line["purpose"], datetime.fromisoformat(line["at"])) == ("beheer", MOMENT)


def test_who_lacks_the_right_changes_nothing(rename, person, trail):
    stranger = Actor.job("tests", {May.OVERLAP_SEE})
    before = len(trail())

    with pytest.raises(Refused, match="een taak toedelen"), as_actor(stranger):
        rename(actor=stranger, now=MOMENT, name="Nora de Boer")

    assert person("nora").name == "Nora Tuinstra"
    assert len(trail()) == before


def test_a_refusal_half_way_undoes_the_write_and_its_line(rename, person, trail):
    before = len(trail())

    with pytest.raises(Refused, match="Toch niet"), as_actor(DOER):
        rename(actor=DOER, now=MOMENT, name="Nora de Boer", fails=True)

    assert person("nora").name == "Nora Tuinstra"
    assert len(trail()) == before


def test_an_action_runs_only_while_its_actor_acts(rename, person):
    other = Actor.job("someone else", {May.DUTY_GIVE})

    with pytest.raises(RuntimeError, match="does not know"), as_actor(other):
        rename(actor=DOER, now=MOMENT, name="Nora de Boer")

    assert person("nora").name == "Nora Tuinstra"


def test_an_action_of_another_form_cannot_be_defined():
    with pytest.raises(TypeError, match="keyword-only"):

        @action(May.DUTY_GIVE, "thing.done")
        def positional(actor, now): ...

    with pytest.raises(TypeError, match="actor and now"):

        @action(May.DUTY_GIVE, "thing.done")
        def nobody(*, now): ...


def test_a_verb_is_used_once():
    with pytest.raises(TypeError, match=r"account\.opened is taken"):

        @action(May.DUTY_GIVE, "account.opened")
        def open_again(*, actor, now): ...


def test_who_acts_is_put_back_afterwards(db):
    inner = Actor.job("inner", (), organisation="IMG")

    with as_actor(DOER):
        with acting(inner, Purpose.DELIVERY):
            assert acting_now() == inner.code
        assert acting_now() == DOER.code


def test_nobody_acts_outside_a_transaction(django_db_setup, django_db_blocker):
    with (
        django_db_blocker.unblock(),
        pytest.raises(RuntimeError, match="within a transaction"),
        acting(DOER, Purpose.DELIVERY),
    ):
        pass


@pytest.mark.parametrize(
    ("email", "organisation", "sentence"),
    [
        ("nieuw@ncg.example", "NERGENS", "staat niet in de ketendefinitie"),
        ("NORA@ncg.example", "NCG", "al een account geopend"),
    ],
)
def test_an_account_is_for_an_organisation_of_the_chain_and_one_mail_address(
    db, email, organisation, sentence
):
    opener = Actor.job("tests", {May.ACCOUNT_OPEN})
    before = Account.objects.count()

    with pytest.raises(Refused, match=sentence), as_actor(opener, Purpose.ADMINISTRATION):
        open_account(
            actor=opener,
            now=MOMENT,
            email=email,
            name="Iemand Nieuw",
            function="Begeleider",
            organisation=organisation,
            role=Role.CASE_WORKER,
            password="lang genoeg wachtwoord",
        )

    assert Account.objects.count() == before
