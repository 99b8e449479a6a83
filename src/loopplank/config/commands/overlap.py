"""``loopplank overlap``: find it, write it to a file, count it."""

from __future__ import annotations

from pathlib import Path

import click

from loopplank.config.commands.progress import bars
from loopplank.config.starting import house


@click.group()
def overlap() -> None:
    """De samenloop van de registers: op welke adressen meer dan één organisatie werkt."""


@overlap.command()
def find() -> None:
    """Zoek de samenloop; alleen wat nieuw is wordt opnieuw bekeken."""
    with house(), bars() as bar:
        from django.utils import timezone

        from loopplank.chain.in_force import chain_in_force
        from loopplank.exchange import finding

        search = finding.find_overlap(chain=chain_in_force(), now=timezone.now(), progress=bar)
    for line in finding.report(search):
        click.echo(line)


@overlap.command()
@click.argument("file", metavar="BESTAND", type=click.Path(path_type=Path, dir_okay=False))
def export(file: Path) -> None:
    """Schrijf alle gevonden paren naar een CSV-bestand."""
    with house():
        from loopplank.chain.in_force import chain_in_force
        from loopplank.exchange.pairs_out import write_pairs

        number = write_pairs(chain=chain_in_force(), path=file)
    click.echo(f"{number} paren geschreven naar {file}.")


@overlap.command()
def figures() -> None:
    """Toon de aantallen, elk met zijn teleenheid."""
    with house():
        from loopplank.chain.in_force import chain_in_force
        from loopplank.exchange.counting import count

        lines = count(chain_in_force())
    for line in lines:
        click.echo(line)
