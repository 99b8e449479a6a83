"""Who takes part in a chain, and in which municipalities and towns."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from loopplank.chain.blocks import Code, Coded, Codes, Day, Flag, Item, Letter, Name, Names, Text
from loopplank.chain.fields import RegisterKind


class OrganisationKind(StrEnum):
    """What an organisation is in the chain."""

    AGENCY = "agency"
    MUNICIPALITY = "municipality"
    TEAM = "team"
    COMMISSION = "commission"
    PROVINCE = "province"
    GUEST = "guest"
    MINISTRY = "ministry"


class Holiday(Item):
    """A day that a royal decree treats as a holiday (Algemene termijnenwet, article 3(3))."""

    identity_key = ("on",)

    on: Day = Field(title="dag")
    name: Name = Field(title="naam")
    source: Text = Field(title="bron")

    @property
    def identity(self) -> str:
        return self.on.isoformat()

    @property
    def caption(self) -> str:
        return self.name


class Organisation(Coded):
    """Who takes part; an agency that keeps a register also has a file of its own."""

    name: Name = Field(title="naam")
    short_name: Name = Field(title="korte naam")
    kind: OrganisationKind = Field(title="soort")
    register_kind: RegisterKind | None = Field(default=None, alias="register", title="register")
    slot: Letter | None = Field(default=None, title="kleur en vorm")
    municipality: Code | None = Field(default=None, title="gemeentecode")
    role: Text = Field(title="rol")
    source: Text = Field(title="bron")

    @property
    def caption(self) -> str:
        return self.name


class Municipality(Coded):
    """A municipality of now or of earlier; ``programme`` says that it has a reinforcement programme."""

    name: Name = Field(title="naam")
    aliases: Names = Field(default=(), title="ook geschreven als")
    programme: Flag = Field(default=False, title="programmagemeente")
    source: Text | None = Field(default=None, title="bron")

    @property
    def caption(self) -> str:
        return self.name


class Merger(Item):
    """From a day on, the territory of some municipalities belongs to others; several when it was split."""

    identity_key = ("from",)

    on: Day = Field(title="dag")
    from_codes: Annotated[Codes, Field(min_length=1)] = Field(alias="from", title="van")
    into_codes: Annotated[Codes, Field(min_length=1)] = Field(alias="into", title="naar")
    source: Text = Field(title="bron")

    @property
    def identity(self) -> str:
        return f"{self.on.isoformat()} {' '.join(sorted(self.from_codes))}"

    @property
    def caption(self) -> str:
        return f"{', '.join(self.from_codes)} naar {', '.join(self.into_codes)}"


class Towns(Item):
    """The towns of one municipality, and how else people write some of them."""

    identity_key = ("municipality",)

    municipality: Code = Field(title="gemeente")
    names: Names = Field(title="woonplaats")
    spellings: dict[str, Names] = Field(default={}, title="schrijfwijze van")

    @property
    def identity(self) -> str:
        return self.municipality

    @property
    def caption(self) -> str:
        return f"{len(self.names)} woonplaatsen"
