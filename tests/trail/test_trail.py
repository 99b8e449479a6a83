from datetime import UTC, datetime

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from loopplank.access.actor import Actor
from loopplank.trail.actions import record
from loopplank.trail.rules import CONTENT, leaf_hash
from tests.conftest import as_actor

MOMENT = datetime(2026, 11, 23, 12, 30, 0, 123456, tzinfo=UTC)
JOB = Actor.job("test", ())


def _write(**line):
    with as_actor(JOB):
        record(at=MOMENT, actor=JOB.code, verb="thing.done", **line)


def _line(entry):
    """What the trail holds, as it was hashed."""
    return {name: entry[name] for name in CONTENT} | {"at": datetime.fromisoformat(entry["at"])}


def test_a_line_carries_a_hash_of_what_it_says(trail):
    _write(subject="thing:1", details={"count": 3, "weg": "’t Zandt"})

    (entry,) = [line for line in trail() if line["verb"] == "thing.done"]

    assert bytes.fromhex(entry["leaf"][2:]) == leaf_hash(bytes.fromhex(entry["salt"][2:]), _line(entry))


@pytest.mark.parametrize(
    ("field", "value"),
    [("actor", "job:other"), ("details", {"count": 4}), ("refused", True), ("subject", "thing:2")],
)
def test_a_changed_line_no_longer_fits_its_hash(trail, field, value):
    _write(subject="thing:1", details={"count": 3})
    (entry,) = [line for line in trail() if line["verb"] == "thing.done"]

    changed = _line(entry) | {field: value}

    assert bytes.fromhex(entry["leaf"][2:]) != leaf_hash(bytes.fromhex(entry["salt"][2:]), changed)


def test_two_equal_lines_have_different_salts(trail):
    _write()
    _write()

    leaves = [line["leaf"] for line in trail() if line["verb"] == "thing.done"]

    assert len(set(leaves)) == 2


def test_a_line_falls_with_its_act(trail):
    before = len(trail())

    with pytest.raises(ZeroDivisionError), as_actor(JOB):
        record(at=MOMENT, actor=JOB.code, verb="thing.done")
        1 / 0  # noqa: B018 - the act fails after its line was written

    assert len(trail()) == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE trail_entry SET actor = 'somebody else'",
        "DELETE FROM trail_entry",
        "TRUNCATE trail_entry",
        "SELECT * FROM trail_entry",
    ],
)
def test_the_application_can_only_add(trail, statement):
    _write()

    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        connection.cursor().execute(statement)

    assert trail()[-1]["actor"] == JOB.code


@pytest.mark.parametrize("command", ["UPDATE trail_entry SET actor = 'x'", "DELETE FROM trail_entry"])
def test_not_even_the_owner_changes_a_line(trail, command):
    _write()

    with pytest.raises(ProgrammingError, match="append-only"), transaction.atomic():
        connection.cursor().execute("SELECT do_as_owner(%s)", [command])

    assert trail()[-1]["verb"] == "thing.done"


def test_nobody_writes_in_another_name(db):
    with pytest.raises(ProgrammingError, match="row-level security"), as_actor(JOB):
        record(at=MOMENT, actor="account:1", verb="thing.done")
