"""Transition tables: from which state to which, in one place per subject."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from loopplank.kernel.refused import Refused

State = TypeVar("State", bound=Enum)


@dataclass(frozen=True, slots=True)
class Transitions(Generic[State]):
    """Which state may follow which; a state that leads nowhere is an end.

    Raises:
        ValueError: when made with a state that has no row of its own, so that no state is forgotten.
    """

    steps: Mapping[State, frozenset[State]]

    def __post_init__(self) -> None:
        states = set(type(next(iter(self.steps))))
        if missing := states - set(self.steps):
            raise ValueError(f"No row in the transition table for {sorted(map(str, missing))}.")

    def step(self, current: State, following: State) -> State:
        """Go from one state to the next.

        Raises:
            Refused: when the table has no such step.
        """
        if following not in self.steps[current]:
            raise Refused(f"Van ‘{label(current)}’ kan niet naar ‘{label(following)}’.")
        return following

    def is_end(self, state: State) -> bool:
        """Whether nothing follows this state."""
        return not self.steps[state]

    def diagram(self) -> str:
        """The table as a Mermaid state diagram, for the documentation."""
        lines = [
            f"    {start.name} --> {end.name}"
            for start, ends in self.steps.items()
            for end in sorted(ends, key=lambda state: state.name)
        ]
        return "\n".join(["stateDiagram-v2", *lines])


def label(state: Enum) -> str:
    """What people read for a state."""
    return str(getattr(state, "label", state.value))
