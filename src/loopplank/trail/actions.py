"""Writing the trail. It opens no transaction of its own: a line stands or falls with its act."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from loopplank.trail.models import Entry
from loopplank.trail.rules import SALT_BYTES, leaf_hash


def record(
    *,
    at: datetime,
    actor: str,
    verb: str,
    organisation: str = "",
    subject: str = "",
    purpose: str = "",
    refused: bool = False,
    details: Mapping[str, Any] | None = None,
) -> None:
    """Write one line of the trail in the transaction that is open now.

    ``details`` is JSON without floats and without personal data.
    """
    line = {
        "id": uuid.uuid4(),
        "at": at,
        "actor": actor,
        "organisation": organisation,
        "verb": verb,
        "subject": subject,
        "purpose": purpose,
        "refused": refused,
        "details": dict(details or {}),
    }
    salt = secrets.token_bytes(SALT_BYTES)
    Entry.objects.bulk_create([Entry(**line, salt=salt, leaf=leaf_hash(salt, line))])
