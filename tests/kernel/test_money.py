from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loopplank.kernel.money import Euro, total
from loopplank.kernel.refused import Refused

amounts = st.decimals(min_value=-(10**9), max_value=10**9, places=2).map(Euro)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1.234,56", "1234.56"),
        ("€ 1234,5", "1234.50"),
        ("1234.56", "1234.56"),
        ("61.250", "61250"),
        ("1.000.000", "1000000"),
        ("-42,75", "-42.75"),
        ("0", "0"),
    ],
)
def test_amounts_are_read_as_people_type_them(text, amount):
    assert Euro.read(text) == Euro(Decimal(amount))


@pytest.mark.parametrize("text", ["", "twaalf", "1,2345", "12,34,56", "NaN", "Infinity", "1e400"])
def test_what_is_no_amount_is_refused_in_a_sentence(text):
    with pytest.raises(Refused, match="geen bedrag"):
        Euro.read(text)


def test_a_float_is_never_money():
    with pytest.raises(TypeError):
        Euro(0.1)
    with pytest.raises(TypeError):
        Euro(1) * 0.1


@pytest.mark.parametrize(
    ("amount", "text"), [(61250, "€\u00a061.250"), ("61250.5", "€\u00a061.250,50"), (-3, "€\u00a0-3")]
)
def test_money_reads_in_dutch(amount, text):
    assert str(Euro(amount)) == text


@given(amounts)
def test_what_is_shown_can_be_read_back(amount):
    assert Euro.read(str(amount)) == amount


@given(st.lists(amounts))
def test_a_sum_closes_to_the_cent(parts):
    assert total(parts).amount == sum((part.amount for part in parts), Decimal(0))


def test_half_a_cent_rounds_up():
    assert Euro("0.01") * Decimal("0.5") == Euro("0.01")
