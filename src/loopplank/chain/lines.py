"""On which line of a TOML text each key and value is written, which the standard reader does not tell."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Mapping

from loopplank.chain.findings import Path

BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
KEY_PART = re.compile(r'"(?:\\.|[^"\\])*"|\'[^\']*\'|[A-Za-z0-9_-]+')
DOT = re.compile(r"[ \t]*\.[ \t]*")
EQUALS = re.compile(r"[ \t]*=[ \t]*")
CLOSING = re.compile(r"[ \t]*\]\]?")
COMMA = re.compile(r",?")
STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?:""|")?'
    r"|'''.*?'''(?:''|')?"
    r'|"(?:\\.|[^"\\])*"'
    r"|'[^']*'",
    re.DOTALL,
)
BARE = re.compile(r"[^,\]}#\n]+")


def lines_of(text: str) -> dict[Path, int]:
    """The line, from 1, of every path in a TOML text that ``tomllib`` has accepted.

    A path is made of keys and, in lists, of numbers from 0: ``("phase", 2, "shared")``.
    """
    scan = _Scan(text)
    scan.document()
    return scan.lines


def line_at(lines: Mapping[Path, int], path: Path) -> int | None:
    """The line of a path, or of the innermost block around it; None when not even that is written."""
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return None


class _Scan:
    """One walk over a text that is known to be valid TOML."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.line_starts = [0, *(found.end() for found in re.finditer(r"\n", text))]
        self.lines: dict[Path, int] = {}
        self.last_index: dict[Path, int] = {}

    def document(self) -> None:
        table: Path = ()
        self._pass(BLANK)
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._pass(BLANK)

    def _header(self) -> Path:
        is_list = self.text.startswith("[[", self.at)
        start = self.at
        self.at += 2 if is_list else 1
        path = self._resolve(self._key(), is_list=is_list)
        self._pass(CLOSING)
        self._note(path, start)
        return path

    def _resolve(self, keys: list[str], *, is_list: bool) -> Path:
        """The path of a header: a name of a list of tables means the last table in it so far."""
        path: Path = ()
        for key in keys[:-1]:
            path = (*path, key)
            self._note(path, self.at)
            if path in self.last_index:
                path = (*path, self.last_index[path])
        path = (*path, keys[-1])
        if not is_list:
            return path
        self.last_index[path] = self.last_index.get(path, -1) + 1
        self._note(path, self.at)
        return (*path, self.last_index[path])

    def _pair(self, table: Path) -> None:
        start = self.at
        path = table
        for key in self._key():
            path = (*path, key)
            self._note(path, start)
        self._pass(EQUALS)
        self._value(path)

    def _value(self, path: Path) -> None:
        self._note(path, self.at)
        match self.text[self.at]:
            case "[":
                self._list(path)
            case "{":
                self._inline_table(path)
            case '"' | "'":
                self._pass(STRING)
            case _:
                self._pass(BARE)

    def _list(self, path: Path) -> None:
        self.at += 1
        index = 0
        self._pass(BLANK)
        while self.text[self.at] != "]":
            self._value((*path, index))
            index += 1
            self._next()
        self.at += 1

    def _inline_table(self, path: Path) -> None:
        self.at += 1
        self._pass(BLANK)
        while self.text[self.at] != "}":
            self._pair(path)
            self._next()
        self.at += 1

    def _next(self) -> None:
        self._pass(BLANK)
        self._pass(COMMA)
        self._pass(BLANK)

    def _key(self) -> list[str]:
        self._pass(BLANK)
        keys = [self._key_part()]
        while self._pass(DOT):
            keys.append(self._key_part())
        return keys

    def _key_part(self) -> str:
        part = self._pass(KEY_PART)
        return str(tomllib.loads(f"key = {part}")["key"]) if part[0] in "\"'" else part

    def _pass(self, pattern: re.Pattern[str]) -> str:
        """Step over what the pattern matches here, which may be nothing, and return it."""
        found = pattern.match(self.text, self.at)
        if found is None:
            return ""
        self.at = found.end()
        return found.group()

    def _note(self, path: Path, start: int) -> None:
        self.lines.setdefault(path, bisect_right(self.line_starts, start))
