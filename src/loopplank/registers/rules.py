"""Reading one delivered row: what it says, or everything that is wrong with it."""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from loopplank.chain.definition import Chain
from loopplank.chain.fields import RegisterKind
from loopplank.chain.registers import DeliveryProfile
from loopplank.kernel.refused import Refused
from loopplank.places.normaliser import WrittenAddress, read_identifier, readings

ADDRESS_FIELDS = {
    "bag_id": "identifier",
    "address_line": "line",
    "street": "street",
    "number": "number",
    "letter": "letter",
    "addition": "addition",
    "postcode": "postcode",
    "town": "town",
    "municipality": "municipality",
}
# A phase can be planned ahead; a claim that was received or decided cannot lie in the future.
LONGEST_PLAN = timedelta(days=3653)
PLANNED_DATES = frozenset({"phase_on"})
SINCE = {RegisterKind.REINFORCEMENT: "phase_on", RegisterKind.DAMAGE: "received_on"}

YES = frozenset({"ja", "j", "yes", "y", "waar", "true", "1", "x"})
NO = frozenset({"", "nee", "n", "no", "onwaar", "false", "0", "-"})
NO_PROGRAMME = NO | {"geen", "nvt", "n.v.t.", "onbekend"}
SPREADSHEET_ERRORS = frozenset(
    "#N/A #N/B #REF! #VERW! #NAME? #NAAM? #VALUE! #WAARDE! #DIV/0! #DEEL/0! #NULL! #LEEG! #NUM! #GETAL!".split()
)
LONGEST_VALUE = 400
LONGEST_KEY = 80

MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_DUTCH_DATE = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?: 0{1,2}:00(?::00)?)?")
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?")
_WRITTEN_DATE = re.compile(r"(\d{1,2})[- ]([a-z]{3,9})\.?[- ](\d{4})", re.IGNORECASE)

