"""Statutory terms: a last day is never a weekend or a holiday (Algemene termijnenwet).

Article 1: a term that would end on a Saturday, Sunday or generally recognised holiday is extended to
the next day that is none of these. Article 2: a term of at least three days holds at least two days
that are none of these. Article 4: neither holds for terms in hours, or of more than ninety days,
twelve weeks, three months, or in years.
"""

from __future__ import annotations

import calendar
import functools
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

DAY = timedelta(days=1)
SATURDAY = 5
SUNDAY = 6
KINGS_DAY_SINCE = 2014
SHORTEST_TERM_WITH_WORKING_DAYS = 3


class Unit(StrEnum):
    """In what a term is counted."""

    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


# Article 4a: the longest term that still rolls, in its own unit; hours and years never do.
LONGEST_ROLLING = {Unit.HOURS: 0, Unit.DAYS: 90, Unit.WEEKS: 12, Unit.MONTHS: 3, Unit.YEARS: 0}


@dataclass(frozen=True, slots=True)
class Term:
    """A length of time that a law or an agreement sets, such as eight weeks or 48 hours."""

    length: int
    unit: Unit

    @property
    def rolls(self) -> bool:
        """Whether articles 1 and 2 hold for this term (article 4)."""
        return self.length <= LONGEST_ROLLING[self.unit]


def easter_sunday(year: int) -> date:
    """Western Easter Sunday of a year of the Gregorian calendar (the anonymous Gregorian computus)."""
    golden = year % 19
    century, year_of_century = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    moon_correction = (8 * century + 13) // 25
    epact = (19 * golden + century - leap_centuries - moon_correction + 15) % 30
    leap_years, year_rest = divmod(year_of_century, 4)
    weekday = (32 + 2 * century_rest + 2 * leap_years - epact - year_rest) % 7
    late = (golden + 11 * epact + 19 * weekday) // 433
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def kings_day(year: int) -> date:
    """The day on which the monarch's birthday is celebrated: never a Sunday."""
    celebrated = date(year, 4, 27) if year >= KINGS_DAY_SINCE else date(year, 4, 30)
    return celebrated - DAY if celebrated.weekday() == SUNDAY else celebrated


@functools.cache
def holidays(year: int) -> frozenset[date]:
    """The generally recognised holidays of a year (article 3; its second paragraph adds Good Friday)."""
    easter = easter_sunday(year)
    fixed = {date(year, 1, 1), date(year, 5, 5), date(year, 12, 25), date(year, 12, 26), kings_day(year)}
    good_friday, easter_monday, ascension, whit_monday = (easter + days * DAY for days in (-2, 1, 39, 50))
    return frozenset(fixed | {good_friday, easter_monday, ascension, whit_monday})


def is_free(day: date, also_free: Collection[date] = ()) -> bool:
    """Whether a day is a Saturday, a Sunday, a holiday, or named by royal decree (article 3(3))."""
    return day.weekday() >= SATURDAY or day in holidays(day.year) or day in also_free


def last_day(first: date, term: Term, also_free: Collection[date] = ()) -> date:
    """The last day of a term that begins the day after ``first``, the day of the event.

    Args:
        first: the day of the event, which does not count itself.
        term: how long; in hours see :func:`last_moment`.
        also_free: days that a royal decree treats as holidays.

    Raises:
        ValueError: for a term in hours, which ends at a moment and not on a day.
    """
    end = _count(first, term)
    if not term.rolls:
        return end
    working_days_wanted = 2 if (end - first).days >= SHORTEST_TERM_WITH_WORKING_DAYS else 0
    while is_free(end, also_free) or _working_days(first, end, also_free) < working_days_wanted:
        end += DAY
    return end


def last_moment(start: datetime, term: Term) -> datetime:
    """The moment on which a term in hours ends; it runs on through weekends and holidays (article 4).

    Raises:
        ValueError: for a term that is not in hours, or for a moment without a time zone.
    """
    if term.unit is not Unit.HOURS or start.tzinfo is None:
        raise ValueError("A moment ends a term in hours, counted from a moment with a time zone.")
    # Counted on the absolute clock: 48 hours over a change to summer time are still 48 hours.
    return (start.astimezone(UTC) + timedelta(hours=term.length)).astimezone(start.tzinfo)


def _count(first: date, term: Term) -> date:
    match term.unit:
        case Unit.DAYS:
            return first + timedelta(days=term.length)
        case Unit.WEEKS:
            return first + timedelta(weeks=term.length)
        case Unit.MONTHS:
            return _months_later(first, term.length)
        case Unit.YEARS:
            return _months_later(first, 12 * term.length)
    raise ValueError("A term in hours ends at a moment: use last_moment.")


def _months_later(day: date, months: int) -> date:
    """The same day of the month so many months later, or the month's last day where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _working_days(first: date, end: date, also_free: Collection[date]) -> int:
    days = (first + n * DAY for n in range(1, (end - first).days + 1))
    return sum(not is_free(day, also_free) for day in days)
