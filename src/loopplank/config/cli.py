"""The command line: ``loopplank`` and its commands."""

from __future__ import annotations

import sys

import click

from loopplank.config.commands import (
    account,
    chain,
    database,
    demo,
    overlap,
    places,
    register,
    serving,
    trail,
)
from loopplank.config.embedded import CannotStart
from loopplank.kernel.refused import Refused

REFUSED = 1
MISUSED = 2
INTERRUPTED = 130


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="loopplank", message="Loopplank %(version)s")
def loopplank() -> None:
    """Eén omgeving voor overheden waarvan de zaken hetzelfde huis raken."""


for command in (
    account.account, chain.chain, database.database, database.migrate, demo.demo, overlap.overlap,
    places.places, register.register, serving.serve, trail.trail,
):  # fmt: skip
    loopplank.add_command(command)


def main() -> None:
    """Run a command; whatever goes wrong foreseeably ends in one Dutch sentence and an exit code."""
    try:
        code = loopplank.main(standalone_mode=False)
    except (Refused, CannotStart) as refusal:
        code = _say(str(refusal), REFUSED)
    except click.UsageError as misuse:
        code = _say(_in_dutch(misuse), MISUSED)
    except click.ClickException as problem:
        code = _say(problem.format_message(), REFUSED)
    except (KeyboardInterrupt, click.Abort):
        code = _say("Afgebroken. Wat nog niet klaar was, is niet bewaard.", INTERRUPTED)
    except BrokenPipeError:
        code = REFUSED  # who read our output went away, as ‘head’ does
        sys.stderr.close()
    sys.exit(code if isinstance(code, int) else 0)


def _say(sentence: str, code: int) -> int:
    click.echo(sentence, err=True)
    return code


def _in_dutch(misuse: click.UsageError) -> str:
    command = misuse.ctx.command_path if misuse.ctx else "loopplank"
    match misuse:
        case click.NoSuchOption():
            sentence = f"De optie ‘{misuse.option_name}’ bestaat niet."
        case click.MissingParameter() if misuse.param is not None:
            sentence = f"Er ontbreekt iets: {misuse.param.get_error_hint(misuse.ctx)}."  # type: ignore[arg-type]
        case click.BadParameter() if misuse.param is not None:
            sentence = f"Onjuiste waarde voor {misuse.param.get_error_hint(misuse.ctx)}: {misuse.message}"  # type: ignore[arg-type]
        case _:
            sentence = f"Zo werkt dit commando niet: {misuse.message}"
    return f"{sentence}\nGeef ‘{command} --help’ voor uitleg."
