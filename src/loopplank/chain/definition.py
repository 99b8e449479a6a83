"""A whole chain: all its blocks, in agreement with one another, and what others ask of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Self, TypeVar

from pydantic import model_validator

from loopplank.chain.canonical import canonical
from loopplank.chain.checks import find_all
from loopplank.chain.contents import About, Contents
from loopplank.chain.fields import RegisterKind, Vocabulary
from loopplank.chain.findings import DisagreementError
from loopplank.chain.organisations import Organisation
from loopplank.chain.registers import DeliveryProfile, OwnWord, Profile, Register
from loopplank.chain.territory import Territory, Town
from loopplank.chain.wording import did_you_mean, fold
from loopplank.kernel.refused import Refused

Layout = TypeVar("Layout", bound=Profile)


@dataclass(frozen=True, slots=True)
class Unmapped:
    """An agency's word without a shared one; without a reason the chain does not know it at all."""

    word: str
    reason: str | None = None


class Chain(Contents, About):
    """The definition of a chain; frozen, and only made when everything in it agrees.

    The order of blocks means nothing: two chains that differ in order or layout only are the same
    chain, with the same hash.
    """

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        if findings := find_all(self):
            raise DisagreementError(findings)
        return self

    def canonical_json(self) -> str:
        """The chain as one text that ``Chain.model_validate_json`` reads back; equal for equal chains."""
        return json.dumps(canonical(self), ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @cached_property
    def content_hash(self) -> str:
        """The SHA-256 of the content, as 64 hexadecimal digits; files' layout and order do not matter."""
        return hashlib.sha256(self.canonical_json().encode()).hexdigest()

    @cached_property
    def extra_holidays(self) -> frozenset[date]:
        """The days to give to ``kernel.terms`` as ``also_free``."""
        return frozenset(holiday.on for holiday in self.holidays)

    def organisation(self, code: str) -> Organisation:
        """The organisation with this code, whatever its capitals.

        Raises:
            Refused: when the chain has no such organisation.
        """
        for organisation in self.organisations:
            if fold(organisation.code) == fold(code):
                return organisation
        known = [organisation.code for organisation in self.organisations]
        raise Refused(f"‘{code}’ is geen organisatie in de keten {self.name}{did_you_mean(code, known)}")

    def agency(self, code: str) -> Register:
        """What an agency's own file says: its words, terms and profiles.

        Raises:
            Refused: when no organisation with this code keeps a register in this chain.
        """
        for register in self.registers:
            if fold(register.agency.code) == fold(code):
                return register
        known = [register.agency.code for register in self.registers]
        raise Refused(f"‘{code}’ houdt in de keten {self.name} geen register bij{did_you_mean(code, known)}")

    def register_kind(self, agency: str) -> RegisterKind:
        """Which kind of register an agency keeps.

        Raises:
            Refused: when it keeps none.
        """
        kind = self.organisation(self.agency(agency).agency.code).register_kind
        if kind is None:
            raise Refused(f"‘{agency}’ houdt in de keten {self.name} geen register bij.")
        return kind

    def profile(self, agency: str, name: str | None = None) -> DeliveryProfile:
        """An agency's delivery profile of this name; without a name its default profile.

        Raises:
            Refused: when the agency or the profile does not exist.
        """
        register = self.agency(agency)
        return _pick(register.profiles, name, register.agency.code)

    def places_profile(self, name: str | None = None) -> Profile:
        """The layout of this name for the address reference; without a name the default one.

        Raises:
            Refused: when it does not exist.
        """
        return _pick(self.places.profiles, name, "het adressenbestand")

    def translate(self, agency: str, vocabulary: Vocabulary, own_word: str) -> str | None:
        """The code of the shared word for an agency's own word; None when there is none.

        Capitals and spaces do not matter; nothing else is guessed.

        Raises:
            Refused: when the agency keeps no register.
        """
        own = self._own_word(agency, vocabulary, own_word)
        return own.shared if own else None

    def unmapped(self, agency: str, vocabulary: Vocabulary, words: Iterable[str]) -> tuple[Unmapped, ...]:
        """Those of some own words that have no shared one, each once, in the order given.

        Raises:
            Refused: when the agency keeps no register.
        """
        found: dict[str, Unmapped] = {}
        for word in words:
            own = self._own_word(agency, vocabulary, word)
            if own is None or own.shared is None:
                found.setdefault(fold(word), Unmapped(word, own.reason if own else None))
        return tuple(found.values())

    def current_municipalities(self, word: str) -> tuple[str, ...]:
        """The codes of today for a municipality's name or code of any time.

        One code as a rule; several when the municipality was split; none when the word is unknown.
        """
        return self._territory.current(word)

    def municipalities_on(self, word: str, day: date) -> tuple[str, ...]:
        """The codes that, on a day, held the territory that a municipality's name or code stands for."""
        return self._territory.on(word, day)

    def towns_called(self, word: str) -> tuple[Town, ...]:
        """The towns that are written so; several when towns share a name, none for an unknown word."""
        return self._territory.towns(word)

    @cached_property
    def programme_municipalities(self) -> frozenset[str]:
        """The codes of the municipalities with a reinforcement programme."""
        return frozenset(one.code for one in self.municipalities if one.programme)

    @cached_property
    def _territory(self) -> Territory:
        return Territory(self.municipalities, self.mergers, self.towns)

    def _own_word(self, agency: str, vocabulary: Vocabulary, word: str) -> OwnWord | None:
        code = self.agency(agency).agency.code
        return self._own_words.get((code, vocabulary, fold(word)))

    @cached_property
    def _own_words(self) -> dict[tuple[str, Vocabulary, str], OwnWord]:
        return {
            (register.agency.code, vocabulary, fold(spelling)): own
            for register in self.registers
            for vocabulary in Vocabulary
            for own in register.words(vocabulary)
            for spelling in own.spellings
        }


def _pick(profiles: tuple[Layout, ...], name: str | None, owner: str) -> Layout:
    for profile in profiles:
        if profile.default if name is None else fold(profile.code) == fold(name):
            return profile
    known = [profile.code for profile in profiles]
    raise Refused(f"‘{name}’ is geen profiel van {owner}{did_you_mean(name or '', known)}")
