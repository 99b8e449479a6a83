"""A period of whole days, from a first day up to and not including an end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from loopplank.kernel.refused import Refused


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``start`` up to, not including, ``end``; without an end it lasts until further notice.

    Half-open like PostgreSQL's ``daterange``, so that periods that follow one another share no day.
    """

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            raise Refused("De einddatum moet na de begindatum liggen.")

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)

    def overlaps(self, other: Period) -> bool:
        """Whether the two periods share at least one day."""
        starts_in_time = other.end is None or self.start < other.end
        return starts_in_time and (self.end is None or other.start < self.end)

    def ended_on(self, day: date) -> Period:
        """The same period, ending before ``day``.

        Raises:
            Refused: when the period had not begun, or had ended already.
        """
        if day not in self or day == self.start:
            raise Refused("Deze periode loopt op die dag niet, dus kan zij dan niet eindigen.")
        return Period(self.start, day)
