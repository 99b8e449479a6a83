from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loopplank.kernel.terms import (
    Term,
    Unit,
    easter_sunday,
    holidays,
    is_free,
    kings_day,
    last_day,
    last_moment,
)

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@pytest.mark.parametrize(
    ("year", "day"),
    [(1961, (4, 2)), (2000, (4, 23)), (2008, (3, 23)), (2019, (4, 21)), (2026, (4, 5)), (2038, (4, 25))],
)
def test_easter(year, day):
    assert easter_sunday(year) == date(year, *day)


def test_the_holidays_of_2026():
    assert sorted(holidays(2026)) == [
        date(2026, 1, 1),
        date(2026, 4, 3),
        date(2026, 4, 6),
        date(2026, 4, 27),
        date(2026, 5, 5),
        date(2026, 5, 14),
        date(2026, 5, 25),
        date(2026, 12, 25),
        date(2026, 12, 26),
    ]


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2013, date(2013, 4, 30)),
        (2006, date(2006, 4, 29)),
        (2014, date(2014, 4, 26)),
        (2026, date(2026, 4, 27)),
    ],
)
def test_the_monarchs_day_is_never_a_sunday(year, day):
    assert kings_day(year) == day


@pytest.mark.parametrize(
    ("first", "term", "end"),
    [
        # 2026-11-23 is a Monday.
        (date(2026, 11, 23), Term(1, Unit.WEEKS), date(2026, 11, 30)),
        # ends on a Saturday: Monday
        (date(2026, 11, 14), Term(2, Unit.WEEKS), date(2026, 11, 30)),
        # ends on Good Friday 2026: over Easter to Tuesday
        (date(2026, 3, 20), Term(2, Unit.WEEKS), date(2026, 4, 7)),
        # fifty-six days end on Christmas Day, a Friday, then Boxing Day and a Sunday
        (date(2026, 10, 30), Term(56, Unit.DAYS), date(2026, 12, 28)),
        # three days from the Thursday before Easter hold no working day until Wednesday (article 2)
        (date(2026, 4, 2), Term(3, Unit.DAYS), date(2026, 4, 8)),
        # two days need no two working days: Friday to Sunday becomes Monday
        (date(2026, 11, 20), Term(2, Unit.DAYS), date(2026, 11, 23)),
        # longer than ninety days, twelve weeks or three months, or in years: no rolling (article 4)
        (date(2026, 11, 28), Term(13, Unit.WEEKS), date(2027, 2, 27)),
        (date(2026, 1, 31), Term(1, Unit.YEARS), date(2027, 1, 31)),
        (date(2026, 1, 31), Term(1, Unit.MONTHS), date(2026, 3, 2)),
    ],
)
def test_the_last_day_of_a_term(first, term, end):
    assert last_day(first, term) == end


def test_a_day_named_by_royal_decree_counts_as_a_holiday():
    bridge = date(2026, 5, 15)

    assert last_day(date(2026, 5, 8), Term(1, Unit.WEEKS)) == bridge
    assert last_day(date(2026, 5, 8), Term(1, Unit.WEEKS), also_free={bridge}) == date(2026, 5, 18)


@given(st.dates(date(2015, 1, 1), date(2040, 1, 1)), st.integers(1, 90))
def test_a_rolled_term_ends_on_a_working_day_and_never_early(first, length):
    end = last_day(first, Term(length, Unit.DAYS))

    assert end >= first + timedelta(days=length)
    assert not is_free(end)
    assert all(is_free(end - timedelta(days=n)) for n in range(1, (end - first).days - max(length, 5)))


def test_hours_run_on_through_the_weekend():
    friday = datetime(2026, 11, 20, 16, 30, tzinfo=AMSTERDAM)

    assert last_moment(friday, Term(48, Unit.HOURS)) == datetime(2026, 11, 22, 16, 30, tzinfo=AMSTERDAM)


def test_hours_are_counted_on_the_absolute_clock():
    before_summer_time = datetime(2026, 3, 28, 12, 0, tzinfo=AMSTERDAM)

    end = last_moment(before_summer_time, Term(48, Unit.HOURS))

    assert end - before_summer_time.astimezone(UTC) == timedelta(hours=48)
    assert (end.day, end.hour) == (30, 13)


def test_a_term_in_hours_has_no_last_day_and_a_naive_moment_no_end():
    with pytest.raises(ValueError, match="last_moment"):
        last_day(date(2026, 1, 1), Term(48, Unit.HOURS))
    with pytest.raises(ValueError, match="time zone"):
        last_moment(datetime(2026, 1, 1), Term(48, Unit.HOURS))  # noqa: DTZ001 - the naive moment is the point
