"""The ladder: how a written address is tied to one address of the register, and how surely."""

from loopplank.overlap.ladder.climb import NOWHERE, Resolution, best_of, climb
from loopplank.overlap.ladder.evidence import Evidence, Fit, Suffix, weigh
from loopplank.overlap.ladder.rungs import Grade, Rung

__all__ = ["NOWHERE", "Evidence", "Fit", "Grade", "Resolution", "Rung", "Suffix", "best_of", "climb", "weigh"]
