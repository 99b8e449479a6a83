"""Reading a chain from a folder of TOML files, with everything that is wrong told at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from loopplank.chain.checks import find_all
from loopplank.chain.contents import Contents
from loopplank.chain.definition import Chain
from loopplank.chain.findings import Path
from loopplank.chain.folder import SHEET_NAMES, Folder
from loopplank.chain.problems import ChainErrors, Problem
from loopplank.chain.sentences import sentence_for

__all__ = ["ChainErrors", "Problem", "read_chain"]

IN_CONTENTS = {field.alias or name for name, field in Contents.model_fields.items()}


def read_chain(directory: FilePath) -> Chain:
    """Read the chain in a folder: the files that every chain has, and one file per agency.

    Raises:
        ChainErrors: with every problem of every file, in the order of files and lines.
    """
    folder = Folder(directory)
    problems = [*folder.problems, *_in_blocks(folder), *_between_blocks(folder)]
    if problems:
        raise ChainErrors(sorted(set(problems), key=_order))
    return Chain.model_validate(folder.raw)


def _in_blocks(folder: Folder) -> Iterator[Problem]:
    """What is wrong within a block, whatever the others say."""
    errors = _errors(Chain, folder.raw)
    for error in errors:
        if not folder.damage.holds(error["loc"]):
            yield folder.problem(error["loc"], sentence_for(error, Chain))
    for error in errors:
        _leave_out(folder, error["loc"])


def _between_blocks(folder: Folder) -> Iterator[Problem]:
    """What does not agree between the blocks that are sound in themselves."""
    while errors := _errors(Contents, _sound(folder)):
        for error in errors:
            _leave_out(folder, folder.damage.original(error["loc"]))
    for finding in find_all(Contents.model_validate(_sound(folder))):
        told = folder.damage.in_files(finding)
        if not folder.damage.explains(told):
            yield folder.problem(told.path, told.sentence)


def _errors(model: type[BaseModel], raw: dict[str, Any]) -> list[ErrorDetails]:
    """The errors in single blocks; that blocks do not agree has no place of its own and is not told here."""
    try:
        model.model_validate(raw)
    except ValidationError as invalid:
        return [error for error in invalid.errors(include_url=False) if error["loc"]]
    return []


def _sound(folder: Folder) -> dict[str, Any]:
    return {key: value for key, value in folder.damage.without(folder.raw).items() if key in IN_CONTENTS}


def _leave_out(folder: Folder, place: Path) -> None:
    """Leave out the smallest block around a place, and remember which words it held."""
    path = _block_around(place)
    fragment: Any = folder.raw
    for step in path:
        fragment = fragment[step] if isinstance(step, int) else fragment.get(step)
        if fragment is None:
            break
    folder.damage.add(path, fragment)


def _block_around(place: Path) -> Path:
    """The path of the item that a place lies in, or of the key when it lies in none."""
    depth = {"register": 2, "shared": 1, "places": 1}.get(str(place[0]), 0)
    if place[0] == "register" and "agency" in place[2:3]:
        return place[:2]
    is_item = isinstance(place[depth + 1] if len(place) > depth + 1 else None, int)
    return place[: depth + 2] if is_item else place[: depth + 1]


def _order(problem: Problem) -> tuple[int, str, int, str, str]:
    known = problem.file in SHEET_NAMES
    sheet = SHEET_NAMES.index(problem.file) if known else len(SHEET_NAMES)
    return (sheet, problem.file, problem.line or 0, problem.key, problem.sentence)
