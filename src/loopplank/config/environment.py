"""The environment that the house runs in, read once and typed; what is missing has a safe default."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

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

    def secret_key(self) -> str:
        """The key that signs sessions: from the environment, else made once and kept in the home.

        Raises:
            Refused: in production, when no key of at least fifty characters was given.
        """
        given = os.environ.get("LOOPPLANK_SECRET_KEY", "")
        if self.production and len(given) < SHORTEST_SECRET:
            raise Refused("Zet LOOPPLANK_SECRET_KEY op een geheime tekst van ten minste vijftig tekens.")
        return given or self._own_secret_key()

    def _own_secret_key(self) -> str:
        path = self.home / "secret-key"
        try:
            return path.read_text()
        except FileNotFoundError:
            pass
        self.home.mkdir(parents=True, exist_ok=True)
        try:
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(secrets.token_urlsafe(SHORTEST_SECRET))
        except FileExistsError:
            pass  # another process of the same start was first
        return path.read_text()


def django_database(url: str) -> dict[str, object]:
    """A database address (``postgresql://…``) in the form of Django's settings."""
    parts = conninfo_to_dict(url)
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
