"""What must agree within an agency's file, and between it and the rest of the chain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from loopplank.chain.contents import Contents
from loopplank.chain.fields import KEY, PLACE_FIELDS, ROW_FIELDS, RegisterKind, Vocabulary
from loopplank.chain.findings import Finding, Path, repeats, unknown
from loopplank.chain.organisations import OrganisationKind
from loopplank.chain.registers import DeliveryProfile, OwnWord, Profile, Register
from loopplank.chain.wording import fold

KEEPER = "organisatie met een register"


def register_findings(contents: Contents) -> Iterator[Finding]:
    """Everything in which the files of the agencies do not agree."""
    keepers = {
        organisation.code: organisation.register_kind
        for organisation in contents.organisations
        if organisation.register_kind
    }
    yield from repeats(("register",), contents.registers)
    for index, register in enumerate(contents.registers):
        code = register.agency.code
        if code not in keepers:
            path = ("register", index, "agency", "code")
            yield unknown(path, code, KEEPER, known=keepers, lacking_in=("organisation",))
        yield from _register(contents, register, ("register", index), keepers.get(code))
    yield from _without_file(contents)


def _without_file(contents: Contents) -> Iterator[Finding]:
    codes = {register.agency.code for register in contents.registers}
    for index, organisation in enumerate(contents.organisations):
        keeps = organisation.register_kind and organisation.kind is OrganisationKind.AGENCY
        if keeps and organisation.code not in codes:
            yield Finding(
                ("organisation", index, "register"),
                f"‘{organisation.code}’ houdt een register bij maar heeft nog geen eigen bestand; maak "
                f'{organisation.code.lower()}.toml met daarin [agency] code = "{organisation.code}".',
                lacking_in=("register",),
                word=organisation.code,
            )


def _register(
    contents: Contents, register: Register, path: Path, kind: RegisterKind | None
) -> Iterator[Finding]:
    for vocabulary in Vocabulary:
        words = register.words(vocabulary)
        yield from _own_words(words, (*path, vocabulary.value))
        yield from _translations(contents, words, (*path, vocabulary.value), kind)
    yield from repeats((*path, "term"), register.terms)
    yield from _profiles(register.profiles, (*path, "profile"), register.agency.code)
    for index, profile in enumerate(register.profiles):
        place = (*path, "profile", index)
        yield from _layout(profile, place, ROW_FIELDS[kind] if kind else ())
        yield from _delivery(contents, profile, place, kind)


def _own_words(words: Sequence[OwnWord], path: Path) -> Iterator[Finding]:
    holders: dict[str, str] = {}
    for index, own in enumerate(words):
        keys: list[Path] = [("word",), *(("also", n) for n in range(len(own.also)))]
        for key, spelling in zip(keys, own.spellings, strict=True):
            if fold(spelling) in holders:
                yield Finding(
                    (*path, index, *key),
                    f"‘{spelling}’ staat al bij ‘{holders[fold(spelling)]}’; "
                    "een eigen woord heeft maar één vertaling.",
                )
            holders.setdefault(fold(spelling), own.word)


def _translations(
    contents: Contents, words: Sequence[OwnWord], path: Path, kind: RegisterKind | None
) -> Iterator[Finding]:
    vocabulary = Vocabulary(str(path[-1]))
    # Of a code that stands there twice, which is told elsewhere, the first counts.
    shared = {word.code: word for word in reversed(contents.shared.words(vocabulary))}
    for index, own in enumerate(words):
        place = (*path, index, "shared")
        if own.shared is None:
            continue
        if own.shared not in shared:
            noun = f"gedeelde {vocabulary.label}"
            yield unknown(place, own.shared, noun, known=shared, lacking_in=("shared", vocabulary.value))
        elif kind and kind not in shared[own.shared].registers:
            sentence = f"‘{own.shared}’ is geen {vocabulary.label} voor een register van {kind.label}."
            yield Finding(place, sentence)


def _profiles(profiles: Sequence[Profile], path: Path, owner: str) -> Iterator[Finding]:
    yield from repeats(path, profiles)
    defaults = [index for index, profile in enumerate(profiles) if profile.default]
    for index in defaults[1:]:
        first = profiles[defaults[0]].code
        sentence = f"‘{first}’ is al het standaardprofiel van {owner}; er kan er maar één zijn."
        yield Finding((*path, index, "default"), sentence)
    if not defaults:
        sentence = f"{owner} heeft geen standaardprofiel; zet bij één [[profile]] default = true."
        yield Finding(path, sentence, lacking_in=path)


def _layout(profile: Profile, path: Path, fields: Iterable[str]) -> Iterator[Finding]:
    """Fields exist, are filled in one way, and every column is named once."""
    known = tuple(fields)
    for table in ("columns", "fixed"):
        for field in getattr(profile, table):
            if known and field not in known:
                yield unknown((*path, table, field), field, "veld", known=known)
    for field in sorted(profile.fixed.keys() & profile.columns.keys()):
        sentence = f"‘{field}’ komt al uit kolom ‘{profile.columns[field]}’; kies kolom of vaste waarde."
        yield Finding((*path, "fixed", field), sentence)
    yield from _columns_demanded(profile, path)
    yield from _columns_named_twice(profile, path)


def _columns_demanded(profile: Profile, path: Path) -> Iterator[Finding]:
    """Only a column that the profile reads can be demanded."""
    columns = {fold(column) for column in profile.expected}
    named: list[tuple[Path, str]] = [
        ((*path, "required", n), column) for n, column in enumerate(profile.required)
    ]
    for n, group in enumerate(profile.one_of):
        named += [((*path, "one_of", n, m), column) for m, column in enumerate(group)]
    for place, column in named:
        if fold(column) not in columns:
            yield unknown(place, column, "kolom van dit profiel", known=profile.expected)


def _columns_named_twice(profile: Profile, path: Path) -> Iterator[Finding]:
    named = [("columns", field, column) for field, column in profile.columns.items()]
    if isinstance(profile, DeliveryProfile):
        named += [("markers", marker, column) for marker, column in profile.markers.items()]
    holders: dict[str, str] = {}
    for table, field, column in named:
        if fold(column) in holders:
            sentence = f"kolom ‘{column}’ is al de kolom van {holders[fold(column)]}."
            yield Finding((*path, table, field), sentence)
        holders.setdefault(fold(column), field)


def _delivery(
    contents: Contents, profile: DeliveryProfile, path: Path, kind: RegisterKind | None
) -> Iterator[Finding]:
    if KEY not in profile.columns:
        sentence = 'er is geen kolom voor de sleutel van de organisatie; voeg toe: key = "…".'
        yield Finding((*path, "columns"), sentence)
    markers = {marker.code: marker for marker in contents.shared.markers}
    for code in profile.markers:
        place = (*path, "markers", code)
        if code not in markers:
            yield unknown(place, code, "markering", known=markers, lacking_in=("shared", "marker"))
        elif kind and kind not in markers[code].registers:
            yield Finding(place, f"‘{code}’ is geen markering voor een register van {kind.label}.")


def place_findings(contents: Contents) -> Iterator[Finding]:
    """Everything in which the layouts of the address reference do not agree."""
    path = ("places", "profile")
    yield from _profiles(contents.places.profiles, path, "het adressenbestand")
    for index, profile in enumerate(contents.places.profiles):
        yield from _layout(profile, (*path, index), PLACE_FIELDS)