# Cells joined by \x1f: one that begins as a formula or an error does, or a very long one. Looked for in
# the whole row at once, because nearly every row has none.
_MAY_BE_UNREADABLE = re.compile(rf"(?:^|\x1f)[=#]|[^\x1f]{{{LONGEST_VALUE}}}")

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that keeps a row out: in which field, what stood there, why, and what would mend it."""

    field: str
    value: str
    reason: str


class Flawed(Refused):
    """A row that cannot be taken in, with all its flaws."""

    def __init__(self, flaws: tuple[Flaw, ...]) -> None:
        super().__init__(" ".join(flaw.reason for flaw in flaws))
        self.flaws = flaws


class RegisterRow(NamedTuple):
    """What a delivered row says; see ``registers.models.Row`` for the meaning of each field."""

    key: str
    address: dict[str, str]
    facts: dict[str, str]
    municipality: str
    phase: str
    since: date | None
    decided_on: date | None
    in_programme: bool
    markers: tuple[str, ...]


class RowReader:
    """Reads the rows of one delivery of one agency, as of a day."""

    def __init__(self, chain: Chain, profile: DeliveryProfile, kind: RegisterKind, as_of: date) -> None:
        self._chain = chain
        self._kind = kind
        self._as_of = as_of
        self._dates = {name: self._date(name) for name in profile.dates}
        self._markers = {marker: f"markers.{marker}" for marker in profile.markers}
        self._municipalities: dict[str, str] = {}

    def read(self, text: Mapping[str, str]) -> RegisterRow:
        """Read a row from texts by field name, without spaces around them.

        Raises:
            Flawed: with every flaw of the row, not only the first.
        """
        if _MAY_BE_UNREADABLE.search("\x1f".join(text.values())):
            flaws = [
                Flaw(name, value[:40], why) for name, value in text.items() if (why := _unreadable(value))
            ]
            if flaws:
                raise Flawed(tuple(flaws))
        flaws = []

        def tried(name: str, read: Callable[[str], Value], otherwise: Value) -> Value:
            try:
                return read(text.get(name, ""))
            except Refused as refusal:
                flaws.append(Flaw(name, text.get(name, ""), refusal.sentence))
                return otherwise

        key = tried("key", _key, "")
        municipality = tried("municipality", self._municipality, "")
        dates = {name: tried(name, read, None) for name, read in self._dates.items()}
        markers = tuple(marker for marker, name in self._markers.items() if tried(name, _yes_or_no, False))
        flaws += _address_flaws(text)
        if flaws:
            raise Flawed(tuple(flaws))
        return RegisterRow(
            key=key,
            address={name: text[name] for name in ADDRESS_FIELDS if text.get(name)},
            facts={name: value for name, value in text.items() if value and name not in ADDRESS_FIELDS},
            municipality=municipality,
            phase=text.get("phase", ""),
            since=dates.get(SINCE[self._kind]),
            decided_on=dates.get("decided_on"),
            in_programme=text.get("programme", "").lower() not in NO_PROGRAMME,
            markers=markers,
        )

    def _municipality(self, word: str) -> str:
        """The code of today's municipality for a name or code of any time.

        A municipality that was split leaves the code of the whole unknown here: the address decides.
        """
        if not word:
            return ""
        if word not in self._municipalities:
            codes = self._chain.current_municipalities(word)
            if not codes:
                raise Refused(
                    f"Gemeente ‘{word}’ hoort niet bij de keten {self._chain.name}. "
                    "Verbeter de naam, of laat de regel buiten de levering."
                )
            self._municipalities[word] = codes[0] if len(codes) == 1 else ""
        return self._municipalities[word]

    def _date(self, name: str) -> Callable[[str], date | None]:
        latest = self._as_of + LONGEST_PLAN if name in PLANNED_DATES else self._as_of
        earliest = self._chain.earliest_date

        def read(text: str) -> date | None:
            day = read_date(text)
            if day is not None and day < earliest:
                raise Refused(f"Datum ‘{text}’ ligt vóór {earliest:%d-%m-%Y}. Verbeter de datum.")
            if day is not None and day > latest:
                raise Refused(f"Datum ‘{text}’ ligt na {latest:%d-%m-%Y}. Verbeter de datum.")
            return day

        return read


@functools.lru_cache(maxsize=2**14)
def read_date(text: str) -> date | None:
    """A date as ``2021-03-12``, ``12-03-2021``, ``12/3/2021`` or ``12 maart 2021``; empty is none.

    Raises:
        Refused: when the text is not one of these, or the day does not exist.
    """
    if not text:
        return None
    try:
        if parts := _ISO_DATE.fullmatch(text):
            return date(int(parts[1]), int(parts[2]), int(parts[3]))
        if parts := _DUTCH_DATE.fullmatch(text):
            return date(int(parts[3]), int(parts[2]), int(parts[1]))
        if parts := _WRITTEN_DATE.fullmatch(text):
            month = parts[2][:3].lower().replace("maa", "mrt")
            return date(int(parts[3]), MONTHS.index(month) + 1, int(parts[1]))
    except ValueError:
        pass  # 31 February, or a month in another language: said below
    raise Refused(f"‘{text}’ is geen datum. Schrijf die als dd-mm-jjjj of jjjj-mm-dd.")


def written_address(text: Mapping[str, str]) -> WrittenAddress:
    """The address of a row, for the normaliser."""
    return WrittenAddress(**{name: text.get(field, "") for field, name in ADDRESS_FIELDS.items()})


def content_hash(fields: Mapping[str, str]) -> str:
    """A hash of texts by field name, the same whatever their order; empty texts do not count."""
    told = "\x1e".join(sorted(f"{name}\x1f{value}" for name, value in fields.items() if value))
    return hashlib.md5(told.encode(), usedforsecurity=False).hexdigest()


def _unreadable(value: str) -> str:
    if value.startswith("="):
        return "Deze cel bevat een formule. Lever de uitkomst ervan als tekst."
    if value in SPREADSHEET_ERRORS:
        return "Deze cel bevat een fout uit een rekenblad. Herstel die en lever opnieuw."
    if len(value) > LONGEST_VALUE:
        return f"Deze cel is langer dan {LONGEST_VALUE} tekens. Kort de tekst in."
    return ""


def _address_flaws(text: Mapping[str, str]) -> list[Flaw]:
    """What keeps a row from pointing at an address, in the field where it stands."""
    try:
        if readings(written_address(text)):
            return []
    except Refused as refusal:
        field = "bag_id" if _is_refused(text.get("bag_id", "")) else "number"
        return [Flaw(field, text.get(field, ""), refusal.sentence)]
    reason = "Zonder BAG-id is een huisnummer nodig, en een postcode of straat. Vul die aan."
    return [Flaw("number", text.get("number", ""), reason)]


def _is_refused(identifier: str) -> bool:
    try:
        read_identifier(identifier)
    except Refused:
        return True
    return False


def _key(text: str) -> str:
    if not text:
        raise Refused("Het kenmerk ontbreekt. Vul het kenmerk van de zaak in.")
    if len(text) > LONGEST_KEY:
        raise Refused(f"Het kenmerk is langer dan {LONGEST_KEY} tekens. Controleer de kolom.")
    return text


def _yes_or_no(text: str) -> bool:
    word = text.lower()
    if word not in YES | NO:
        raise Refused(f"‘{text}’ is geen ja of nee. Vul ja of nee in.")
    return word in YES
