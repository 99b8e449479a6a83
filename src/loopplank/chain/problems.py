"""What is wrong with the files of a chain, told with the place where it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from loopplank.chain.findings import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: in which file, at which key and line, and what to do about it.

    ``key`` is empty when it concerns the whole file, ``line`` None when there is no line to point at.
    """

    file: str
    key: str
    line: int | None
    sentence: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place} {self.key}: {self.sentence}" if self.key else f"{place}: {self.sentence}"


class ChainErrors(Exception):  # noqa: N818 - it holds several errors
    """A folder does not hold a chain; ``problems`` tells everything that is wrong with it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


def key_text(path: Path) -> str:
    """A path as people read it: ``phase[2].shared`` is the key ``shared`` of the second ``[[phase]]``."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step + 1}]"
        else:
            text += f".{step}" if text else step
    return text
