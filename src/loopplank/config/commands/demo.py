"""``loopplank demo``: an invented world to look around in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

import click

from loopplank.config.commands.progress import bars
from loopplank.config.commands.serving import PORT, require_free, run_server
from loopplank.config.starting import house
from loopplank.kernel.refused import Refused

Size = Literal["small", "full"]
SIZE = click.option(
    "--size",
    type=click.Choice(["small", "full"]),
    default="small",
    show_default=True,
    help="Klein is om rond te kijken; vol zijn de echte aantallen.",
)
SEED = click.option(
    "--seed", type=int, default=1, show_default=True, help="Hetzelfde getal, dezelfde wereld."
)


@click.group()
def demo() -> None:
    """Een verzonnen wereld: echte plaatsen, verzonnen straten, geen mensen."""


@demo.command()
@SIZE
@SEED
@click.option("--out", metavar="MAP", type=click.Path(path_type=Path), required=True, help="Wordt gemaakt.")
def world(size: Size, seed: int, out: Path) -> None:
    """Schrijf places.csv, ncg.csv, img.csv en truth.csv in een map."""
    from loopplank.demo.world import make_world, write_world

    with bars() as bar:
        making = bar("Demowereld maken")
        made = make_world(size, seed, progress=lambda _, done, of: making(done, of))
    try:
        out.mkdir(parents=True, exist_ok=True)
        write_world(made, out)
    except OSError as problem:
        raise Refused(f"‘{out}’ kan niet worden geschreven: {problem.strerror}.") from None
    click.echo(
        f"{len(made.places)} adressen, {len(made.ncg)} regels NCG, {len(made.img)} regels IMG en "
        f"{len(made.truth)} ware paren geschreven naar {out}."
    )


@demo.command()
@SIZE
@SEED
def load(size: Size, seed: int) -> None:
    """Vul een leeg Loopplank met de demowereld en zes mensen."""
    with house():
        _load(size, seed)
        _print_people()


@demo.command()
@PORT
def serve(port: int) -> None:
    """Vul een leeg Loopplank met de kleine demowereld, toon de mensen, en zet de site aan."""
    require_free(port)
    with house():
        from loopplank.demo.load import is_empty

        if is_empty():
            _load("small", 1)
        _print_people()
        run_server(port)


def _load(size: Size, seed: int) -> None:
    from django.conf import settings

    from loopplank.config.environment import chains_folder
    from loopplank.demo.load import easy_password, load_demo
    from loopplank.exchange.finding import report

    if settings.ENVIRONMENT.production:
        raise Refused("In productie komt geen demo: LOOPPLANK_PRODUCTION staat aan.")
    password = easy_password()
    with bars() as bar:
        search = load_demo(
            chain_folder=chains_folder() / "groningen", size=size, seed=seed, password=password, bar=bar
        )
    file = os.open(settings.ENVIRONMENT.demo_password_file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(file, "w") as handle:
        handle.write(password)
    for line in report(search):
        click.echo(line)


def _print_people() -> None:
    from django.conf import settings

    from loopplank.demo.people import PEOPLE

    try:
        password = settings.ENVIRONMENT.demo_password_file.read_text()
    except OSError:
        return  # not a demo
    click.echo("\nZes mensen om als in te loggen, allen met het wachtwoord " + password + "\n")
    for person in PEOPLE:
        click.echo(f"  {person.email:<24} {person.name}, {person.function}: {person.shows}")
    click.echo()
