"""``loopplank serve``: the web server."""

from __future__ import annotations

import socket
import time
from io import StringIO
from typing import Any

import click

from loopplank.config.starting import house
from loopplank.kernel.refused import Refused

HOST = "127.0.0.1"
WORKERS = 2
THREADS = 4
LETTING_GO = 3  # seconds; the processes of a server that was killed notice within one
PORT = click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="Waar de site te vinden is.",
)


@click.command()
@click.option(
    "--host", metavar="ADRES", default=HOST, show_default=True, help="Voor wie: 0.0.0.0 is het hele netwerk."
)
@PORT
def serve(host: str, port: int) -> None:
    """Zet de site aan; Ctrl-C zet haar weer uit."""
    require_free(port, host)
    with house():
        run_server(port, host)


def require_free(port: int, host: str = HOST) -> None:
    """Refuse a port that stays in use, before anything else is done.

    Raises:
        Refused: naming the port and what to do.
    """
    give_up = time.monotonic() + LETTING_GO
    while not _is_free(port, host):
        if time.monotonic() > give_up:
            raise Refused(
                f"Poort {port} op {host} is al in gebruik of niet toegestaan. Stop het andere programma, of"
                " kies met --port een andere poort."
            )
        time.sleep(0.1)


def _is_free(port: int, host: str) -> bool:
    try:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError:
        return False
    return True


def run_server(port: int, host: str = HOST) -> None:
    """Serve until interrupted, in processes that log in as the application.

    Raises:
        Refused: when a system check fails.
    """
    from django.core.management import call_command
    from django.core.management.base import SystemCheckError
    from django.db import connections
    from gunicorn.app.base import BaseApplication

    try:
        call_command("check", databases=["default"], fail_level="ERROR", stdout=StringIO())
    except SystemCheckError as failed:
        raise Refused(str(failed)) from None
    call_command("collectstatic", interactive=False, verbosity=0)
    connections.close_all()

    class Server(BaseApplication):  # type: ignore[misc]
        def load_config(self) -> None:
            settings: dict[str, Any] = {
                "bind": f"{host}:{port}",
                "workers": WORKERS,
                "threads": THREADS,
                "timeout": 60,
                "control_socket_disable": True,
                "proc_name": "loopplank",
                "loglevel": "warning",
                "when_ready": lambda _: click.echo(
                    f"Loopplank draait op http://{host}:{port} – Ctrl-C stopt."
                ),
            }
            for name, value in settings.items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            from loopplank.config.wsgi import application

            return application

    Server().run()
