"""The command line speaks Dutch: what click itself says of a command, and of a command misused."""

from __future__ import annotations

from collections.abc import Iterable

import click

HEADINGS = {"Options": "Opties", "Commands": "Commando’s"}
WORDS = {
    "[OPTIONS]": "[OPTIES]",
    "COMMAND [ARGS]...": "COMMANDO …",
    "INTEGER RANGE": "GETAL",
    "INTEGER": "GETAL",
    "TEXT": "TEKST",
    "[default: ": "[standaard: ",
    "[required]": "[verplicht]",
    "Show this message and exit.": "Toon deze uitleg.",
    "Show the version and exit.": "Toon de versie.",
}


class DutchHelp(click.HelpFormatter):
    """Lays out ``--help`` as click does, with our words for its own."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that shows how a command is given."""
        super().write_usage(prog, _translated(args), prefix or "Gebruik: ")

    def write_heading(self, heading: str) -> None:
        """The heading of a list."""
        super().write_heading(HEADINGS.get(heading, heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """A list of options or commands, each with what it is for."""
        super().write_dl(
            [(_translated(left), _translated(right)) for left, right in rows], col_max, col_spacing
        )


def misuse_in_dutch(misuse: click.UsageError) -> str:
    """Say what is wrong with a command as it was given, and where to read how it should be.

    A group without a command is not scolded: it shows its help.
    """
    if isinstance(misuse, click.exceptions.NoArgsIsHelpError):
        return misuse.format_message()
    command = misuse.ctx.command_path if misuse.ctx else "loopplank"
    return f"{_what_is_wrong(misuse)}\nGeef ‘{command} --help’ voor uitleg."


def _what_is_wrong(misuse: click.UsageError) -> str:
    match misuse:
        case click.exceptions.NoSuchCommand():
            return f"Het commando ‘{misuse.command_name}’ bestaat niet.{_did_you_mean(misuse.possibilities)}"
        case click.NoSuchOption():
            return f"De optie ‘{misuse.option_name}’ bestaat niet.{_did_you_mean(misuse.possibilities)}"
        case click.BadOptionUsage():
            return f"Bij de optie ‘{misuse.option_name}’ ontbreekt een waarde, of staat er een te veel."
        case click.MissingParameter():
            return f"Er ontbreekt iets: {_name_of(misuse)}."
        case click.BadParameter():
            return f"Onjuiste waarde voor {_name_of(misuse)}: {_expected(misuse.param)}."
        case _:
            return "Zo werkt dit commando niet: er staat iets te veel op de regel."


def _translated(text: str) -> str:
    for theirs, ours in WORDS.items():
        text = text.replace(theirs, ours)
    return text


def _did_you_mean(possibilities: Iterable[str] | None) -> str:
    names = sorted(possibilities or [])
    return f" Bedoelt u ‘{'’ of ‘'.join(names)}’?" if names else ""


def _name_of(misuse: click.BadParameter) -> str:
    return misuse.param.get_error_hint(misuse.ctx).replace("'", "") if misuse.param else "dit commando"


def _expected(parameter: click.Parameter | None) -> str:
    match parameter.type if parameter else None:
        case click.Choice() as choice:
            return f"kies {' of '.join(map(str, choice.choices))}"
        case click.IntRange() as numbers:
            return f"geef een getal van {numbers.min} tot en met {numbers.max}"
        case click.types.IntParamType():
            return "geef een heel getal"
        case click.DateTime():
            return "geef een datum, als 2021-10-31 of 31-10-2021"
        case _:
            return "dit kan hier niet"
