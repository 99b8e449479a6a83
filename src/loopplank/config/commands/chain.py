"""``loopplank chain``: check, show and apply a chain definition."""

from __future__ import annotations

from pathlib import Path

import click

from loopplank.chain.definition import Chain
from loopplank.chain.reading import ChainErrors, read_chain
from loopplank.config.starting import house
from loopplank.kernel.refused import Refused

FOLDER = click.Path(path_type=Path)


@click.group()
def chain() -> None:
    """De ketendefinitie: organisaties, gemeenten, woorden, termijnen en bestandsindelingen."""


@chain.command()
@click.argument("folder", metavar="MAP", type=FOLDER)
def check(folder: Path) -> None:
    """Controleer een ketendefinitie; elke fout met bestand, regel en sleutel."""
    definition = _read(folder)
    click.echo(f"{definition.name}: geen fouten. Inhoud {definition.content_hash[:12]}.")


@chain.command()
@click.argument("folder", metavar="MAP", type=FOLDER)
def show(folder: Path) -> None:
    """Toon wat het toepassen van een ketendefinitie zou veranderen."""
    definition = _read(folder)
    with house():
        from loopplank.chain.in_force import chain_in_force, version_in_force

        number = version_in_force()
        before = chain_in_force() if number else None
    _print_difference(definition, before, f"versie {number}" if number else "niets")


@chain.command()
@click.argument("folder", metavar="MAP", type=FOLDER)
def apply(folder: Path) -> None:
    """Pas een ketendefinitie toe, als nieuwe versie; wat er verandert wordt getoond en bewaard."""
    definition = _read(folder)
    with house():
        from django.utils import timezone

        from loopplank.chain.in_force import chain_in_force, version_in_force
        from loopplank.exchange.chains import apply_chain

        before = chain_in_force() if version_in_force() else None
        version = apply_chain(definition, before, now=timezone.now())
    if version is None:
        click.echo(f"{definition.name}: er verandert niets.")
        return
    _print_difference(definition, before, "wat er was")
    click.echo(f"{definition.name} is toegepast als versie {version}.")


def _read(folder: Path) -> Chain:
    try:
        return read_chain(folder)
    except ChainErrors as errors:
        raise Refused("\n".join(str(problem) for problem in errors.problems)) from None


def _print_difference(definition: Chain, before: Chain | None, name: str) -> None:
    from loopplank.chain.difference import difference

    changes = difference(before, definition)
    click.echo(f"Verschil met {name}: {len(changes)} wijzigingen.")
    for change in changes:
        click.echo(f"  {change}")
