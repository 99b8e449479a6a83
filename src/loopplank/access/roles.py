"""The roles a person can have, each with its rights: a privacy officer can read this page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from loopplank.access.may import May


class Role(StrEnum):
    """What someone is employed for; one per account."""

    DATA_WORKER = "data_worker"
    CASE_WORKER = "case_worker"
    MUNICIPAL_WORKER = "municipal_worker"

    @property
    def label(self) -> str:
        """The role in Dutch."""
        return ROLES[self].label

    @property
    def may(self) -> frozenset[May]:
        """What the role allows."""
        return ROLES[self].may


class DutyKind(StrEnum):
    """Work that someone was given for a time, with a purpose; it ends, a role does not."""

    MATCH_JUDGE = "match_judge"

    @property
    def label(self) -> str:
        """The duty in Dutch."""
        return DUTIES[self].label

    @property
    def may(self) -> frozenset[May]:
        """What the duty allows while it lasts."""
        return DUTIES[self].may


@dataclass(frozen=True, slots=True)
class Allowance:
    """A label, what it is for in plain Dutch, and the rights that come with it."""

    label: str
    explanation: str
    may: frozenset[May]


ROLES = {
    Role.DATA_WORKER: Allowance(
        "Gegevensbeheerder",
        "Levert het register van de eigen organisatie aan en herstelt regels in quarantaine.",
        frozenset({May.ACCOUNT_USE, May.DELIVERY_SEE, May.ROW_MEND, May.OVERLAP_SEE}),
    ),
    Role.CASE_WORKER: Allowance(
        "Begeleider",
        "Behandelt zaken van de eigen organisatie en ziet dat een adres ook elders in behandeling is.",
        frozenset({May.ACCOUNT_USE, May.OVERLAP_SEE}),
    ),
    Role.MUNICIPAL_WORKER: Allowance(
        "Gemeentelijk medewerker",
        "Werkt voor een gemeente; ziet geen registers en geen samenloop.",
        frozenset({May.ACCOUNT_USE}),
    ),
}

DUTIES = {
    DutyKind.MATCH_JUDGE: Allowance(
        "Beoordelaar van samenloop",
        "Ziet van een mogelijk paar de adresvelden en datums uit beide registers, en verder niets.",
        frozenset({May.PAIR_JUDGE, May.OVERLAP_SEE}),
    ),
}
