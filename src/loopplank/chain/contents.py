"""What a chain is called, when an overlap is one, and all blocks of a chain that refer to one another."""

from __future__ import annotations

from pydantic import Field

from loopplank.chain.blocks import Block, Code, Day, Flag, Item, Name, Text
from loopplank.chain.organisations import Holiday, Merger, Municipality, Organisation, Towns
from loopplank.chain.registers import Places, Register, Shared


class LegalOverlap(Block):
    """Which conditions together make an overlap one in the sense of the law."""

    word: Name = Field(title="woord")
    definition: Text = Field(title="omschrijving")
    first_in_programme: Flag = Field(title="eerste staat in een programma")
    second_undecided: Flag = Field(title="tweede is nog niet beslist")
    in_programme_municipality: Flag = Field(title="in een programmagemeente")
    source: Text = Field(title="bron")


class FactualOverlap(Block):
    """What an overlap is when the law's conditions are left aside."""

    word: Name = Field(title="woord")
    definition: Text = Field(title="omschrijving")
    source: Text = Field(title="bron")


class Overlap(Item):
    """Which two registers meet, and when that is an overlap."""

    identity_key = ("first",)

    first: Code = Field(title="eerste register")
    second: Code = Field(title="tweede register")
    legal: LegalOverlap = Field(title="wettelijk")
    factual: FactualOverlap = Field(title="feitelijk")

    @property
    def identity(self) -> str:
        return f"{self.first} en {self.second}"


class About(Block):
    """What a chain is called, and from when on it has dates."""

    code: Code = Field(title="code")
    name: Name = Field(title="naam")
    description: Text = Field(title="omschrijving")
    # A delivered date before this one is a mistake.
    earliest_date: Day = Field(title="vroegste datum")
    earliest_date_source: Text = Field(title="bron van de vroegste datum")


class Contents(Block):
    """All blocks that refer to one another; each may still be empty."""

    holidays: tuple[Holiday, ...] = Field(default=(), alias="holiday", title="extra feestdag")
    organisations: tuple[Organisation, ...] = Field(default=(), alias="organisation", title="organisatie")
    municipalities: tuple[Municipality, ...] = Field(default=(), alias="municipality", title="gemeente")
    mergers: tuple[Merger, ...] = Field(default=(), alias="merger", title="herindeling")
    towns: tuple[Towns, ...] = Field(default=(), title="woonplaatsen van")
    shared: Shared = Field(default=Shared(), title="gedeeld")
    registers: tuple[Register, ...] = Field(default=(), alias="register", title="register")
    places: Places = Field(default=Places(), title="adressen")
    overlaps: tuple[Overlap, ...] = Field(default=(), alias="overlap", title="samenloop")
