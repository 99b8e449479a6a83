"""Small invented worlds for tests: a street in the address register, rows in both registers."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from django.utils import timezone

from loopplank.chain.in_force import chain_in_force
from loopplank.exchange.addresses import load_file
from loopplank.exchange.deliveries import deliver
from loopplank.exchange.finding import find_overlap

AS_OF = date(2026, 11, 16)

# Kerkstraat 1 to 5 in Loppersum; number 3 has a flat above, 3A.
PLACES = [
    {
        "nummeraanduiding_id": f"00242000100000{number:02}",
        "verblijfsobject_id": f"00240100100000{number:02}",
        "pand_id": f"00241000100000{building:02}",
        "straat": "Kerkstraat",
        "huisnummer": huisnummer,
        "huisletter": letter,
        "postcode": "9919AA",
        "woonplaats": "Loppersum",
        "gemeente": "Eemsdelta",
    }
    for number, building, huisnummer, letter in [
        (1, 1, "1", ""),
        (2, 2, "2", ""),
        (3, 3, "3", ""),
        (4, 3, "3", "A"),
        (5, 5, "5", ""),
    ]
]


def unit(number: int) -> str:
    """The id of the dwelling unit with this serial number in ``PLACES``."""
    return PLACES[number - 1]["verblijfsobject_id"]


def ncg_row(key: str, huisnummer: str, **more: str) -> dict[str, str]:
    """A row of the NCG register in the Kerkstraat."""
    return {
        "kenmerk": key,
        "straat": "Kerkstraat",
        "huisnummer": huisnummer,
        "postcode": "9919 AA",
        "woonplaats": "Loppersum",
        "gemeente": "Eemsdelta",
        "fase": "3",
        "fase_datum": "2024-05-01",
        "programma": "LPA Eemsdelta 2021",
        **more,
    }


def img_row(key: str, huisnummer: str, **more: str) -> dict[str, str]:
    """A row of the IMG register in the Kerkstraat."""
    return {
        "meldingsnummer": key,
        "straat": "Kerkstraat",
        "huisnummer": huisnummer,
        "postcode": "9919 AA",
        "woonplaats": "Loppersum",
        "regeling": "FS",
        "status": "Ontvangen",
        "ontvangen_op": "12-03-2026",
        **more,
    }


def write_csv(path: Path, rows: list[dict[str, str]]) -> Path:
    """Write rows as a CSV file; the columns are those of all rows together."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def load_places(folder: Path, rows: list[dict[str, str]] | None = None, **options):
    """Load an address file with these rows; the Kerkstraat without any."""
    path = write_csv(folder / "places.csv", rows or PLACES)
    return load_file(chain=chain_in_force(), path=path, now=timezone.now(), **options)


def deliver_rows(folder: Path, agency: str, rows: list[dict[str, str]], as_of: date = AS_OF, **options):
    """Deliver these rows as the whole register of an agency."""
    path = write_csv(folder / f"{agency}.csv", rows)
    chain = chain_in_force()
    return deliver(chain=chain, agency=agency, path=path, now=timezone.now(), as_of=as_of, **options)


def find():
    """Search the overlap."""
    return find_overlap(chain=chain_in_force(), now=timezone.now())


def furnish_kerkstraat(folder: Path) -> None:
    """Four rows at NCG, four at IMG, and the overlap found.

    Number 1 is certain and legal; 2 very likely and settled; 3 (bare, with 3A above) to be judged; 5 is
    at NCG only, and IMG has a row in a street that nobody knows.
    """
    load_places(folder)
    deliver_rows(
        folder,
        "NCG",
        [
            ncg_row("VS-1", "1", bag_id=unit(1), aos="ja"),
            ncg_row("VS-2", "2", bag_id=unit(2)),
            ncg_row("VS-3", "3", bag_id=unit(3)),
            ncg_row("VS-5", "5"),
        ],
    )
    deliver_rows(
        folder,
        "IMG",
        [
            img_row("SM-1", "1", bag_id=unit(1), urgentie="ja"),
            img_row("SM-2", "2", status="Afgehandeld", besluit_op="01-06-2026"),
            img_row("SM-3", "3"),
            img_row("SM-9", "9", straat="Nergenspad", postcode="9919 ZZ"),
        ],
    )
    find()
