"""Filling an empty house with the demo world, through the same doors as real files."""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from loopplank.access.acting import acting
from loopplank.access.actions import give_duty, open_account
from loopplank.access.actor import Actor
from loopplank.access.may import May, Purpose
from loopplank.access.roles import DutyKind
from loopplank.chain.in_force import chain_in_force, version_in_force
from loopplank.chain.reading import read_chain
from loopplank.demo.people import PEOPLE
from loopplank.demo.today import TODAY
from loopplank.demo.world import Size, make_world, write_world
from loopplank.exchange.addresses import load_file
from loopplank.exchange.chains import apply_chain
from loopplank.exchange.deliveries import deliver
from loopplank.exchange.finding import Search, find_overlap
from loopplank.kernel.refused import Refused
from loopplank.places.facts import reference_version

SYLLABLES = (
    "ba be bo da de do ga go ha he ka ko la le lo ma mo na no pa po ra ro sa so ta to wa wo za".split()
)

Report = Callable[[int, int], None]
Bar = Callable[[str], Report]


def is_empty() -> bool:
    """Whether nothing was loaded yet: no chain definition and no address register."""
    return version_in_force() is None and reference_version() == 0


def load_demo(*, chain_folder: Path, size: Size, seed: int, password: str, bar: Bar) -> Search:
    """Load the Groningen chain, a demo world and the six people, and find the overlap.

    Raises:
        Refused: when the house is not empty; a demo never mixes with anything else.
    """
    if not is_empty():
        raise Refused(
            "Hier staan al gegevens; de demo komt alleen in een leeg huis. "
            "Kies met LOOPPLANK_HOME een andere map."
        )
    now = timezone.now()
    apply_chain(read_chain(chain_folder), None, now=now)
    chain = chain_in_force()
    with tempfile.TemporaryDirectory(prefix="loopplank-demo-") as folder:
        files = Path(folder)
        making = bar("Demowereld maken")
        world = make_world(size, seed, progress=lambda _, done, of: making(done, of))
        write_world(world, files)
        load_file(chain=chain, path=files / "places.csv", now=now, progress=bar("Adressen laden"))
        for overlap in chain.overlaps:
            for agency in (overlap.first, overlap.second):
                deliver(
                    chain=chain,
                    agency=agency,
                    path=files / f"{agency.lower()}.csv",
                    now=now,
                    as_of=TODAY,
                    progress=bar(f"Register van {agency} innemen"),
                )
    search = find_overlap(chain=chain, now=now, progress=bar)
    _welcome_people(now, password)
    return search


def easy_password() -> str:
    """A password that can be read aloud, of some fifty-eight bits: four words of three syllables."""
    words = ("".join(secrets.choice(SYLLABLES) for _ in range(3)) for _ in range(4))
    return "-".join(words)


def _welcome_people(now: datetime, password: str) -> None:
    actor = Actor.job("demo laden", {May.ACCOUNT_OPEN, May.DUTY_GIVE})
    with transaction.atomic(durable=True), acting(actor, Purpose.ADMINISTRATION):
        for person in PEOPLE:
            account = open_account(
                actor=actor,
                now=now,
                email=person.email,
                name=person.name,
                function=person.function,
                organisation=person.organisation,
                role=person.role,
                password=password,
            )
            if person.is_judge:
                give_duty(
                    actor=actor,
                    now=now,
                    account=account,
                    kind=DutyKind.MATCH_JUDGE,
                    start=timezone.localdate(now),
                )
