"""Starts, shares and stops the embedded server."""

from __future__ import annotations

import atexit
import fcntl
import hashlib
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from psycopg.conninfo import make_conninfo
from psycopg.pq import PGconn, Ping

from loopplank.config.embedded import conditions
from loopplank.config.embedded.cannot_start import CannotStart
from loopplank.config.embedded.programs import is_root, own_account, program, run, run_logged, server_account
from loopplank.config.roles import CannotPrepare, prepare

ADMIN = "loopplank_admin"
PATIENCE = 60  # seconds for the server to start or stop; a first start of 22 has been seen
PATIENCE_WITH_OTHERS = 180  # seconds in which another process makes, starts or stops everything
PAUSE = 0.05  # seconds between two looks

SETTINGS = {
    "listen_addresses": "",
    "hba_file": "../pg_hba.conf",
    "ident_file": "../pg_ident.conf",
    "max_connections": "60",
    "shared_buffers": "512MB",
    # One delivery at a time sorts and stages some hundred megabytes; a session that does not takes nothing.
    "work_mem": "64MB",
    "temp_buffers": "128MB",
    "maintenance_work_mem": "256MB",
    "max_wal_size": "4GB",
    "checkpoint_timeout": "15min",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # A failed statement may hold personal data, for which the log is no place.
    "log_error_verbosity": "terse",
    "log_min_error_statement": "panic",
}

_held: dict[Path, int] = {}  # per home the open pg.users; a forked child inherits it


