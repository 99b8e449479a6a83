"""Which parts of a chain's files could not be used, so that nothing is said twice about them.

A block with an error in it is left out when the rest is compared. What another block then seems to
miss, may stand in the block that was left out, and is not told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from loopplank.chain.findings import Finding, Path
from loopplank.chain.wording import fold


class Damage:
    """The paths of what is left out, each with the words in it; None where even these are unknown."""

    def __init__(self) -> None:
        self._words: dict[Path, frozenset[str] | None] = {}
        self._kept: dict[Path, list[int]] = {}

    def add(self, path: Path, fragment: object = None) -> None:
        """Leave out what is at this path; without a fragment it is not known what it held."""
        self._words[path] = None if fragment is None else frozenset(_words_in(fragment))

    def holds(self, path: Path) -> bool:
        """Whether this path lies in a part that could not be read at all."""
        return any(
            words is None and path[: len(damaged)] == damaged for damaged, words in self._words.items()
        )

    def explains(self, finding: Finding) -> bool:
        """Whether what a finding misses may stand in a part that is left out."""
        sought = finding.lacking_in
        if sought is None:
            return False
        near = [
            words
            for path, words in self._words.items()
            if path[: len(sought)] == sought or sought[: len(path)] == path
        ]
        return any(words is None or finding.word is None or fold(finding.word) in words for words in near)

    def without(self, raw: dict[str, Any]) -> dict[str, Any]:
        """What is left of the files' contents."""
        self._kept = {}
        return {key: self._left(value, (key,)) for key, value in raw.items() if (key,) not in self._words}

    def in_files(self, finding: Finding) -> Finding:
        """A finding in what is left, with its paths as they are in the files."""
        sought = finding.lacking_in
        return replace(
            finding,
            path=self.original(finding.path),
            lacking_in=None if sought is None else self.original(sought),
        )

    def original(self, path: Path) -> Path:
        """Where in the files a path of ``without`` stands: what was left out moved numbers up."""
        found: Path = ()
        for step in path:
            kept = self._kept.get(found)
            found = (*found, kept[step] if kept is not None and isinstance(step, int) else step)
        return found

    def _left(self, node: Any, path: Path) -> Any:
        if isinstance(node, dict):
            return {
                key: self._left(value, (*path, key))
                for key, value in node.items()
                if (*path, key) not in self._words
            }
        if isinstance(node, list):
            self._kept[path] = [index for index in range(len(node)) if (*path, index) not in self._words]
            return [self._left(node[index], (*path, index)) for index in self._kept[path]]
        return node


def _words_in(fragment: object) -> Iterator[str]:
    if isinstance(fragment, str):
        yield fold(fragment)
    elif isinstance(fragment, dict):
        for key, value in fragment.items():
            yield fold(str(key))
            yield from _words_in(value)
    elif isinstance(fragment, list):
        for value in fragment:
            yield from _words_in(value)
