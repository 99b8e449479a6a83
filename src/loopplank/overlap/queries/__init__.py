"""What an actor may see of overlaps.

Who may see a pair at all is decided by the row walls: both agencies of the pair. Of the rows behind it
an actor sees those of their own agency; the other side is a key, an agency and a rung. Only a judge
gets the address fields and dates of both, from the function that checks the duty.

Looking at a pair is looking at what another agency has, so each look leaves a line in the trail, in the
transaction that reads.
"""

from loopplank.overlap.queries.counting import (
    OwnFigures,
    PairCount,
    own_figures,
    pair_counts,
    paired_rows,
    row_counts,
    unresolved,
    unresolved_total,
    waiting_for_a_judge,
)
from loopplank.overlap.queries.listing import ORDERS, PAGE, PairFilter, PairPage, pairs
from loopplank.overlap.queries.looking import JudgementCard, PairDetail, RowSide, next_waiting, pair
from loopplank.overlap.queries.selecting import PairCard
from loopplank.overlap.queries.standing import FoundPair, found_pairs

__all__ = [
    "ORDERS", "PAGE", "FoundPair", "JudgementCard", "OwnFigures", "PairCard", "PairCount", "PairDetail",
    "PairFilter", "PairPage", "RowSide", "found_pairs", "next_waiting", "own_figures", "pair", "pair_counts",
    "paired_rows", "pairs", "row_counts", "unresolved", "unresolved_total", "waiting_for_a_judge",
]  # fmt: skip