@dataclass(frozen=True)
class EmbeddedPostgreSQL:
    """The server whose data lies in ``home``, behind a socket that only this OS user may use."""

    home: Path
    port: ClassVar[int] = 5432  # of no network: it only names the socket
    database: ClassVar[str] = "loopplank"

    def __post_init__(self) -> None:
        object.__setattr__(self, "home", self.home.resolve())

    @property
    def socket_directory(self) -> Path:
        """Where the socket is when the server runs; TMPDIR has no say, so that all processes agree."""
        fingerprint = hashlib.sha256(os.fsencode(self.home)).hexdigest()[:16]
        return Path(f"/tmp/loopplank-{os.geteuid()}-{fingerprint}")  # noqa: S108 - used only when it is ours

    @contextmanager
    def running(self) -> Iterator[None]:
        """Use the server for a while: :meth:`ensure_running`, and in the end :meth:`release`."""
        self.ensure_running()
        try:
            yield
        finally:
            self.release()

    def ensure_running(self) -> None:
        """Make the cluster, start the server, make roles and database: whatever is still needed.

        The server stays until :meth:`release`, which also happens when this process ends. May be called
        again, and by several processes at once.

        Raises:
            CannotStart: when it is impossible; this process then uses nothing.
        """
        try:
            conditions.require_own_home(self.home)
            conditions.require_own_socket_directory(self.socket_directory)
            with self._locked("pg.lock", PATIENCE_WITH_OTHERS):
                self._hold()
                self._bring_up()
                prepare({"host": str(self.socket_directory), "port": self.port, "user": ADMIN}, self.database)
        except BaseException as problem:
            self.release()
            if isinstance(problem, CannotPrepare):
                raise CannotStart(str(problem)) from problem
            if isinstance(problem, OSError):
                raise CannotStart.because_of(problem) from problem
            raise

    def release(self) -> None:
        """Say that this process is done with the server; the last one to say so stops it."""
        if self.home not in _held:
            return
        atexit.unregister(self.release)
        os.close(_held.pop(self.home))
        if not self.home.is_dir():
            return  # PostgreSQL ends by itself when its folder is taken away
        with (
            suppress(BlockingIOError),  # others start or use it, and stop it later
            self._locked("pg.lock", PATIENCE_WITH_OTHERS),
            self._locked("pg.users"),
        ):
            self._stop()

    def _hold(self) -> None:
        if self.home not in _held:
            file = os.open(self.home / "pg.users", os.O_RDWR | os.O_CREAT, 0o600)
            fcntl.flock(file, fcntl.LOCK_SH)
            _held[self.home] = file
            atexit.register(self.release)

    @contextmanager
    def _locked(self, name: str, patience: float = 0) -> Iterator[int]:
        """Hold the lock of a file in the home.

        Raises:
            BlockingIOError: when another holds it longer than so many seconds.
        """
        file = os.open(self.home / name, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(file, patience)
            yield file
        finally:
            os.close(file)

    def _is_alive(self) -> bool:
        """Whether any process of the server is left: also one that starts, stops or lost its parent."""
        try:
            with self._locked("pg.alive"):
                return False
        except BlockingIOError:
            return True

    def _answers(self) -> bool:
        where = make_conninfo(
            host=str(self.socket_directory), port=self.port, user=ADMIN, dbname="postgres", connect_timeout=10
        )
        return PGconn.ping(where.encode()) == Ping.OK

    @property
    def _socket(self) -> Path:
        return self.socket_directory / f".s.PGSQL.{self.port}"

    def _is_cut_off(self) -> bool:
        """Whether the server runs without its socket, because someone cleaned the temporary folder."""
        with suppress(OSError):  # the number of a process that is gone, or of another container
            number = (self.home / "pg/postmaster.pid").read_text().partition("\n")[0]
            process = Path("/proc", number)
            is_ours = (process / "cwd").samefile(self.home / "pg")
            # Seen by the server itself: a service may have a temporary folder of its own.
            return is_ours and not (process / "root" / self._socket.relative_to("/")).exists()
        return False

    def _bring_up(self) -> None:
        give_up = time.monotonic() + PATIENCE
        while not (self._is_alive() and self._answers()):
            if time.monotonic() > give_up:
                raise CannotStart(
                    f"De ingebouwde PostgreSQL draait, maar antwoordt na {PATIENCE} seconden nog niet."
                    f" Probeer het straks opnieuw; blijft dit, kijk dan in {self.home / 'pg.log'}."
                )
            if not self._is_alive():
                self._start()
            elif self._is_cut_off():
                self._stop()
            else:
                time.sleep(PAUSE)

    def _start(self) -> None:
        conditions.require_room(self.home)
        conditions.require_reach(self.home)
        cluster = self.home / "pg"
        with self._locked("pg.alive") as life:
            if not cluster.exists():
                self._create_cluster(life)
            conditions.require_version(cluster)
            self._write_configuration()
            self._clear_remains()
            _make_directory_of_server(self.socket_directory)
            options = f"-D . -s -w -t {PATIENCE} -o --config-file=../pg.conf".split()
            run_logged(
                program("pg_ctl"), "start", *options, cwd=cluster, log_file=self.home / "pg.log", life=life
            )

    def _stop(self) -> None:
        give_up = time.monotonic() + 2 * PATIENCE
        mode = "fast"
        while self._is_alive() and time.monotonic() < give_up:
            options = f"-D . -s -w -t {PATIENCE} -m {mode}".split()
            run(program("pg_ctl"), "stop", *options, cwd=self.home / "pg", stderr=subprocess.DEVNULL)
            mode = "immediate"
            time.sleep(PAUSE)
        if not self._is_alive():
            shutil.rmtree(self.socket_directory, ignore_errors=True)

    def _clear_remains(self) -> None:
        """Nothing of the server is alive, so the numbers that an earlier one left may be anyone's by now."""
        (self.home / "pg/postmaster.pid").unlink(missing_ok=True)
        if self._answers():
            # A server whose home was thrown away: within a minute it would end and take our socket along.
            lock = self._socket.with_name(f"{self._socket.name}.lock")
            number = lock.read_text().partition("\n")[0]
            run(program("pg_ctl"), "kill", "QUIT", number, cwd=self.home / "pg")
            give_up = time.monotonic() + PATIENCE
            while lock.exists() and time.monotonic() < give_up:
                time.sleep(PAUSE)
        shutil.rmtree(self.socket_directory, ignore_errors=True)

    def _create_cluster(self, life: int) -> None:
        new = self.home / "pg.new"
        if new.exists():
            shutil.rmtree(new)
        _make_directory_of_server(new)
        options = f"-D pg.new -U {ADMIN} -E UTF8 --locale=C.UTF-8 --auth=reject --no-instructions".split()
        run_logged(program("initdb"), *options, cwd=self.home, log_file=self.home / "pg.log", life=life)
        new.rename(self.home / "pg")
        # The new name must be on the disk before anything is committed under it.
        folder = os.open(self.home, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)

    def _write_configuration(self) -> None:
        """Outside the cluster: root must not write in a folder where another user may plant links."""
        settings = SETTINGS | {"unix_socket_directories": str(self.socket_directory)}
        me = own_account().pw_name.replace('"', '""')
        texts = {
            "pg.conf": "".join(f"{name} = '{value}'\n" for name, value in settings.items()),
            "pg_hba.conf": "local all all peer map=loopplank\n",
            "pg_ident.conf": f'loopplank "{me}" all\n',
        }
        for name, text in texts.items():
            (self.home / name).write_text(text, encoding="utf-8")
            (self.home / name).chmod(0o644)


def _lock(file: int, patience: float) -> None:
    give_up = time.monotonic() + patience
    while True:
        try:
            return fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= give_up:
                raise
        time.sleep(PAUSE)


def _make_directory_of_server(directory: Path) -> None:
    directory.mkdir(mode=0o700)
    if is_root():
        os.chown(directory, server_account().pw_uid, server_account().pw_gid)
