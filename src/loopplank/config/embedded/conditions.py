"""What must be true before the server may run; each condition that fails is a sentence with a way out."""

from __future__ import annotations

import os
import pwd
import shutil
import stat
from pathlib import Path

from loopplank.config.embedded.cannot_start import CannotStart
from loopplank.config.embedded.programs import is_root, program, run, server_account

MAJOR_VERSION = "18"
LEAST_ROOM = 64 * 2**20  # bytes; a new cluster takes about 40 MB

# Prints the first folder on the way that the user who runs it cannot enter.
FIRST_CLOSED = 'for place; do test -x "$place" || { printf %s "$place"; exit 1; }; done'


def require_own_home(home: Path) -> None:
    """The home is a folder of this OS user, which others cannot write in; made when it is missing."""
    try:
        home.parent.mkdir(parents=True, exist_ok=True)
        home.mkdir()
        home.chmod(0o711 if is_root() else 0o700)  # as root the server's user must pass through
    except FileExistsError:
        pass
    found = home.stat()
    if not stat.S_ISDIR(found.st_mode):
        raise CannotStart(f"{home} is geen map. Kies met LOOPPLANK_HOME een map.")
    if found.st_uid != os.geteuid():
        raise CannotStart(
            f"De map {home} is van de gebruiker {_name_of(found.st_uid)}. Werk als die gebruiker, of kies met"
            " LOOPPLANK_HOME een map van uzelf."
        )
    if found.st_mode & stat.S_IWOTH:
        raise CannotStart(
            f"In de map {home} mag iedereen schrijven. Sluit haar af met ‘chmod o-w’, of kies met"
            " LOOPPLANK_HOME een andere map."
        )


def require_own_socket_directory(directory: Path) -> None:
    """What lies where the socket folder belongs was made by us or our server, and is closed to others."""
    try:
        found = directory.lstat()
    except FileNotFoundError:
        return
    ours = found.st_uid in {os.geteuid(), server_account().pw_uid}
    if not ours or not stat.S_ISDIR(found.st_mode) or found.st_mode & 0o077:
        raise CannotStart(
            f"{directory} is niet te vertrouwen: het hoort een afgesloten map van u te zijn, maar het is van"
            f" de gebruiker {_name_of(found.st_uid)} of staat open voor anderen. Laat het verwijderen, of"
            " kies met LOOPPLANK_HOME een andere map; daar hoort een andere plek bij."
        )


def require_room(home: Path) -> None:
    """The disk has room to start; a full one makes PostgreSQL fail without a word in its log."""
    free = shutil.disk_usage(home).free
    if free < LEAST_ROOM:
        raise CannotStart(
            f"Op de schijf van {home} is nog {free // 2**20} MB vrij; PostgreSQL heeft er minstens"
            f" {LEAST_ROOM // 2**20} nodig. Maak ruimte vrij, of kies met LOOPPLANK_HOME een andere schijf."
        )


def require_reach(home: Path) -> None:
    """As root: the server's user can get to its programs and to the home, tried as that user."""
    if not is_root():
        return
    ways_out = {
        program("postgres"): "Installeer Loopplank in een map die open is",
        home: "Kies met LOOPPLANK_HOME een map die open is",
    }
    for aim, way_out in ways_out.items():
        places = [*reversed(aim.parents), aim]
        found = run("/bin/sh", "-c", FIRST_CLOSED, "sh", *places, cwd=Path("/"), capture_output=True)
        if found.returncode:
            raise CannotStart(
                f"Als root draait PostgreSQL als de gebruiker {server_account().pw_name}, en die mag niet in"
                f" {os.fsdecode(found.stdout)}. {way_out}, of start Loopplank als gewone gebruiker."
            )


def require_version(cluster: Path) -> None:
    """The cluster was made by the version of PostgreSQL that is installed."""
    try:
        version = (cluster / "PG_VERSION").read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        raise CannotStart(
            f"In {cluster} staat geen (hele) database. Zet een reservekopie terug, of verplaats de map; dan"
            " komt er een lege database."
        ) from None
    if version != MAJOR_VERSION:
        raise CannotStart(
            f"De gegevens in {cluster} zijn van PostgreSQL {version}, en dit is versie {MAJOR_VERSION}. Zet"
            " ze over met pg_dump van de oude versie, of kies met LOOPPLANK_HOME een andere map."
        )


def _name_of(user: int) -> str:
    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return f"met nummer {user}"
