"""``loopplank places``: the address register."""

from __future__ import annotations

from pathlib import Path

import click

from loopplank.config.commands.progress import bars
from loopplank.config.starting import house


@click.group()
def places() -> None:
    """Het adresregister waar de registers tegenaan worden gelegd."""


@places.command()
@click.argument("file", metavar="BESTAND", type=click.Path(path_type=Path))
@click.option("--profile", metavar="NAAM", help="Indeling van het bestand, uit de ketendefinitie.")
@click.option(
    "--complete",
    is_flag=True,
    help="Het bestand is volledig: wat er voor zijn gemeenten niet in staat, is vervallen.",
)
def load(file: Path, profile: str | None, *, complete: bool) -> None:
    """Laad een adressenbestand (CSV of XLSX); een nieuwer bestand werkt bij en wist niets."""
    with house(), bars() as bar:
        from django.utils import timezone

        from loopplank.chain.in_force import chain_in_force
        from loopplank.exchange.addresses import load_file

        receipt = load_file(
            chain=chain_in_force(),
            path=file,
            now=timezone.now(),
            profile=profile,
            is_complete=complete,
            progress=bar("Adressen laden"),
        )
    for rejected in receipt.rejected[:20]:
        click.echo(f"Regel {rejected.line} is overgeslagen: {rejected.reason}", err=True)
    click.echo(receipt.summary)
