"""Everything that can be allowed, and the purposes for which the house is used."""

from __future__ import annotations

from enum import StrEnum


class May(StrEnum):
    """One right, named after what a person then may do. Pages and actions each declare exactly one."""

    ACCOUNT_OPEN = "account:open"
    ACCOUNT_USE = "account:use"
    CHAIN_APPLY = "chain:apply"
    DELIVERY_SEE = "delivery:see"
    DELIVERY_TAKE_IN = "delivery:take_in"
    DUTY_GIVE = "duty:give"
    OVERLAP_FIND = "overlap:find"
    OVERLAP_SEE = "overlap:see"
    PAIR_JUDGE = "pair:judge"
    PLACES_LOAD = "places:load"
    ROW_MEND = "row:mend"

    @property
    def label(self) -> str:
        """What the right allows, in Dutch."""
        return MAY_LABELS[self]


MAY_LABELS = {
    May.ACCOUNT_OPEN: "accounts openen",
    May.ACCOUNT_USE: "het eigen account gebruiken",
    May.CHAIN_APPLY: "een ketendefinitie toepassen",
    May.DELIVERY_SEE: "leveringen van de eigen organisatie zien",
    May.DELIVERY_TAKE_IN: "een registerlevering innemen",
    May.DUTY_GIVE: "een taak toedelen",
    May.OVERLAP_FIND: "samenloop zoeken",
    May.OVERLAP_SEE: "samenloop van de eigen organisatie zien",
    May.PAIR_JUDGE: "een mogelijke samenloop beoordelen",
    May.PLACES_LOAD: "het adresregister laden",
    May.ROW_MEND: "een regel in quarantaine herstellen",
}


class Purpose(StrEnum):
    """What a page or a job is used for; it is set in the database beside the actor, and traced."""

    ADMINISTRATION = "beheer"
    DELIVERY = "registerlevering"
    OVERLAP = "samenloop vaststellen"
    JUDGING = "samenloop beoordelen"
    OWN_ACCOUNT = "eigen account"
