"""Progress bars on the terminal; nothing when the output goes to a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

Report = Callable[[int, int], None]


@contextmanager
def bars() -> Iterator[Callable[[str], Report]]:
    """Gives, for the name of a step, what to call with how much was done, and of how much."""
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:

        def start(step: str) -> Report:
            task = progress.add_task(step, total=None)

            def report(done: int, of: int) -> None:
                progress.update(task, completed=done, total=of)

            return report

        yield start
