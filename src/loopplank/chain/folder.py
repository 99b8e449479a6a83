"""The files in the folder of a chain, put together, and where everything in them is written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from loopplank.chain.damage import Damage
from loopplank.chain.findings import Path
from loopplank.chain.problems import ChainErrors, Problem
from loopplank.chain.sentences import unknown_key
from loopplank.chain.sources import Source, open_source
from loopplank.chain.wording import nearest


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file that every chain has: the keys it may hold, and the lists that may not be empty.

    With ``under`` the file as a whole is one block of the chain, which knows its own keys.
    """

    name: str
    keys: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    under: str | None = None

    def path(self, key: str) -> Path:
        """Where a key of this file stands in the chain."""
        return (key,) if self.under is None else (self.under, key)


SHEETS = (
    Sheet("chain.toml", ("code", "name", "description", "earliest_date", "earliest_date_source", "holiday")),
    Sheet("organisations.toml", ("organisation",), needs=("organisation",)),
    Sheet("municipalities.toml", ("municipality", "merger"), needs=("municipality",)),
    Sheet("towns.toml", ("towns",)),
    Sheet("shared.toml", needs=("phase",), under="shared"),
    Sheet("places.toml", needs=("profile",), under="places"),
    Sheet("overlap.toml", ("overlap",), needs=("overlap",)),
)
SHEET_NAMES = tuple(sheet.name for sheet in SHEETS)
REGISTERS: Path = ("register",)


class Folder:
    """What the files of one chain hold together: ``raw``, with its ``damage`` and ``problems``.

    Raises:
        ChainErrors: when made of a folder that does not exist or cannot be opened.
    """

    def __init__(self, directory: FilePath) -> None:
        self.raw: dict[str, Any] = {}
        self.damage = Damage()
        self.problems: list[Problem] = []
        self._sheets: dict[str, tuple[Sheet, Source]] = {}
        self._registers: list[Source] = []
        files = _files_in(directory)
        for sheet in SHEETS:
            self._take_sheet(sheet, files.pop(sheet.name, None))
        for file in files.values():
            self._take_other(file)

    def problem(self, path: Path, sentence: str) -> Problem:
        """A problem at a path in the chain, told with its place in the files."""
        if path[:1] == REGISTERS:
            return self._registers[int(path[1])].problem(path[2:], sentence)
        sheet, source = self._sheets[str(path[0])]
        return source.problem(path if sheet.under is None else path[1:], sentence)

    def _take_sheet(self, sheet: Sheet, file: FilePath | None) -> None:
        paths = [(sheet.under,)] if sheet.under else [(key,) for key in sheet.keys]
        source = open_source(file) if file else None
        if source is None:
            sentence = "dit bestand ontbreekt; een keten kan niet zonder."
            self.problems.append(Problem(sheet.name, "", None, sentence))
        if source is None or source.data is None:
            self.problems += source.problems if source else ()
            for path in paths:
                self.damage.add(path)
            return
        for path in paths:
            self._sheets[path[0]] = (sheet, source)
        self._check_keys(sheet, source, source.data)
        if sheet.under:
            self.raw[sheet.under] = source.data
        else:
            self.raw |= {key: value for key, value in source.data.items() if key in sheet.keys}

    def _check_keys(self, sheet: Sheet, source: Source, data: dict[str, Any]) -> None:
        for key in () if sheet.under else data.keys() - set(sheet.keys):
            home = next((other.name for other in SHEETS if key in other.keys), None)
            sentence = f"‘{key}’ hoort in {home}." if home else unknown_key(key, list(sheet.keys))
            self.problems.append(source.problem((key,), sentence))
        for key in sheet.needs:
            if key not in data or data[key] == []:
                self.problems.append(source.problem((key,), f"hier ontbreekt minstens één [[{key}]]."))
                self.damage.add(sheet.path(key))

    def _take_other(self, file: FilePath) -> None:
        if file.is_dir() or file.suffix != ".toml":
            sentence = "dit hoort niet in de map van een keten; zet het ergens anders."
            self.problems.append(Problem(file.name, "", None, sentence))
            return
        source = open_source(file)
        if source.data is not None and "agency" in source.data:
            self._registers.append(source)
            self.raw.setdefault("register", []).append(source.data)
            return
        self.damage.add(REGISTERS)
        self.problems += source.problems
        if source.data is not None:
            near = nearest(file.stem, [FilePath(name).stem for name in SHEET_NAMES])
            meant = (
                f"bedoelt u ‘{near}.toml’?" if near else "zet het er bovenaan in, of haal het bestand weg."
            )
            sentence = f"in een bestand van een organisatie staat een blok [agency]; {meant}"
            self.problems.append(Problem(file.name, "", None, sentence))


def _files_in(directory: FilePath) -> dict[str, FilePath]:
    """The files by name, in order of name, without those that are hidden."""
    try:
        files = sorted(directory.iterdir())
    except FileNotFoundError:
        sentence = "deze map bestaat niet; controleer de naam."
    except NotADirectoryError:
        sentence = "dit is geen map; geef de map waarin chain.toml staat."
    except OSError:
        sentence = "deze map kan niet worden geopend; controleer de rechten."
    else:
        return {file.name: file for file in files if not file.name.startswith(".")}
    raise ChainErrors([Problem(str(directory), "", None, sentence)])
