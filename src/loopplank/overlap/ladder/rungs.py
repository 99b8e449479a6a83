"""The rungs of the ladder: every way in which a record can be tied to an address, and what it is worth.

A rung is a pattern of evidence, not a score: one conflicting fact takes a record off the automatic
rungs, however much else agrees. Which patterns hold was measured record by record against a known
truth (``docs/ladder.md``).
"""

from __future__ import annotations

from enum import Enum, IntEnum


class Grade(IntEnum):
    """How strong the evidence is, the strongest first; a pair has the weakest grade of its two sides."""

    CERTAIN = 1
    VERY_LIKELY = 2
    TO_BE_JUDGED = 3
    CONFLICTING = 4
    SAME_BUILDING = 5
    UNRESOLVED = 6

    @property
    def word(self) -> str:
        """The grade in files: ``zeker``, ``zeer_waarschijnlijk`` and so on."""
        return _WORDS[self]

    @property
    def label(self) -> str:
        """The grade on screen."""
        return self.word.replace("_", " ").capitalize()

    @property
    def is_automatic(self) -> bool:
        """Whether a record of this grade counts without a person's judgement."""
        return self <= Grade.VERY_LIKELY


_WORDS = {
    Grade.CERTAIN: "zeker",
    Grade.VERY_LIKELY: "zeer_waarschijnlijk",
    Grade.TO_BE_JUDGED: "te_beoordelen",
    Grade.CONFLICTING: "strijdig",
    Grade.SAME_BUILDING: "zelfde_pand",
    Grade.UNRESOLVED: "niet_te_herleiden",
}


class Rung(Enum):
    """One pattern of evidence: its grade, and a clause that follows "Bij NCG …"."""

    ID_AND_TEXT = (Grade.CERTAIN, "wijzen BAG-id en adrestekst hetzelfde adres aan")
    ID_AND_OLD_TEXT = (
        Grade.CERTAIN,
        "wijst het BAG-id dit adres aan en is de tekst een eerdere schrijfwijze ervan",
    )
    BUILDING_AND_NUMBER = (
        Grade.CERTAIN,
        "wijzen pand-id, huisnummer en toevoeging samen één adres aan",
    )

    ID_WITHOUT_TEXT = (Grade.VERY_LIKELY, "wijst het BAG-id dit adres aan; een adrestekst ontbreekt")
    ID_WITHOUT_SUFFIX = (
        Grade.VERY_LIKELY,
        "wijst het BAG-id dit adres aan; in de tekst ontbreekt alleen de toevoeging",
    )
    ID_AND_RANGE = (
        Grade.VERY_LIKELY,
        "wijst het BAG-id dit adres aan; de tekst noemt een reeks huisnummers waar het in valt",
    )
    ID_AND_STREET = (
        Grade.VERY_LIKELY,
        "wijst het BAG-id dit adres aan; straat en postcode kloppen en het andere huisnummer bestaat er niet",
    )
    ID_AND_MOST_TEXT = (
        Grade.VERY_LIKELY,
        "wijst het BAG-id dit adres aan en klopt de tekst op één veld na",
    )
    POSTCODE_AND_NUMBER = (
        Grade.VERY_LIKELY,
        "zijn postcode, huisnummer, toevoeging en straat gelijk, zonder BAG-id",
    )
    POSTCODE_WITHOUT_STREET = (
        Grade.VERY_LIKELY,
        "zijn postcode, huisnummer en toevoeging gelijk; een straat ontbreekt",
    )
    STREET_AND_TOWN = (
        Grade.VERY_LIKELY,
        "zijn straat, plaats, huisnummer en toevoeging gelijk; de postcode ontbreekt of scheelt één teken",
    )
    NEAR_STREET_AND_TOWN = (
        Grade.VERY_LIKELY,
        "zijn plaats, huisnummer en toevoeging gelijk en is de straat bijna gelijk geschreven",
    )
    OLD_TEXT = (Grade.VERY_LIKELY, "staat het adres zoals het vroeger in het adresregister stond")
    RANGE = (Grade.VERY_LIKELY, "staat een reeks huisnummers, waarvan alleen dit adres bestaat")

    ID_IN_DOUBT = (
        Grade.TO_BE_JUDGED,
        "wijst het BAG-id dit adres aan, maar de tekst is te afwijkend om dat te bevestigen",
    )
    BARE_NUMBER = (
        Grade.TO_BE_JUDGED,
        "staat het kale huisnummer, terwijl er op dit nummer ook adressen met een toevoeging zijn",
    )
    SUFFIX_MISSING = (
        Grade.TO_BE_JUDGED,
        "ontbreekt de toevoeging; op dit huisnummer is er één adres, en dat heeft er een",
    )
    TOWN_IN_DOUBT = (
        Grade.TO_BE_JUDGED,
        "zijn straat en huisnummer gelijk, maar zegt de plaats of postcode niet welke straat het is",
    )
    TWO_ADDRESSES = (Grade.TO_BE_JUDGED, "kan de tekst twee adressen aanwijzen")
    RANGE_OF_TWO = (Grade.TO_BE_JUDGED, "staat een reeks huisnummers waarvan er meer bestaan")
    BESIDE = (Grade.TO_BE_JUDGED, "staat een plek tegenover of nabij dit adres, niet het adres zelf")

    ID_AGAINST_TEXT = (Grade.CONFLICTING, "wijzen BAG-id en adrestekst twee verschillende adressen aan")
    POSTCODE_AGAINST_STREET = (Grade.CONFLICTING, "spreken postcode en straat elkaar tegen")

    BUILDING_ONLY = (Grade.SAME_BUILDING, "is alleen het gebouw bekend, niet welk adres erin")
    SUFFIX_UNKNOWN = (
        Grade.SAME_BUILDING,
        "bestaat het huisnummer, maar niet met deze toevoeging; het gaat om hetzelfde gebouw",
    )

    NO_SUCH_NUMBER = (Grade.UNRESOLVED, "bestaat het huisnummer niet in deze straat")
    NO_SUCH_ADDRESS = (Grade.UNRESOLVED, "staat dit adres niet in het adresregister")

    def __init__(self, grade: Grade, clause: str) -> None:
        self.grade = grade
        self.clause = clause

    @property
    def code(self) -> str:
        """How the rung is stored."""
        return self.name.lower()

    @classmethod
    def of(cls, code: str) -> Rung:
        """The rung that was stored under a code."""
        return cls[code.upper()]
