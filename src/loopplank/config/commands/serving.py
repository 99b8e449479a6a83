"""``loopplank serve``: the web server."""

from __future__ import annotations

import socket
from typing import Any

import click

from loopplank.config.starting import house
from loopplank.kernel.refused import Refused

HOST = "127.0.0.1"
WORKERS = 2
THREADS = 4


@click.command()
@click.option("--host", default=HOST, show_default=True)
@click.option("--port", type=int, default=8000, show_default=True)
def serve(host: str, port: int) -> None:
    """Serveer de pagina’s; Ctrl-C stopt."""
    require_free(port, host)
    with house():
        run_server(port, host)


def require_free(port: int, host: str = HOST) -> None:
    """Refuse a port that is in use, before anything else is done.

    Raises:
        Refused: naming the port and what to do.
    """
    try:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except (OSError, OverflowError):
        raise Refused(
            f"Poort {port} is al in gebruik of niet toegestaan. Stop het andere programma, "
            f"of kies een andere poort met --port {port + 1}."
        ) from None


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
        call_command("check", databases=["default"], fail_level="ERROR")
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
            }
            for name, value in settings.items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            from loopplank.config.wsgi import application

            return application

    click.echo(f"Loopplank draait op http://{host}:{port} – Ctrl-C stopt.")
    Server().run()
