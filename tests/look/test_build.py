"""The build script itself, on a copy of what it works on."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STATIC = "src/loopplank/look/static"


@pytest.fixture(scope="module")
def build():
    spec = importlib.util.spec_from_file_location("frontend_build", ROOT / "frontend/build.py")
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


@pytest.fixture
def copy(tmp_path):
    """The sources and the output without node_modules, so that building again would need npm."""
    shutil.copytree(ROOT / "frontend", tmp_path / "frontend", ignore=shutil.ignore_patterns("node_modules"))
    shutil.copytree(ROOT / STATIC, tmp_path / STATIC)
    return tmp_path


def run(folder):
    return subprocess.run(
        [sys.executable, folder / "frontend/build.py"],
        env={**os.environ, "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_output_is_current_so_that_a_second_run_does_nothing(copy):
    manifest = copy / STATIC / "vendor/manifest.json"
    made_at = manifest.stat().st_mtime_ns

    done = run(copy)

    assert (done.returncode, done.stdout) == (0, "Style sheets, font and icons are up to date.\n")
    assert manifest.stat().st_mtime_ns == made_at


@pytest.mark.parametrize(
    "changed",
    ["frontend/package-lock.json", f"{STATIC}/app/theme.css", f"{STATIC}/vendor/icons.svg"],
)
def test_a_changed_input_or_output_is_built_again_and_without_npm_it_says_what_to_do(copy, changed):
    with (copy / changed).open("a", encoding="utf-8") as file:
        file.write("\n")

    done = run(copy)

    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "There is no npm. Install Node.js, or its wheel in this environment:",
        "  pip install --require-hashes -r frontend/requirements.lock",
    ]


def test_a_failed_build_leaves_the_last_output_in_place(copy):
    (copy / "frontend/package-lock.json").write_text("{}", encoding="utf-8")

    done = run(copy)

    assert done.returncode == 1
    assert (copy / STATIC / "vendor/manifest.json").exists()


def test_tokens_are_kept_when_they_are_reached_through_others(build):
    tokens = {"--a": "var(--b)", "--b": "var( --c, 1px)", "--c": "2px", "--d": "3px"}

    assert build.reachable(tokens, "p { margin: var(--a) var(--unknown); }") == {"--a", "--b", "--c"}


def test_colour_scales_get_our_names(build):
    css = "a { color: var(--voorbeeld-kleuren-violet-500); background: var(--voorbeeld-kleuren-rood-50) }"

    assert build.in_our_names(css) == (
        "a { color: var(--lp-kleur-actie-500); background: var(--lp-kleur-rood-50) }"
    )
