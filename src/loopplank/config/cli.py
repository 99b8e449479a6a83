"""The command line: ``loopplank`` and its commands."""

from __future__ import annotations

import signal
import sys
from types import FrameType

import click

from loopplank.config.command_words import DutchHelp, misuse_in_dutch
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


click.Context.formatter_class = DutchHelp


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
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _end)
    try:
        code = loopplank.main(standalone_mode=False)
    except (Refused, CannotStart) as refusal:
        code = _say(str(refusal), REFUSED)
    except click.UsageError as misuse:
        code = _say(misuse_in_dutch(misuse), MISUSED)
    except click.ClickException as problem:
        code = _say(problem.format_message(), REFUSED)
    except (KeyboardInterrupt, click.Abort):
        code = _say("Afgebroken. Wat nog niet klaar was, is niet bewaard.", INTERRUPTED)
    except BrokenPipeError:
        code = REFUSED  # who read our output went away, as ‘head’ does
        sys.stderr.close()
    sys.exit(code if isinstance(code, int) else 0)


def _end(number: int, _: FrameType | None) -> None:
    """Asked to end, or the terminal closed: leave every block in order, so that no server stays behind."""
    sys.exit(128 + number)


def _say(sentence: str, code: int) -> int:
    click.echo(sentence, err=True)
    return code
