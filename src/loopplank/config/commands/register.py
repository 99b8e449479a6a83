"""``loopplank register``: deliveries of the agencies' registers."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from loopplank.config.commands.progress import bars
from loopplank.config.starting import house


@click.group()
def register() -> None:
    """Leveringen van de registers van de organisaties."""


@register.command()
@click.argument("file", metavar="BESTAND", type=click.Path(path_type=Path))
@click.option("--agency", metavar="CODE", required=True, help="Van welke organisatie het register is.")
@click.option("--profile", metavar="NAAM", help="Indeling van het bestand, uit de ketendefinitie.")
@click.option(
    "--as-of",
    metavar="DATUM",
    type=click.DateTime(["%Y-%m-%d", "%d-%m-%Y"]),
    help="De dag waarop het bestand klopte; zonder deze optie vandaag.",
)
@click.option("--dry-run", is_flag=True, help="Zeg alleen wat de levering zou doen.")
@click.option(
    "--may-end-many",
    is_flag=True,
    help="Neem de levering ook in als er ongewoon veel regels door vervallen.",
)
def deliver(
    file: Path, agency: str, profile: str | None, as_of: datetime | None, *, dry_run: bool, may_end_many: bool
) -> None:
    """Neem een registerbestand in (CSV of XLSX): het hele register van één organisatie op één dag.

    Elke regel wordt overgenomen of gaat in quarantaine, met wat er mis is en wat het verhelpt. Wat niet
    meer in het bestand staat, is vervallen. Hetzelfde bestand nog een keer verandert niets.
    """
    with house(), bars() as bar:
        from django.utils import timezone

        from loopplank.chain.in_force import chain_in_force
        from loopplank.exchange import deliveries

        now = timezone.now()
        receipt = deliveries.deliver(
            chain=chain_in_force(),
            agency=agency,
            path=file,
            now=now,
            as_of=as_of.date() if as_of else timezone.localdate(now),
            profile=profile,
            is_rehearsal=dry_run,
            may_end_many=may_end_many,
            progress=bar("Regels lezen"),
        )
        lines = deliveries.report(receipt, is_rehearsal=dry_run)
    for line in lines:
        click.echo(line)
