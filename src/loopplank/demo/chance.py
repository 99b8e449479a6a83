"""Dice for the demo world: named streams of one seed, so that every run throws the same."""

from __future__ import annotations

import itertools
import random
from bisect import bisect_right
from collections.abc import Mapping
from datetime import date
from random import Random
from typing import Generic, TypeVar

Outcome = TypeVar("Outcome")
Name = TypeVar("Name")


def stream(seed: int, name: str) -> Random:
    """A stream of chance of its own, so that a change in one part of the world leaves the others be."""
    # Seeded with text, Python hashes it with SHA-512: the same on every machine and for every hash seed.
    return random.Random(f"{seed}/{name}")  # noqa: S311 - a demo is not a secret


def happens(rng: Random, rate: float) -> bool:
    """Whether something of this rate (0 to 1) happens this time."""
    return rng.random() < rate


class Chances(Generic[Outcome]):
    """A wheel of fortune: outcomes with their weights, of any sum."""

    __slots__ = ("_bounds", "_outcomes")

    def __init__(self, weights: Mapping[Outcome, float]) -> None:
        self._outcomes = tuple(weights)
        total = sum(weights.values())
        self._bounds = [bound / total for bound in itertools.accumulate(weights.values())][:-1]

    def pick(self, rng: Random) -> Outcome:
        return self._outcomes[bisect_right(self._bounds, rng.random())]


def share_out(total: int, weights: Mapping[Name, float]) -> dict[Name, int]:
    """Divide ``total`` into whole parts in proportion to the weights; the largest remainders round up."""
    scale = total / sum(weights.values())
    parts = {name: int(weight * scale) for name, weight in weights.items()}
    by_remainder = sorted(weights, key=lambda name: parts[name] - weights[name] * scale)
    for name in by_remainder[: total - sum(parts.values())]:
        parts[name] += 1
    return parts


def day_between(rng: Random, first: date, last: date) -> date:
    """A day from ``first`` to ``last``, both included."""
    return date.fromordinal(rng.randint(first.toordinal(), last.toordinal()))
