"""Checking the trail; needs a login that may read it (the owner), which the application may not."""

from __future__ import annotations

from collections.abc import Iterator

from loopplank.trail.models import Entry
from loopplank.trail.rules import CONTENT, leaf_hash


def changed_lines() -> Iterator[Entry]:
    """The lines whose content is no longer what was written, oldest first."""
    for entry in Entry.objects.order_by("at", "id").iterator(chunk_size=5_000):
        line = {name: getattr(entry, name) for name in CONTENT}
        if leaf_hash(bytes(entry.salt), line) != bytes(entry.leaf):
            yield entry


def number_of_lines() -> int:
    """How many lines the trail has."""
    return Entry.objects.count()
