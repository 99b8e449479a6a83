"""The one who acts: a person or a job, with an organisation and rights. Nobody never acts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from loopplank.access.may import May


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, on behalf of which organisation, and what they may do.

    Attributes:
        code: ``account:7`` or ``job:overlap find``; what the trail and the database walls use.
        organisation: the organisation's code; empty for a job of the house itself.
    """

    code: str
    name: str
    organisation: str
    may: frozenset[May]

    @classmethod
    def job(cls, name: str, may: Iterable[May], organisation: str = "") -> Actor:
        """A named job, such as a command, with just the rights that it needs."""
        return cls(f"job:{name}", name, organisation, frozenset(may))
