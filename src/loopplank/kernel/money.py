"""Amounts in euros: decimals, never floats."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from loopplank.kernel.refused import Refused

CENT = Decimal("0.01")
NO_BREAK_SPACE = "\u00a0"
THOUSANDS = re.compile(r"-?\d{1,3}(\.\d{3})+")
IN_DUTCH = re.compile(r"-?(\d{1,3}(\.\d{3})+(,\d{1,2})?|\d{1,15}([.,]\d{1,2})?)", re.ASCII)


@dataclass(frozen=True, order=True, slots=True)
class Euro:
    """An amount in euros, exact to the cent.

    Made from whole euros, a ``Decimal`` or its text form; a float is a ``TypeError``, because
    0.1 + 0.2 is not 0.3.
    """

    amount: Decimal

    def __init__(self, amount: int | str | Decimal) -> None:
        if isinstance(amount, float):
            raise TypeError("Money is made from Decimal, int or text, never from a float.")
        object.__setattr__(self, "amount", Decimal(amount).quantize(CENT, rounding=ROUND_HALF_UP))

    @classmethod
    def read(cls, text: str) -> Euro:
        """Read an amount as people type it in Dutch: ``1.234,56``, ``€ 1234,5`` or ``1234.56``.

        Raises:
            Refused: when the text is not one amount of at most two decimals.
        """
        plain = text.replace("€", "").replace(NO_BREAK_SPACE, "").replace(" ", "")
        if not IN_DUTCH.fullmatch(plain):
            raise Refused(f"‘{text}’ is geen bedrag. Schrijf bijvoorbeeld 1.234,56.")
        if "," in plain or THOUSANDS.fullmatch(plain):
            plain = plain.replace(".", "").replace(",", ".")
        return cls(plain)

    def __add__(self, other: Euro) -> Euro:
        return Euro(self.amount + other.amount)

    def __sub__(self, other: Euro) -> Euro:
        return Euro(self.amount - other.amount)

    def __neg__(self) -> Euro:
        return Euro(-self.amount)

    def __mul__(self, factor: int | Decimal) -> Euro:
        """Multiply by a whole number or a ``Decimal``; a half cent rounds up, away from zero."""
        if isinstance(factor, float):
            raise TypeError("Multiply money by a Decimal or int, never by a float.")
        return Euro(self.amount * factor)

    def __str__(self) -> str:
        """As people read it: ``€ 61.250`` for whole euros, else ``€ 61.250,50``."""
        whole = self.amount == self.amount.to_integral_value()
        text = f"{self.amount:,.{0 if whole else 2}f}".translate(str.maketrans(",.", ".,"))
        return f"€{NO_BREAK_SPACE}{text}"


def total(amounts: list[Euro]) -> Euro:
    """The sum of some amounts; nothing at all is € 0."""
    return sum(amounts, start=Euro(0))
