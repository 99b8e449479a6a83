"""CSV in the ways that people save it: its encoding, its delimiter, its rows."""

from __future__ import annotations

import codecs
import csv
import io
import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from loopplank.kernel.refused import Refused

LONGEST_LINE = 1 << 20
DELIMITERS = ";,\t|"
_CHUNK = 1 << 20
_REPORT_EVERY = 2_000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Letters of Western European names, and the marks of a Dutch text. Another sign in or against a word
# means that the bytes were of another encoding (of DOS or of an old Macintosh, say).
_STRANGE = re.compile(r"[^\W\d_][^\x00-\x7fÀ-ÖØ-öø-ÿŒœŠšŽžŸ’‘“”–—´`·°²³½€\u00a0]|[\x80-\x9f]")
_NOT_TEXT = "Dit bestand bevat geen leesbare tekst. Lever CSV (UTF-8 of Latin-1) of XLSX."
_UNKNOWN_ENCODING = (
    "De tekens in dit bestand zijn niet te lezen als UTF-8 of Latin-1. Sla het op als CSV UTF-8 en lever "
    "het opnieuw."
)

Row = tuple[int, tuple[str, ...]]


def read(
    path: Path,
    wanted: Sequence[str],
    key: Callable[[str], str],
    progress: Callable[[int, int], None] | None,
) -> tuple[tuple[str, ...], Iterator[Row]]:
    """The header and the rows of a delimited file.

    Raises:
        Refused: when it is not text, or in no encoding that is known here; while reading, for a line of
            more than a megabyte or a quote that never closes.
    """
    encoding = _encoding(path)
    lines = _lines(path, encoding, progress)
    first = next(lines, "")
    delimiter = max(DELIMITERS, key=lambda sign: _columns_found(first, sign, wanted, key))

    def all_lines() -> Iterator[str]:
        yield first
        yield from lines

    rows = _rows(all_lines(), delimiter)
    _, header = next(rows, (1, ()))
    return tuple(name.strip() for name in header), rows


def _columns_found(
    header: str, delimiter: str, wanted: Sequence[str], key: Callable[[str], str]
) -> tuple[int, int]:
    columns = [key(column) for column in next(csv.reader([header], delimiter=delimiter), [])]
    return len(set(columns) & set(wanted)), len(columns)


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(_CHUNK)
        for mark, encoding in _MARKS:
            if start.startswith(mark):
                return encoding
        if b"\0" in start:
            return _without_mark(start)
        decoder = codecs.getincrementaldecoder("utf-8")()
        file.seek(0)
        try:
            while chunk := file.read(_CHUNK):
                if b"\0" in chunk:
                    raise Refused(_NOT_TEXT)
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return _western(path)
    return "utf-8"


def _without_mark(start: bytes) -> str:
    """UTF-16 without a mark has a zero in every other byte of a header; anything else is no text."""
    head = start[:200]
    if head[1::2].count(0) > 0.9 * len(head[1::2]) and 0 not in head[::2]:
        return "utf-16-le"
    if head[::2].count(0) > 0.9 * len(head[::2]) and 0 not in head[1::2]:
        return "utf-16-be"
    raise Refused(_NOT_TEXT)


def _western(path: Path) -> str:
    """Latin-1 as Windows writes it, when that makes sense of every sign."""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            try:
                text = chunk.decode("cp1252")
            except UnicodeDecodeError:
                raise Refused(_UNKNOWN_ENCODING) from None
            if _STRANGE.search(text):
                raise Refused(_UNKNOWN_ENCODING)
    return "cp1252"


def _lines(path: Path, encoding: str, progress: Callable[[int, int], None] | None) -> Iterator[str]:
    size = path.stat().st_size
    with path.open("rb") as file, io.TextIOWrapper(file, encoding=encoding, newline="") as text:
        for number in itertools.count(1):
            line = text.readline(LONGEST_LINE + 1)
            if len(line) > LONGEST_LINE:
                raise Refused(
                    f"Regel {number} is langer dan een megabyte: dit is geen registerbestand. "
                    "Er is niets veranderd."
                )
            if progress and number % _REPORT_EVERY == 0:
                progress(file.tell(), size)
            if not line:
                return
            yield line


def _rows(lines: Iterator[str], delimiter: str) -> Iterator[Row]:
    csv.field_size_limit(LONGEST_LINE)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    start = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise Refused(
                f"Vanaf regel {start} klopt een aanhalingsteken niet: een cel begint ermee en sluit niet. "
                "Er is niets veranderd. Sla het bestand opnieuw op als CSV."
            ) from None
        except UnicodeDecodeError:
            raise Refused(_UNKNOWN_ENCODING) from None
        if any(cell.strip() for cell in cells):
            yield start, tuple(cells)
        start = reader.line_num + 1
