from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loopplank.kernel.period import Period
from loopplank.kernel.refused import Refused

days = st.dates(date(2020, 1, 1), date(2020, 2, 28))
periods = st.builds(
    lambda start, length: Period(start, start + timedelta(days=length) if length else None),
    days,
    st.integers(0, 30),
)


@given(periods, periods)
def test_periods_overlap_when_they_share_a_day(one, other):
    horizon = [date(2020, 1, 1) + timedelta(days=n) for n in range(90)]

    assert one.overlaps(other) == any(day in one and day in other for day in horizon)


def test_the_end_is_the_first_day_outside():
    period = Period(date(2026, 1, 1), date(2026, 2, 1))

    assert date(2026, 1, 31) in period
    assert date(2026, 2, 1) not in period


def test_a_period_cannot_end_before_it_begins():
    with pytest.raises(Refused, match="einddatum"):
        Period(date(2026, 2, 1), date(2026, 2, 1))


def test_a_running_period_can_be_ended_once():
    ended = Period(date(2026, 1, 1)).ended_on(date(2026, 3, 1))

    assert ended == Period(date(2026, 1, 1), date(2026, 3, 1))
    with pytest.raises(Refused):
        ended.ended_on(date(2026, 4, 1))
