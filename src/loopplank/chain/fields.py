"""The words of the house for what a delivered row holds; a profile ties them to an agency's columns."""

from __future__ import annotations

from enum import StrEnum


class RegisterKind(StrEnum):
    """Which of the two kinds of register an agency keeps."""

    REINFORCEMENT = "reinforcement"
    DAMAGE = "damage"

    @property
    def label(self) -> str:
        """What people read."""
        return {RegisterKind.REINFORCEMENT: "versterking", RegisterKind.DAMAGE: "schade"}[self]


class Vocabulary(StrEnum):
    """The kinds of own words that an agency has and that are translated to shared ones."""

    PHASE = "phase"
    DECISION_TYPE = "decision_type"
    SURVEY_KIND = "survey_kind"
    SCHEME = "scheme"

    @property
    def label(self) -> str:
        """What people read, in the singular."""
        return {
            Vocabulary.PHASE: "fase",
            Vocabulary.DECISION_TYPE: "besluitsoort",
            Vocabulary.SURVEY_KIND: "opnamesoort",
            Vocabulary.SCHEME: "regeling",
        }[self]


KEY = "key"
ADDRESS_PARTS = ("street", "number", "letter", "addition", "postcode", "town")

# Markers are not in these lists: which there are, is data of the chain.
ROW_FIELDS = {
    RegisterKind.REINFORCEMENT: (
        KEY,
        "bag_id",
        *ADDRESS_PARTS,
        "municipality",
        "phase",
        "phase_on",
        "programme",
        "owner_kind",
    ),
    RegisterKind.DAMAGE: (
        KEY,
        "bag_id",
        "address_line",
        *ADDRESS_PARTS,
        "scheme",
        "phase",
        "received_on",
        "decided_on",
        # Of the applicant's correspondence address, not of the damaged object: never join on it.
        "correspondence_municipality",
    ),
}

PLACE_FIELDS = (
    "designation_id",
    "unit_id",
    "building_id",
    *ADDRESS_PARTS,
    "municipality",
    "status",
    "valid_from",
    "valid_until",
    "lon",
    "lat",
)

DATE_FIELDS = frozenset({"phase_on", "received_on", "decided_on", "valid_from", "valid_until"})
