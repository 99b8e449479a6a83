"""Counts in a Dutch sentence."""

from __future__ import annotations

from django.utils.formats import number_format


def counted(number: int, one: str, more: str) -> str:
    """``1 regel``, ``1.204 regels``."""
    return f"{number_format(number, force_grouping=True)} {one if number == 1 else more}"
