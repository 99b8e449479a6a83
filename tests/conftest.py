"""What all tests share: the database on a real server, the people, and the worlds they are put in.

The owner creates and drops the test database; the tests run behind the walls, logged in as the
application. What only the owner may read (the trail) is read through ``as_owner``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from loopplank.access.acting import acting
from loopplank.access.actions import give_duty, open_account
from loopplank.access.actor import Actor
from loopplank.access.may import May, Purpose
from loopplank.access.models import Account
from loopplank.access.queries import actor_of
from loopplank.access.roles import DutyKind
from loopplank.chain.in_force import chain_in_force
from loopplank.chain.reading import read_chain
from loopplank.config.environment import chains_folder
from loopplank.config.migrating import grant_package_tables
from loopplank.config.settings import database_as
from loopplank.demo.people import PEOPLE
from loopplank.exchange.chains import apply_chain

PASSWORD = "tussen-wal-en-schip"
AS_OWNER = """
    CREATE FUNCTION as_owner(query text) RETURNS SETOF jsonb LANGUAGE plpgsql SECURITY DEFINER AS $body$
    BEGIN RETURN QUERY EXECUTE format('SELECT to_jsonb(found) FROM (%s) AS found', query); END $body$;
    CREATE FUNCTION do_as_owner(command text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $body$
    BEGIN EXECUTE command; END $body$;
"""


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings):
    if settings.ENVIRONMENT.is_embedded:
        settings.EMBEDDED.ensure_running()
    _log_in_as("owner")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        with connection.cursor() as cursor:
            grant_package_tables(cursor)
            cursor.execute(AS_OWNER)
        connection.close()
        _log_in_as("app")
        furnish()
    yield
    with django_db_blocker.unblock():
        connection.close()
        _log_in_as("owner")


def _log_in_as(login):
    database = database_as(login)
    connection.settings_dict |= {name: database[name] for name in ("USER", "PASSWORD") if name in database}


def furnish():
    """The Groningen chain and the six people of the demo world."""
    now = timezone.now()
    apply_chain(read_chain(chains_folder() / "groningen"), None, now=now)
    actor = Actor.job("tests", {May.ACCOUNT_OPEN, May.DUTY_GIVE})
    with transaction.atomic(), acting(actor, Purpose.ADMINISTRATION):
        for person in PEOPLE:
            account = open_account(
                actor=actor,
                now=now,
                email=person.email,
                name=person.name,
                function=person.function,
                organisation=person.organisation,
                role=person.role,
                password=PASSWORD,
            )
            if person.is_judge:
                today = timezone.localdate(now)
                give_duty(actor=actor, now=now, account=account, kind=DutyKind.MATCH_JUDGE, start=today)


@pytest.fixture
def chain(db):
    return chain_in_force()


@pytest.fixture
def person(db) -> Callable[[str], Account]:
    """Someone of the demo world by first name, as ``person("nora")``."""
    return lambda name: Account.objects.get(email__startswith=f"{name}@")


@pytest.fixture
def actor(person) -> Callable[[str], Actor]:
    """The actor that someone is today."""
    return lambda name: actor_of(person(name), timezone.localdate())


@pytest.fixture
def browse(person) -> Callable[[str], Client]:
    """A browser in which someone is signed in."""

    def signed_in(name):
        client = Client()
        client.force_login(person(name))
        return client

    return signed_in


@pytest.fixture
def trail(db) -> Callable[[], list[dict]]:
    """The lines of the trail, oldest first, as its owner reads them."""
    return lambda: as_owner("SELECT * FROM trail_entry ORDER BY seq")


@contextmanager
def as_actor(actor: Actor, purpose: Purpose = Purpose.OVERLAP) -> Iterator[None]:
    """Someone acts, in a transaction of their own."""
    with transaction.atomic(), acting(actor, purpose):
        yield


def as_owner(query: str) -> list[dict]:
    """What the owner of the tables reads."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT as_owner(%s)", [query])
        return [json.loads(row) for (row,) in cursor.fetchall()]
