"""``loopplank account``: who can sign in."""

from __future__ import annotations

import click

from loopplank.config.starting import house


@click.group()
def account() -> None:
    """Accounts van mensen die met Loopplank werken."""


@account.command(name="open")
@click.option("--email", metavar="ADRES", required=True, help="Om mee in te loggen.")
@click.option("--name", metavar="NAAM", required=True, help="Voor- en achternaam.")
@click.option("--function", metavar="FUNCTIE", required=True, help="Zoals collega’s die noemen.")
@click.option("--organisation", metavar="CODE", required=True, help="Uit de ketendefinitie.")
@click.option("--role", metavar="ROL", required=True, help="data_worker, case_worker of municipal_worker.")
@click.option("--judge", is_flag=True, help="Geef ook de taak om mogelijke samenloop te beoordelen.")
@click.password_option(
    "--password", prompt="Wachtwoord", confirmation_prompt="Nog een keer", help="Ten minste twaalf tekens."
)
def open_account(
    email: str, name: str, function: str, organisation: str, role: str, *, judge: bool, password: str
) -> None:
    """Open een account voor iemand."""
    with house():
        from loopplank.exchange.accounts import open_for

        code = open_for(
            email=email,
            name=name,
            function=function,
            organisation=organisation,
            role=role,
            is_judge=judge,
            password=password,
        )
    click.echo(f"Account {code} is geopend voor {organisation}.")
