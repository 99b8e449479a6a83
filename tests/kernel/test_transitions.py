from enum import StrEnum

import pytest

from loopplank.kernel.refused import Refused
from loopplank.kernel.transitions import Transitions


class Gate(StrEnum):
    OPEN = "open"
    AJAR = "op een kier"
    SHUT = "dicht"


GATES = Transitions({Gate.OPEN: frozenset({Gate.AJAR}), Gate.AJAR: frozenset(Gate), Gate.SHUT: frozenset()})


def test_only_a_step_of_the_table_is_taken():
    assert GATES.step(Gate.OPEN, Gate.AJAR) is Gate.AJAR
    with pytest.raises(Refused, match="Van ‘open’ kan niet naar ‘dicht’"):
        GATES.step(Gate.OPEN, Gate.SHUT)


def test_a_state_that_leads_nowhere_is_an_end():
    assert GATES.is_end(Gate.SHUT)
    assert not GATES.is_end(Gate.OPEN)


def test_a_table_that_forgets_a_state_cannot_be_made():
    with pytest.raises(ValueError, match="dicht"):
        Transitions({Gate.OPEN: frozenset({Gate.AJAR}), Gate.AJAR: frozenset()})


def test_the_diagram_names_every_step():
    assert GATES.diagram().splitlines() == [
        "stateDiagram-v2",
        "    OPEN --> AJAR",
        "    AJAR --> AJAR",
        "    AJAR --> OPEN",
        "    AJAR --> SHUT",
    ]
