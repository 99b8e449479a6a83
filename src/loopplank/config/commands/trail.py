"""``loopplank trail``: checking that nobody changed the trail."""

from __future__ import annotations

import os
import subprocess
import sys

import click

from loopplank.config.starting import house
from loopplank.kernel.refused import Refused


@click.group()
def trail() -> None:
    """Het spoor: wie deed wat, wanneer en waarom."""


@trail.command()
def verify() -> None:
    """Controleer elke regel van het spoor tegen zijn zegel; logt daarvoor in als eigenaar."""
    with house():
        done = subprocess.run(
            [sys.executable, "-m", "loopplank.config.verifying"],
            env=os.environ | {"LOOPPLANK_LOGIN": "owner"},
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        raise Refused(done.stdout.strip() or done.stderr.strip().splitlines()[-1])
    click.echo(done.stdout.strip())
