"""What the build made and what our own style sheets, templates and scripts ask of it."""

import hashlib
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FRONTEND = ROOT / "frontend"
STATIC = ROOT / "src/loopplank/look/static"
VENDOR = STATIC / "vendor"
TEMPLATES = sorted((ROOT / "src/loopplank").rglob("*.html"))
SAMPLES = sorted((ROOT / "tests/look/templates").rglob("*.html"))
SVG_NAMESPACE = "http://www.w3.org"
FONTS = [
    f"fonts/source-sans-3-latin-{cut}.woff2"
    for cut in ("400-italic", "400-normal", "600-normal", "700-normal")
]


def text_of(paths):
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


@pytest.fixture(scope="module", autouse=True)
def manifest():
    path = VENDOR / "manifest.json"
    assert path.exists(), "The look is not built: python frontend/build.py"
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def own_css():
    return text_of(sorted((STATIC / "app").glob("*.css")))


@pytest.fixture(scope="module")
def vendor_css(manifest):
    return text_of(VENDOR / name for name in manifest["files"] if name.endswith(".css"))


def test_the_manifest_holds_the_sha256_of_every_file(manifest):
    files = [path for path in VENDOR.rglob("*") if path.is_file() and path.name != "manifest.json"]

    digests = {
        path.relative_to(VENDOR).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }

    assert digests == manifest["files"]


def test_the_manifest_names_every_locked_package_with_its_licence(manifest):
    locked = json.loads((FRONTEND / "package-lock.json").read_text(encoding="utf-8"))["packages"]

    named = {(p["name"], p["version"], p["licence"], p["integrity"]) for p in manifest["packages"]}

    assert named == {
        (key.removeprefix("node_modules/"), entry["version"], entry["license"], entry["integrity"])
        for key, entry in locked.items()
        if key
    }
    assert {p["licence"] for p in manifest["packages"]} == {"EUPL-1.2", "MIT", "OFL-1.1"}


def test_the_licences_go_along(manifest):
    licences = [name for name in manifest["files"] if "LICENSE" in name]

    assert licences == ["LICENSE-MIT-icons.txt", "fonts/LICENSE-OFL-1.1.txt", "nlds/LICENSE-EUPL-1.2.md"]


def test_the_only_fonts_are_the_four_that_the_style_sheet_loads(own_css):
    everywhere = [path.relative_to(VENDOR).as_posix() for path in STATIC.rglob("*.woff*")]

    assert sorted(everywhere) == FONTS
    assert sorted(re.findall(r'url\("\.\./vendor/(.+?woff2)"\)', own_css)) == FONTS


def test_no_style_sheet_loads_anything_from_elsewhere(own_css, vendor_css):
    loaded = re.findall(r"url\(\s*[\"']?([^\"')]{5})|(@import)", own_css + vendor_css)

    assert {address for address, _ in loaded} == {"data:", "../ve"}
    assert not any(imported for _, imported in loaded)


def test_no_host_is_named_in_what_is_committed_for_the_build():
    committed = [path for path in FRONTEND.iterdir() if path.is_file()]

    # The lock has neither download addresses (.npmrc sees to that) nor "funding" (taken out by hand).
    assert set(re.findall(r"\w+://[\w.]+", text_of(committed))) == {SVG_NAMESPACE}


def test_every_icon_that_a_template_draws_is_in_the_sprite():
    drawn = set(re.findall(r'look/icon\.html" with name="([\w-]+)"', text_of([*TEMPLATES, *SAMPLES])))
    sprite = re.findall(r'<symbol id="([\w-]+)"', (VENDOR / "icons.svg").read_text(encoding="utf-8"))

    assert drawn - set(sprite) == set()
    assert sprite == json.loads((FRONTEND / "package.json").read_text(encoding="utf-8"))["icons"]


def test_every_class_of_ours_in_a_template_or_script_has_a_style(own_css):
    styled = set(re.findall(r"\.(lp-[\w-]+)", own_css))
    asked = set(re.findall(r"lp-[\w-]+", text_of([*TEMPLATES, *SAMPLES, STATIC / "app/app.js"])))

    # A name that ends in two dashes is completed by the page: lp-org--{{ slot }}.
    completed = {name for name in asked if name.endswith("--")}

    assert asked - completed - styled == set()
    assert completed == {"lp-icon--", "lp-org--"}


def test_every_class_that_is_styled_is_drawn_somewhere(own_css):
    styled = set(re.findall(r"\.(lp-[\w-]+)", own_css))
    drawn = set(re.findall(r"lp-[\w-]+", text_of([*TEMPLATES, *SAMPLES])))

    slots = {"lp-org--a", "lp-org--b", "lp-org--c", "lp-org--d", "lp-icon--large"}

    assert styled - drawn - slots == set()


def test_every_variable_that_we_use_has_a_value(own_css, vendor_css):
    tokens = (VENDOR / "nlds/tokens.css").read_text(encoding="utf-8")
    known = set(re.findall(r"(--[\w-]+)\s*:", tokens + own_css))

    used = set(re.findall(r"var\(\s*(--[\w-]+)", tokens + own_css))

    assert used - known == {"--basis-space-text-xs"}  # which the token set itself forgets
    assert "voorbeeld-kleuren" not in vendor_css


def test_every_token_that_our_theme_sets_is_used(own_css, vendor_css):
    theme = (STATIC / "app/theme.css").read_text(encoding="utf-8")

    used = set(re.findall(r"var\(\s*(--[\w-]+)", own_css + vendor_css))

    unused = set(re.findall(r"^\s*(--[\w-]+):", theme, re.MULTILINE)) - used

    # A scale is set as a whole, also where no component asks for a step of it.
    assert {name for name in unused if not name.startswith("--lp-kleur-")} == set()


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.relative_to(ROOT / "src").as_posix())
def test_no_template_needs_more_than_the_strict_policy_allows(template):
    markup = template.read_text(encoding="utf-8")

    assert re.findall(r"\sstyle=|<style|\son\w+=|hx-on|javascript:|<script(?![^>]*\ssrc=)", markup) == []
