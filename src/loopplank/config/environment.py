"""The environment that the house runs in, read once and typed; what is missing has a safe default."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Literal

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from loopplank.kernel.refused import Refused

Login = Literal["app", "owner"]
DATABASE = "loopplank"
LOGINS: dict[Login, str] = {"app": "loopplank_app", "owner": "loopplank_owner"}
SHORTEST_SECRET = 50


@dataclass(frozen=True, slots=True)
class Environment:
    """What the environment variables say; ``CONTRIBUTING.md`` lists them.

    Attributes:
        home: ``LOOPPLANK_HOME``, where the embedded database and the pieces live.
        production: ``LOOPPLANK_PRODUCTION=1``: no development secret, no demo, only over https.
        login: with which login this process uses the database (``LOOPPLANK_LOGIN``).
    """

    home: Path
    production: bool
    login: Login
    database_url: str
    database_owner_url: str
    hosts: tuple[str, ...]
    theme_css: str

    @classmethod
    def read(cls) -> Environment:
        """Read the variables of this process.

        Raises:
            Refused: when ``LOOPPLANK_LOGIN`` is neither ``app`` nor ``owner``.
        """
        login = os.environ.get("LOOPPLANK_LOGIN", "app")
        if login not in LOGINS:
            raise Refused(f"LOOPPLANK_LOGIN is ‘{login}’; kies ‘app’ of ‘owner’.")
        hosts = os.environ.get("LOOPPLANK_HOSTS", "localhost,127.0.0.1,[::1]")
        return cls(
            home=Path(os.environ.get("LOOPPLANK_HOME") or "var").resolve(),
            production=os.environ.get("LOOPPLANK_PRODUCTION", "") == "1",
            login=login,
            database_url=os.environ.get("DATABASE_URL", ""),
            database_owner_url=os.environ.get("DATABASE_OWNER_URL", ""),
            hosts=tuple(host.strip() for host in hosts.split(",") if host.strip()),
            theme_css=os.environ.get("LOOPPLANK_THEME_CSS", ""),
        )

    @property
    def is_embedded(self) -> bool:
        """Whether the database is our own; another server is named by ``DATABASE_URL``."""
        return not self.database_url

    @property
    def is_demo(self) -> bool:
        """Whether this house was filled with the demo world."""
        return self.demo_password_file.exists()

    @property
    def demo_password_file(self) -> Path:
        """Where the password of the six demo people is kept."""
        return self.home / "demo-password"

    def secret_key(self) -> str:
        """The key that signs sessions: from the environment, else made once and kept in the home.

        Raises:
            Refused: in production, when no key of at least fifty characters was given; else when the home
                cannot keep one.
        """
        given = os.environ.get("LOOPPLANK_SECRET_KEY", "")
        if self.production and len(given) < SHORTEST_SECRET:
            raise Refused("Zet LOOPPLANK_SECRET_KEY op een geheime tekst van ten minste vijftig tekens.")
        return given or self._own_secret_key()

    def _own_secret_key(self) -> str:
        path = self.home / "secret-key"
        try:
            if not path.exists():
                self._make_secret_key(path)
            return path.read_text()
        except OSError as problem:
            raise Refused(
                f"De geheime sleutel kan niet in {path} staan: {problem.strerror}. Kies met LOOPPLANK_HOME"
                " een map van uzelf, of zet LOOPPLANK_SECRET_KEY op een geheime tekst."
            ) from None

    def _make_secret_key(self, path: Path) -> None:
        """It appears whole or not at all; of several processes at once the first one's stays."""
        self.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        with NamedTemporaryFile("w", dir=self.home, prefix="secret-key.") as file:
            file.write(secrets.token_urlsafe(SHORTEST_SECRET))
            file.flush()
            with suppress(FileExistsError):
                path.hardlink_to(file.name)


def django_database(url: str) -> dict[str, object]:
    """A database address (``postgresql://…``) in the form of Django's settings.

    Raises:
        Refused: when it is no such address, or names no database.
    """
    try:
        parts = conninfo_to_dict(url)
    except ProgrammingError:
        parts = {}
    if "dbname" not in parts:
        raise Refused(
            "Het adres van de databaseserver klopt niet. Zet DATABASE_URL, en voor ‘loopplank migrate’ ook"
            " DATABASE_OWNER_URL, op ‘postgresql://naam:wachtwoord@server:5432/database’."
        )
    known = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    options = {name: value for name, value in parts.items() if name not in known}
    return {
        "ENGINE": "django.db.backends.postgresql",
        **{setting: str(parts[name]) for name, setting in known.items() if name in parts},
        "OPTIONS": options,
    }


def chains_folder() -> Path:
    """Where the chain definitions are: beside the code in a checkout, within the package in a wheel."""
    package = Path(__file__).resolve().parent.parent
    within = package / "chains"
    return within if within.is_dir() else package.parent.parent / "chains"
