"""The sentence that explains a pair, and when a verdict must be looked at again."""

from __future__ import annotations

from dataclasses import dataclass

from loopplank.overlap.ladder import Grade, Rung


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a pair: the agency's short name, and the rung that its row reached."""

    agency: str
    rung: Rung


def pair_grade(first: Rung, second: Rung) -> Grade:
    """The grade of a pair is the weaker one of its two sides."""
    return max(first.grade, second.grade)


def reason(first: Side, second: Side, *, on_one_site: bool = False) -> str:
    """Why these two rows are one address, in one plain sentence.

    Args:
        on_one_site: the two rows name different units on one spot: before and after rebuilding.
    """
    if first.rung is second.rung:
        sentence = f"Bij {first.agency} en {second.agency} {first.rung.clause}"
    else:
        sentence = f"Bij {first.agency} {first.rung.clause}; bij {second.agency} {second.rung.clause}"
    if on_one_site:
        sentence += "; het adres staat er twee keer in, van vóór en na de herbouw"
    return f"{sentence}."


def evidence_of(first_rung: str, second_rung: str, unit: str, other_unit: str) -> str:
    """The evidence that a verdict was given on; when the pair's evidence differs, it is asked again."""
    return f"{first_rung}|{second_rung}|{unit}|{other_unit}"
