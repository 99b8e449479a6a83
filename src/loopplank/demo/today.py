"""The day on which a demo world is looked at; nothing in it asks the clock."""

from __future__ import annotations

from datetime import date

TODAY = date(2026, 11, 16)
