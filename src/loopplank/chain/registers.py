"""The words that agencies share, their own words for them, their terms and the layout of their files."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from loopplank.chain.blocks import Block, Code, Coded, Count, Flag, Item, Name, Names, Share, Text
from loopplank.chain.fields import DATE_FIELDS, KEY, RegisterKind, Vocabulary
from loopplank.kernel.terms import Term, Unit


class SharedWord(Coded):
    """A word that all agencies of the chain understand."""

    label: Name = Field(title="naam")
    order: Count = Field(title="volgorde")
    registers: Annotated[tuple[RegisterKind, ...], Field(min_length=1)] = Field(title="register")
    source: Text | None = Field(default=None, title="bron")

    @property
    def caption(self) -> str:
        return self.label


class SharedPhase(SharedWord):
    """A step of the work; ``decided`` ends the wait for a decision, ``final`` ends the work."""

    final: Flag = Field(default=False, title="eindfase")
    decided: Flag = Field(default=False, title="besluit genomen")

    @property
    def undecided(self) -> bool:
        """Whether a decision is still to be expected in this phase."""
        return not (self.decided or self.final)


class NamedTerm(Coded):
    """A statutory or agreed term, with the law or page that sets it."""

    label: Name = Field(title="naam")
    length: Count = Field(title="lengte")
    unit: Unit = Field(title="eenheid")
    suspendable: Flag = Field(title="op te schorten")
    source: Text = Field(title="bron")

    @property
    def term(self) -> Term:
        """The term to count with."""
        return Term(self.length, self.unit)

    @property
    def caption(self) -> str:
        return self.label


class SharedTerm(NamedTerm):
    """A term of an organisation that keeps no register."""

    organisation: Code = Field(title="organisatie")


class Shared(Block):
    """What all agencies have in common."""

    phases: tuple[SharedPhase, ...] = Field(default=(), alias="phase", title="fase")
    decision_types: tuple[SharedWord, ...] = Field(default=(), alias="decision_type", title="besluitsoort")
    survey_kinds: tuple[SharedWord, ...] = Field(default=(), alias="survey_kind", title="opnamesoort")
    schemes: tuple[SharedWord, ...] = Field(default=(), alias="scheme", title="regeling")
    markers: tuple[SharedWord, ...] = Field(default=(), alias="marker", title="markering")
    terms: tuple[SharedTerm, ...] = Field(default=(), alias="term", title="termijn")

    def words(self, vocabulary: Vocabulary) -> tuple[SharedWord, ...]:
        """The shared words of one kind."""
        return {
            Vocabulary.PHASE: self.phases,
            Vocabulary.DECISION_TYPE: self.decision_types,
            Vocabulary.SURVEY_KIND: self.survey_kinds,
            Vocabulary.SCHEME: self.schemes,
        }[vocabulary]


class OwnWord(Item):
    """An agency's own word, and the shared word it is translated to; or the reason why to none."""

    identity_key = ("word",)

    word: Name = Field(title="woord")
    also: Names = Field(default=(), title="ook geschreven als")
    shared: Code | None = Field(default=None, title="gedeeld")
    reason: Text | None = Field(default=None, title="reden om niet te vertalen")
    source: Text | None = Field(default=None, title="bron")

    @model_validator(mode="after")
    def _shared_or_reason(self) -> Self:
        if (self.shared is None) == (self.reason is None):
            raise ValueError(
                "geef óf de gedeelde waarde (shared), óf de reden waarom die er niet is (reason), "
                "en niet allebei."
            )
        return self

    @property
    def spellings(self) -> tuple[str, ...]:
        """All forms in which the word occurs."""
        return (self.word, *self.also)

    @property
    def identity(self) -> str:
        return self.word

    @property
    def caption(self) -> str:
        return f"gedeeld als ‘{self.shared}’" if self.shared else f"niet gedeeld: {self.reason}"


class Profile(Coded):
    """How a file is laid out: which column holds which field, and what is the same for every row."""

    default: Flag = Field(default=False, title="standaard")
    columns: dict[str, Name] = Field(title="kolom van")
    fixed: dict[str, Name] = Field(default={}, title="vaste waarde van")
    required: Names = Field(default=(), title="verplichte kolom")
    one_of: tuple[Annotated[Names, Field(min_length=1)], ...] = Field(
        default=(), title="minstens één van deze groepen kolommen"
    )

    @property
    def caption(self) -> str:
        return f"{len(self.expected)} kolommen"

    @property
    def expected(self) -> tuple[str, ...]:
        """Every column that the file may hold, in the order of the profile."""
        return tuple(self.columns.values())

    @property
    def dates(self) -> frozenset[str]:
        """The fields of this profile that hold a date."""
        return DATE_FIELDS & self.columns.keys()


class DeliveryProfile(Profile):
    """How a delivery of an agency's register is laid out."""

    markers: dict[str, Name] = Field(default={}, title="kolom van markering")
    # The part of the open rows that one delivery may end before it stops and asks.
    max_ended_share: Share = Field(default=0.05, title="hoogste aandeel dat eindigt")

    @property
    def key_column(self) -> str:
        """The column with the agency's own key."""
        return self.columns[KEY]

    @property
    def expected(self) -> tuple[str, ...]:
        return (*self.columns.values(), *self.markers.values())


class Agency(Block):
    code: Code = Field(title="code")


class Register(Item):
    """One agency's file: its own words, its terms and the layout of its deliveries."""

    identity_key = ("agency", "code")

    agency: Agency = Field(title="organisatie")
    phases: tuple[OwnWord, ...] = Field(default=(), alias="phase", title="fase")
    decision_types: tuple[OwnWord, ...] = Field(default=(), alias="decision_type", title="besluitsoort")
    survey_kinds: tuple[OwnWord, ...] = Field(default=(), alias="survey_kind", title="opnamesoort")
    schemes: tuple[OwnWord, ...] = Field(default=(), alias="scheme", title="regeling")
    terms: tuple[NamedTerm, ...] = Field(default=(), alias="term", title="termijn")
    profiles: tuple[DeliveryProfile, ...] = Field(default=(), alias="profile", title="profiel")

    @property
    def identity(self) -> str:
        return self.agency.code

    def words(self, vocabulary: Vocabulary) -> tuple[OwnWord, ...]:
        """The agency's own words of one kind."""
        return {
            Vocabulary.PHASE: self.phases,
            Vocabulary.DECISION_TYPE: self.decision_types,
            Vocabulary.SURVEY_KIND: self.survey_kinds,
            Vocabulary.SCHEME: self.schemes,
        }[vocabulary]


class Places(Block):
    """The layouts in which the address reference may come."""

    profiles: tuple[Profile, ...] = Field(default=(), alias="profile", title="profiel")
