"""What is known of the address register, which is public."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from loopplank.access.actor import Actor
from loopplank.places.models import Load


@dataclass(frozen=True, slots=True)
class LoadCard:
    """A file of the address register that was loaded."""

    file_name: str
    at: datetime
    rows: int


def last_load(actor: Actor) -> LoadCard | None:
    """The file of the address register that was loaded last."""
    load = Load.objects.order_by("-pk").first()
    return LoadCard(load.file_name, load.at, load.rows) if load else None
