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

        def finish_the_step_before() -> None:
            for task in progress.tasks:
                total = task.total or task.completed or 1
                progress.update(task.id, total=total, completed=total)

        def start(step: str) -> Report:
            finish_the_step_before()
            number = progress.add_task(step, total=None)

            def report(done: int, of: int) -> None:
                progress.update(number, completed=done, total=of)

            return report

        yield start
        finish_the_step_before()
