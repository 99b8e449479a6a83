"""The leaf hash of a trail line: what makes a later change of the line visible.

``leaf = SHA-256(0x00 ‖ salt ‖ content)``, the form of a leaf in RFC 6962, with the content as JSON
with sorted keys. The salt is random, so a line can be deleted when the law asks for it while its leaf
stays behind and tells nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

LEAF = b"\x00"
SALT_BYTES = 16
CONTENT = ("id", "at", "actor", "organisation", "verb", "subject", "purpose", "refused", "details")


def leaf_hash(salt: bytes, line: Mapping[str, Any]) -> bytes:
    """The hash of one line, 32 bytes, over the fields named in ``CONTENT``."""
    return hashlib.sha256(LEAF + salt + canonical(line)).digest()


def canonical(line: Mapping[str, Any]) -> bytes:
    """The content of a line as bytes that are the same on every machine."""
    content = {name: _plain(line[name]) for name in CONTENT}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        # PostgreSQL keeps microseconds; the zone in which a moment is shown is not part of it.
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return value if isinstance(value, bool | int | dict | list | None) else str(value)
