"""The overlap as a file."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from django.db import transaction

from loopplank.access.acting import acting
from loopplank.access.actor import Actor
from loopplank.access.may import May, Purpose
from loopplank.chain.contents import Overlap
from loopplank.chain.definition import Chain
from loopplank.kernel.refused import Refused
from loopplank.overlap.queries import FoundPair, found_pairs
from loopplank.overlap.rules import Side, reason

# A spreadsheet takes a cell that begins so for a formula.
LIKE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_pairs(*, chain: Chain, path: Path) -> int:
    """Write all found pairs of the chain to a CSV file (UTF-8); returns how many.

    The columns of both keys bear the names of the agency and of its own key column.

    Raises:
        Refused: when the file cannot be written.
    """
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            number = 0
            for place, overlap in enumerate(chain.overlaps):
                if place == 0:
                    writer.writerow(_header(chain, overlap))
                for row in _rows(chain, overlap):
                    writer.writerow([_safe(cell) for cell in row])
                    number += 1
    except OSError as problem:
        raise Refused(f"‘{path}’ kan niet worden geschreven: {problem.strerror}.") from None
    return number


def _header(chain: Chain, overlap: Overlap) -> list[str]:
    keys = [
        f"{agency.lower()}_{chain.profile(agency).key_column}" for agency in (overlap.first, overlap.second)
    ]
    return [*keys, "verblijfsobject_id", "graad", "soort", "reden"]


def _rows(chain: Chain, overlap: Overlap) -> Iterator[list[str]]:
    actor = Actor.job("samenloop uitvoeren", {May.OVERLAP_SEE}, organisation=overlap.first)
    names = [chain.organisation(agency).short_name for agency in (overlap.first, overlap.second)]
    with transaction.atomic(durable=True), acting(actor, Purpose.OVERLAP):
        pairs = list(found_pairs(actor, overlap.first, overlap.second))
    for pair in pairs:
        kind = overlap.legal if pair.is_legal else overlap.factual
        yield [pair.first_key, pair.second_key, pair.unit, pair.grade.word, kind.word, _reason(pair, *names)]


def _reason(pair: FoundPair, first: str, second: str) -> str:
    sentence = reason(
        Side(first, pair.first_rung), Side(second, pair.second_rung), on_one_site=pair.on_one_site
    )
    return f"{sentence} Door een beoordelaar bevestigd." if pair.is_confirmed else sentence


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(LIKE_A_FORMULA) else cell
