"""What import contracts do not see: tables are private, relations point down, every page is known."""

import ast
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command

import loopplank
from loopplank.access.action import ACTIONS
from loopplank.access.checks import pages

SOURCE = Path(loopplank.__file__).parent
FLOORS = [
    *("kernel", "trail", "chain", "access", "places", "registers", "overlap"),
    *("desk", "exchange", "demo", "config"),
]
PUBLIC = {"inloggen/", "uitloggen/", "account/wachtwoord/", "hulp/", "privacy/", "toegankelijkheid/"}


def _modules():
    return [path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts]


def _floor(path):
    return path.relative_to(SOURCE).parts[0]


def _imports(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def test_tables_are_private_to_their_floor():
    trespassers = [
        f"{path.relative_to(SOURCE)} imports {module}"
        for path in _modules()
        for module in _imports(path)
        if module.startswith("loopplank.")
        and module.endswith(".models")
        # Accounts are rows of `access` that point at organisations, which `chain` keeps.
        and module.split(".")[1] != _floor(path)
        and (_floor(path), module) != ("access", "loopplank.chain.models")
    ]

    assert trespassers == []


def test_relations_point_down():
    upward = [
        f"{model._meta.label}.{field.name} points at {field.related_model._meta.label}"
        for model in apps.get_models()
        if model.__module__.startswith("loopplank.")
        for field in model._meta.get_fields()
        if field.is_relation
        and field.concrete
        and field.related_model.__module__.startswith("loopplank.")
        and FLOORS.index(model._meta.app_label) < FLOORS.index(field.related_model._meta.app_label)
    ]

    assert upward == []


def test_every_query_of_a_floor_takes_the_actor_first():
    wrong = []
    for path in _modules():
        if path.name != "queries.py" and path.parent.name != "queries":
            continue
        # Who someone is must be asked before there is an actor.
        if _floor(path) == "access":
            continue
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                first = node.args.args[0].arg if node.args.args else ""
                if first != "actor" and path.name != "selecting.py":
                    wrong.append(f"{path.relative_to(SOURCE)}: {node.name}")

    assert wrong == []


def test_the_public_pages_are_these():
    assert {address for address, view in pages() if hasattr(view, "public_because")} == PUBLIC


def test_every_verb_reads_as_what_happened():
    assert all(verb.count(".") == 1 and verb == verb.lower() for verb in ACTIONS)


def test_no_module_is_a_drawer_of_odds_and_ends():
    drawers = {
        "utils",
        "util",
        "helpers",
        "helper",
        "common",
        "misc",
        "base",
        "manager",
        "service",
        "handler",
    }

    assert [str(path) for path in _modules() if path.stem in drawers or drawers & set(path.parts)] == []


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_file_fits_in_the_head(path):
    assert len(path.read_text("utf-8").splitlines()) <= 400


def test_no_migration_is_missing(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_no_path_of_a_machine_nor_a_registry_stands_in_the_project():
    suspects = ("/" + "work/", "pypi" + ".org", "npmjs" + ".org", "pythonhosted" + ".org")
    root = SOURCE.parent.parent
    files = [
        path
        for name in ("src", "tests", "docs", "bench", "chains", "frontend", ".ci")
        for path in (root / name).rglob("*")
        if path.is_file()
        and "node_modules" not in path.parts
        and "vendor" not in path.parts
        and "__pycache__" not in path.parts
    ]
    found = [
        str(path.relative_to(root))
        for path in [*files, root / "Makefile", root / "pyproject.toml", root / "requirements.lock"]
        if any(suspect in path.read_text("utf-8", "replace") for suspect in suspects)
    ]

    assert found == []
