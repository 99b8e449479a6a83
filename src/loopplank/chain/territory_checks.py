"""What must agree between municipalities, mergers and towns."""

from __future__ import annotations

from collections.abc import Iterator

from loopplank.chain.contents import Contents
from loopplank.chain.findings import Finding, Path, repeats, unknown
from loopplank.chain.organisations import Merger, Towns
from loopplank.chain.wording import fold_name

NOUN = "gemeente van deze keten"


def territory_findings(contents: Contents) -> Iterator[Finding]:
    """Everything in which municipalities, mergers and towns do not agree."""
    yield from repeats(("municipality",), contents.municipalities)
    yield from _names(contents)
    yield from _mergers(contents)
    yield from _programme(contents)
    yield from repeats(("towns",), contents.towns)
    for index, towns in enumerate(contents.towns):
        yield from _towns(contents, towns, ("towns", index))


def _names(contents: Contents) -> Iterator[Finding]:
    """A name or code means one municipality, else a delivered row could belong to two."""
    holders: dict[str, str] = {}
    for index, municipality in enumerate(contents.municipalities):
        path: Path = ("municipality", index)
        names: list[tuple[Path, str]] = [((*path, "code"), municipality.code)]
        names.append(((*path, "name"), municipality.name))
        names += [((*path, "aliases", n), alias) for n, alias in enumerate(municipality.aliases)]
        for place, name in names:
            holder = holders.setdefault(fold_name(name), municipality.code)
            if holder != municipality.code:
                yield Finding(place, f"‘{name}’ is al een naam van {holder}.")


def _mergers(contents: Contents) -> Iterator[Finding]:
    codes = [municipality.code for municipality in contents.municipalities]
    ended: dict[str, str] = {}
    for index, merger in enumerate(contents.mergers):
        named = [("from", n, code) for n, code in enumerate(merger.from_codes)]
        named += [("into", n, code) for n, code in enumerate(merger.into_codes)]
        for key, n, code in named:
            path = ("merger", index, key, n)
            if code not in codes:
                yield unknown(path, code, NOUN, known=codes, lacking_in=("municipality",))
            if key == "from" and code in ended:
                yield Finding(path, f"‘{code}’ was al opgeheven per {ended[code]}.")
            if key == "from":
                ended.setdefault(code, f"{merger.on:%d-%m-%Y}")
    circles = list(_circles(contents.mergers))
    yield from circles or _too_late(contents.mergers)


def _too_late(mergers: tuple[Merger, ...]) -> Iterator[Finding]:
    """Territory goes to a municipality that still exists on that day."""
    ends = {code: merger.on for merger in mergers for code in merger.from_codes}
    for index, merger in enumerate(mergers):
        for n, code in enumerate(merger.into_codes):
            if code in ends and ends[code] <= merger.on:
                sentence = f"‘{code}’ was op {merger.on:%d-%m-%Y} al opgeheven."
                yield Finding(("merger", index, "into", n), sentence)


def _circles(mergers: tuple[Merger, ...]) -> Iterator[Finding]:
    """Following the mergers of a municipality must end somewhere."""
    into = {code: merger.into_codes for merger in mergers for code in merger.from_codes}
    told: set[frozenset[str]] = set()
    for index, merger in enumerate(mergers):
        for n, code in enumerate(merger.from_codes):
            circle = _circle(code, into)
            if circle and frozenset(circle) not in told:
                told.add(frozenset(circle))
                way = " → ".join((*circle, code))
                yield Finding(("merger", index, "from", n), f"deze herindelingen lopen in een kring: {way}.")


def _circle(start: str, into: dict[str, tuple[str, ...]]) -> tuple[str, ...] | None:
    """The way along mergers from a code back to itself, if there is one."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for code in into.get(way[-1], ()):
            if code == start:
                return way
            if code not in seen:
                seen.add(code)
                ways.append((*way, code))
    return None


def _programme(contents: Contents) -> Iterator[Finding]:
    ended = {code for merger in contents.mergers for code in merger.from_codes}
    for index, municipality in enumerate(contents.municipalities):
        if municipality.programme and municipality.code in ended:
            yield Finding(
                ("municipality", index, "programme"),
                f"‘{municipality.name}’ is opgeheven en kan geen programmagemeente zijn.",
            )


def _towns(contents: Contents, towns: Towns, path: Path) -> Iterator[Finding]:
    codes = [municipality.code for municipality in contents.municipalities]
    ended = {code for merger in contents.mergers for code in merger.from_codes}
    if towns.municipality not in codes:
        place = (*path, "municipality")
        yield unknown(place, towns.municipality, NOUN, known=codes, lacking_in=("municipality",))
    elif towns.municipality in ended:
        yield Finding(
            (*path, "municipality"),
            f"‘{towns.municipality}’ is opgeheven; zet de woonplaatsen bij de gemeente van nu.",
        )
    holders = {fold_name(name): name for name in towns.names}
    for town, spellings in towns.spellings.items():
        if town not in towns.names:
            place = (*path, "spellings", town)
            yield unknown(place, town, "woonplaats in names", known=towns.names, lacking_in=(*path, "names"))
        for n, spelling in enumerate(spellings):
            if holders.setdefault(fold_name(spelling), town) != town:
                sentence = f"‘{spelling}’ is in deze gemeente al een naam van {holders[fold_name(spelling)]}."
                yield Finding((*path, "spellings", town, n), sentence)
