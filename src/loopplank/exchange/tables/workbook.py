"""XLSX: the sheet that has the expected columns, its cells as the text that people see."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from loopplank.kernel.refused import Refused

# A register of 300,000 rows unpacks to some 350 MB. What unpacks to more, or to hundreds of times its
# size, is not a register.
LARGEST_UNPACKED = 1 << 30
GREATEST_RATIO = 200
SMALL_ENOUGH = 50 << 20
# A spreadsheet keeps fifteen digits of a number; an identifier of sixteen that became one is lost.
EXACT_DIGITS = 10**15
_REPORT_EVERY = 1_000
_BROKEN = "Dit XLSX-bestand is beschadigd of geen rekenblad. Open het in een rekenblad en sla het opnieuw op."

Row = tuple[int, tuple[str, ...]]


def read(
    path: Path,
    wanted: Sequence[str],
    key: Callable[[str], str],
    progress: Callable[[int, int], None] | None,
) -> tuple[tuple[str, ...], Iterator[Row]]:
    """The header and the rows of the sheet that has most of the wanted columns.

    Formulas come as their text (``=A1+1``), so that whoever reads the rows can refuse them.

    Raises:
        Refused: when it is another zip file, unpacks to an absurd size, or cannot be read.
    """
    _refuse_a_bomb(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles and validations it leaves out
            book = load_workbook(path, read_only=True, data_only=False, keep_links=False)
    except (InvalidFileException, KeyError, ValueError, OSError, zipfile.BadZipFile, SyntaxError):
        raise Refused(_BROKEN) from None
    sheets = [sheet for sheet in book.worksheets if hasattr(sheet, "iter_rows")]
    if not sheets:
        raise Refused("Dit rekenblad heeft geen blad met cellen.")
    best = max(sheets, key=lambda sheet: len({key(name) for name in _first_row(sheet)} & set(wanted)))
    header = _first_row(best)
    return header, _rows(best, len(header), progress)


def _refuse_a_bomb(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except zipfile.BadZipFile:
        raise Refused(_BROKEN) from None
    if not any(entry.filename == "xl/workbook.xml" for entry in entries):
        raise Refused("Dit is een zip-bestand, geen rekenblad. Pak het uit en lever CSV of XLSX.")
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    if unpacked > LARGEST_UNPACKED or (unpacked > SMALL_ENOUGH and unpacked > GREATEST_RATIO * packed):
        raise Refused(
            f"Dit rekenblad pakt uit tot {unpacked / 2**20:,.0f} MB".replace(",", ".")
            + "; dat is geen register. Er is niets gelezen. Lever grote bestanden als CSV."
        )


def _first_row(sheet: Any) -> tuple[str, ...]:
    names = [_text(value) for value in next(sheet.iter_rows(max_row=1, values_only=True), ())]
    while names and not names[-1]:
        names.pop()
    return tuple(name.strip() for name in names)


def _rows(sheet: Any, width: int, progress: Callable[[int, int], None] | None) -> Iterator[Row]:
    total = sheet.max_row or 0
    try:
        for line, values in enumerate(sheet.iter_rows(min_row=2, values_only=True), start=2):
            cells = [_text(value) for value in values]
            if progress and line % _REPORT_EVERY == 0:
                progress(min(line, total), total)
            while len(cells) > width and not cells[-1].strip():
                cells.pop()
            cells += [""] * (width - len(cells))
            if any(cell.strip() for cell in cells):
                yield line, tuple(cells)
    except (ValueError, KeyError, OSError, EOFError, zipfile.BadZipFile, SyntaxError):
        raise Refused(_BROKEN) from None


def _text(value: Any) -> str:
    """A cell as the text that people see in it."""
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nee"
        case int() | float() if abs(value) >= EXACT_DIGITS:
            return f"{value:.2E}".replace(".", ",")
        case float() if value.is_integer():
            return str(int(value))
        case float():
            return repr(value).replace(".", ",")
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
        case date():
            return value.isoformat()
        case str():
            return value.replace("\0", "\ufffd")
    return str(getattr(value, "text", value))
