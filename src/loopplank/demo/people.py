"""The six people of the demo world. They are invented; their mail addresses can receive no mail."""

from __future__ import annotations

from dataclasses import dataclass

from loopplank.access.roles import Role


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Someone to sign in as, and what is worth seeing as them."""

    email: str
    name: str
    function: str
    organisation: str
    role: Role
    is_judge: bool
    shows: str


PEOPLE = (
    DemoPerson(
        "nora@ncg.example", "Nora Tuinstra", "Gegevensbeheerder NCG", "NCG", Role.DATA_WORKER, False,
        "levert het register van de NCG en herstelt regels in quarantaine",
    ),
    DemoPerson(
        "ilse@img.example", "Ilse Bergman", "Gegevensbeheerder IMG", "IMG", Role.DATA_WORKER, False,
        "levert het register van het IMG en herstelt regels in quarantaine",
    ),
    DemoPerson(
        "sietse@ncg.example", "Sietse Postma", "Bewonersbegeleider NCG", "NCG", Role.CASE_WORKER, False,
        "ziet welke van zijn adressen ook bij het IMG lopen, en verder niets van het IMG",
    ),
    DemoPerson(
        "anneke@img.example", "Anneke Bakker", "Zaakbegeleider IMG", "IMG", Role.CASE_WORKER, False,
        "ziet welke van haar meldingen ook bij de NCG lopen, en verder niets van de NCG",
    ),
    DemoPerson(
        "jelte@ncg.example", "Jelte Wiersma", "Combinatieteam, NCG", "NCG", Role.CASE_WORKER, True,
        "beoordeelt twijfelachtige paren: adresvelden en datums van beide kanten",
    ),
    DemoPerson(
        "gert@eemsdelta.example", "Gert Huisman", "Beleidsmedewerker gemeente Eemsdelta", "gemeente-eemsdelta",
        Role.MUNICIPAL_WORKER, False,
        "hoort niets van registers of samenloop te zien, en ziet dat ook niet",
    ),
)  # fmt: skip
