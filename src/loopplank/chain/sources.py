"""Opening the files of a chain: encoding, TOML, and on which line everything is written."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

from loopplank.chain.findings import Path
from loopplank.chain.lines import line_at, lines_of
from loopplank.chain.problems import Problem, key_text
from loopplank.chain.sentences import toml_problem


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read; ``data`` is None when it could not be, and then ``problems`` says why."""

    name: str
    data: dict[str, Any] | None
    lines: Mapping[Path, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def problem(self, path: Path, sentence: str) -> Problem:
        """A problem at a path in this file, with its line."""
        return Problem(self.name, key_text(path), line_at(self.lines, path), sentence)


def open_source(file: FilePath) -> Source:
    """Read a TOML file in UTF-8, with or without a byte order mark."""
    try:
        content = file.read_bytes()
    except OSError:
        return _unreadable(file.name, None, "dit bestand kan niet worden geopend; controleer de rechten.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return _unreadable(file.name, line, "hier staat een teken dat geen UTF-8 is; sla op als UTF-8.")
    try:
        return Source(file.name, tomllib.loads(text), lines_of(text))
    except tomllib.TOMLDecodeError as error:
        line_told, sentence = toml_problem(str(error))
        return _unreadable(file.name, line_told or text.rstrip().count("\n") + 1, sentence)
    except RecursionError:
        return _unreadable(file.name, None, "in dit bestand zitten te veel lijsten in elkaar.")


def _unreadable(name: str, line: int | None, sentence: str) -> Source:
    return Source(name, None, problems=(Problem(name, "", line, sentence),))
