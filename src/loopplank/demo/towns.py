"""The real towns of the effect area: their postcode areas, municipality then and now, and place.

Facts only. The number of homes per town is our own rounded guess; it decides how much of a
municipality's homes stand there, never a published figure.
"""

from __future__ import annotations

from dataclasses import dataclass

from loopplank.demo.town_table import TABLE


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality of today.

    Attributes:
        code: four digits, first in the BAG ids that it registers itself.
        households: households in 2023 (CBS).
        reports: damage applications per household up to April 2025, from IMG's published counts.
        programme: its share of the reinforcement register (our own estimate; 0 outside the five).
    """

    name: str
    code: str
    province: str
    households: int
    reports: float
    programme: float = 0


@dataclass(frozen=True, slots=True)
class Town:
    """A town (woonplaats) with its four-digit postcode areas.

    Attributes:
        former: the municipality it lay in before the mergers of 2018 to 2021; else that of today.
        registered: the municipality code in most BAG ids here, that of ``former``: it never changes.
        homes: roughly how many homes stand here.
        other_names: how people write the town too.
    """

    name: str
    municipality: Municipality
    former: str
    registered: str
    pc4s: tuple[str, ...]
    lat: float
    lon: float
    homes: int
    other_names: tuple[str, ...]


MUNICIPALITIES = {
    municipality.name: municipality
    for municipality in (
        Municipality("Eemsdelta", "1979", "Gn", 21_331, 1.26, programme=0.45),
        Municipality("Groningen", "0014", "Gn", 140_359, 0.75, programme=0.19),
        Municipality("Midden-Groningen", "1952", "Gn", 28_541, 1.08, programme=0.17),
        Municipality("Het Hogeland", "1966", "Gn", 21_793, 1.22, programme=0.15),
        Municipality("Oldambt", "1895", "Gn", 18_756, 0.97, programme=0.04),
        Municipality("Westerkwartier", "1969", "Gn", 27_291, 0.83),
        Municipality("Veendam", "0047", "Gn", 12_817, 1.04),
        Municipality("Pekela", "0765", "Gn", 5_673, 0.93),
        Municipality("Stadskanaal", "0037", "Gn", 14_765, 0.06),
        Municipality("Westerwolde", "1950", "Gn", 11_346, 0.18),
        Municipality("Tynaarlo", "1730", "Dr", 14_630, 0.95),
        Municipality("Noordenveld", "1699", "Dr", 14_238, 0.91),
        Municipality("Assen", "0106", "Dr", 32_359, 0.35),
        Municipality("Aa en Hunze", "1680", "Dr", 11_327, 0.30),
    )
}

FORMER_CODES = {
    "Appingedam": "0003",
    "Bedum": "0005",
    "Bellingwedde": "0007",
    "Ten Boer": "0009",
    "Delfzijl": "0010",
    "Grootegast": "0015",
    "Haren": "0017",
    "Hoogezand-Sappemeer": "0018",
    "Leek": "0022",
    "Loppersum": "0024",
    "Marum": "0025",
    "Slochteren": "0040",
    "Vlagtwedde": "0048",
    "Winsum": "0053",
    "Zuidhorn": "0056",
    "Eemsmond": "1651",
    "De Marne": "1663",
    "Menterwolde": "1987",
}

# How much likelier than elsewhere in its municipality a home of today's programme stands here: our own
# estimate, higher towards the middle of the gas field.
PROGRAMME_WEIGHT = {
    "Loppersum": 9.0,
    "Ten Boer": 60.0,
    "Appingedam": 5.0,
    "Delfzijl": 3.0,
    "Slochteren": 6.0,
    "Eemsmond": 3.0,
    "Bedum": 3.0,
    "De Marne": 0.5,
    "Haren": 0.2,
}


def towns() -> list[Town]:
    """All towns, municipality by municipality."""
    found: list[Town] = []
    municipality = MUNICIPALITIES["Groningen"]
    for line in TABLE.strip().splitlines():
        if line.startswith("#"):
            municipality = MUNICIPALITIES[line.removeprefix("# ")]
        else:
            found.append(_read(line, municipality))
    return found


def _read(line: str, municipality: Municipality) -> Town:
    name, areas, former, place, homes, other_names = line.split("|")
    lat, lon = place.split()
    return Town(
        name=name,
        municipality=municipality,
        former=former or municipality.name,
        registered=FORMER_CODES.get(former, municipality.code),
        pc4s=tuple(area for run in areas.split() for area in _areas(run)),
        lat=float(lat),
        lon=float(lon),
        homes=int(homes),
        other_names=tuple(other_names.split(",")) if other_names else (),
    )


def _areas(run: str) -> list[str]:
    """One area (``9765``) or a run of them (``9711-9718``)."""
    first, _, last = run.partition("-")
    return [str(area) for area in range(int(first), int(last or first) + 1)]
