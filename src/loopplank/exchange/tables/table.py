"""A table in a file: a header and rows of text, with how far it was read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from loopplank.exchange.tables import delimited, workbook
from loopplank.kernel.refused import Refused

_LIKE_A_COLUMN = re.compile(r"[\W_]+")
_CHUNK = 1 << 20

ZIP = b"PK\x03\x04"
OTHER_FORMATS = {
    b"\xd0\xcf\x11\xe0": "Dit is een oud of met een wachtwoord beveiligd Excel-bestand.",
    b"%PDF": "Dit is een PDF.",
    b"\x1f\x8b": "Dit is een ingepakt bestand (gzip).",
    b"7z\xbc\xaf": "Dit is een ingepakt bestand (7z).",
    b"Rar!": "Dit is een ingepakt bestand (rar).",
    b"\x89PNG": "Dit is een afbeelding.",
    b"\xff\xd8\xff": "Dit is een afbeelding.",
    b"SQLite format": "Dit is een databasebestand.",
}

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: the line it starts on (the header is line 1), and its cells as text."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose rows can be read once.

    Attributes:
        header: the names of the columns as they stand in the file.
        sha256: of the bytes of the file, as 64 hexadecimal digits.
    """

    file_name: str
    sha256: str
    header: tuple[str, ...]
    rows: Iterator[TableRow]

    def places(self, columns: Mapping[str, str]) -> dict[str, int]:
        """At which place in a row each field stands, for ``columns`` as field → column name.

        Capitals, spaces, hyphens and underscores in column names do not matter.

        Raises:
            Refused: when the header has a column twice.
        """
        found: dict[str, int] = {}
        for place, name in enumerate(self.header):
            like = column_key(name)
            if like and like in found:
                raise Refused(f"De kolom ‘{name}’ staat twee keer in de kop. Haal er één weg.")
            found[like] = place
        return {
            field: found[column_key(name)] for field, name in columns.items() if column_key(name) in found
        }


def column_key(name: str) -> str:
    """A column name as it is compared."""
    return _LIKE_A_COLUMN.sub("", name.casefold())


def open_table(path: Path, expected: Sequence[str], progress: Progress | None = None) -> Table:
    """Open a CSV or XLSX file as a table.

    Args:
        expected: the names of the columns that the file should have; they tell the delimiter, and
            which sheet of a workbook is meant.
        progress: called now and then with how much was read, and of how much.

    Raises:
        Refused: when the file is not there, is empty or has no header, or is no table.
    """
    try:
        with path.open("rb") as file:
            start = file.read(_CHUNK)
            file.seek(0)
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as problem:
        raise Refused(f"‘{path}’ kan niet worden gelezen: {_why(problem)}") from None
    if not start.strip():
        raise Refused("Het bestand is leeg. Er is niets veranderd.")
    for signature, what in OTHER_FORMATS.items():
        if start.startswith(signature):
            raise Refused(f"{what} Lever CSV of XLSX.")
    wanted = [column_key(name) for name in expected]
    reader = workbook.read if start.startswith(ZIP) else delimited.read
    header, rows = reader(path, wanted, column_key, progress)
    return Table(path.name, digest, header, (TableRow(line, cells) for line, cells in rows))


def _why(problem: OSError) -> str:
    if isinstance(problem, FileNotFoundError):
        return "het bestand is er niet. Controleer de naam."
    if isinstance(problem, IsADirectoryError):
        return "het is een map. Geef een bestand."
    if isinstance(problem, PermissionError):
        return "u mag het niet lezen. Vraag leesrecht."
    return f"het systeem meldt ‘{problem.strerror}’."
