"""The rows of the trail."""

from __future__ import annotations

import uuid

from django.db import models


class Entry(models.Model):
    """Who did what to what, when, why and with what outcome.

    Names and numbers only, no foreign keys, so that nothing in the house can keep a row from being
    written or an old row from being read. ``details`` holds what the act was about without personal
    data: counts, codes, references. The database adds a serial number (``seq``) that is not mapped
    here, because the application may insert rows and read none.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField()
    actor = models.CharField(max_length=120)
    organisation = models.CharField(max_length=40, blank=True)
    verb = models.CharField(max_length=80)
    subject = models.CharField(max_length=200, blank=True)
    purpose = models.CharField(max_length=60, blank=True)
    refused = models.BooleanField(default=False)
    details = models.JSONField(default=dict)
    salt = models.BinaryField()
    leaf = models.BinaryField()

    class Meta:
        db_table = "trail_entry"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.verb} {self.subject}"
