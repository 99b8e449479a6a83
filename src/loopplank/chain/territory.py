"""Which municipality is meant by a name or code, through mergers and splits, and by a town's name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from loopplank.chain.organisations import Merger, Municipality, Towns
from loopplank.chain.wording import fold_name


@dataclass(frozen=True, slots=True)
class Town:
    """A town, and the code of the municipality of today that it lies in."""

    name: str
    municipality: str


class Territory:
    """The municipalities and towns of a chain, by every name and code that they have or had."""

    def __init__(
        self,
        municipalities: tuple[Municipality, ...],
        mergers: tuple[Merger, ...],
        towns: tuple[Towns, ...],
    ) -> None:
        self._code_of = {fold_name(name): code for name, code in _names(municipalities)}
        self._mergers = sorted(mergers, key=lambda merger: merger.on)
        self._towns: dict[str, set[Town]] = defaultdict(set)
        for group in towns:
            for name in group.names:
                town = Town(name, group.municipality)
                for spelling in (name, *group.spellings.get(name, ())):
                    self._towns[fold_name(spelling)].add(town)

    def current(self, word: str) -> tuple[str, ...]:
        """The codes of today for a name or code of any time.

        One code as a rule; several for a municipality that was split; none for an unknown word.
        """
        return self.on(word, date.max)

    def on(self, word: str, day: date) -> tuple[str, ...]:
        """The codes that, on a day, held the territory that the word names; none for an unknown word."""
        known = self._code_of.get(fold_name(word))
        codes = [known] if known else []
        for merger in self._mergers:
            if merger.on <= day:
                codes = [new for code in codes for new in _followers(code, merger)]
        return tuple(sorted(set(codes)))

    def towns(self, word: str) -> tuple[Town, ...]:
        """The towns that are written so; several when towns share a name, none for an unknown word."""
        found = self._towns.get(fold_name(word), set())
        return tuple(sorted(found, key=lambda town: (town.municipality, town.name)))


def _names(municipalities: tuple[Municipality, ...]) -> Iterator[tuple[str, str]]:
    for municipality in municipalities:
        for name in (municipality.code, municipality.name, *municipality.aliases):
            yield name, municipality.code


def _followers(code: str, merger: Merger) -> tuple[str, ...]:
    return merger.into_codes if code in merger.from_codes else (code,)
