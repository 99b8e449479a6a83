"""Deliveries, the versions of their rows, and what stands in quarantine. Each agency sees its own."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q


class Delivery(models.Model):
    """One file of one agency's register, true as of a day.

    The counts are of rows: ``rows`` = ``unchanged`` + ``added`` + ``changed`` + ``quarantined``, and
    ``ended`` were open before and are not in the file.
    """

    agency = models.ForeignKey(
        "chain.Organisation", models.PROTECT, to_field="code", db_column="agency", related_name="+"
    )
    profile = models.CharField(max_length=60)
    file_name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    as_of = models.DateField()
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    rows = models.IntegerField(default=0)
    added = models.IntegerField(default=0)
    changed = models.IntegerField(default=0)
    unchanged = models.IntegerField(default=0)
    ended = models.IntegerField(default=0)
    quarantined = models.IntegerField(default=0)
    untranslated = models.JSONField(default=list)
    left_out = models.JSONField(default=list)

    class Meta:
        db_table = "registers_delivery"
        indexes = [models.Index(fields=["agency", "-id"], name="delivery_by_agency")]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.as_of}"


class Row(models.Model):
    """One version of one row of a register: what an agency said of one case, from one day on.

    Valid time: ``valid_from`` up to ``valid_until`` (open while that is empty). Recorded time: believed
    open since ``recorded_at``; its end was learnt at ``closed_at`` from ``closed_by``. Those three ends
    are the only columns that ever change.

    ``address`` and ``facts`` are the texts as delivered, by field of the chain's profile; the columns
    after them are what was read from those.
    """

    agency = models.CharField(max_length=40)
    key = models.CharField(max_length=80)
    delivery = models.ForeignKey(Delivery, models.PROTECT, related_name="+", db_index=False)
    line = models.IntegerField()
    address = models.JSONField()
    facts = models.JSONField()
    municipality = models.CharField(max_length=40)
    phase = models.CharField(max_length=120)
    since = models.DateField(null=True)
    decided_on = models.DateField(null=True)
    in_programme = models.BooleanField()
    markers = ArrayField(models.CharField(max_length=40))
    content = models.CharField(max_length=32)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Delivery, models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        db_table = "registers_row"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "key"], condition=Q(valid_until=None), name="one_open_version_per_key"
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                name="a_version_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None, closed_at=None, closed_by=None)
                | Q(valid_until__isnull=False, closed_at__isnull=False, closed_by__isnull=False),
                name="a_version_ends_in_both_times_or_in_none",
            ),
        ]
        indexes = [models.Index(fields=["agency", "key", "-id"], name="versions_of_a_row")]

    def __str__(self) -> str:
        return f"{self.agency} {self.key}"


class Line(models.Model):
    """Which older version a line of a delivery says again; a version knows the line that brought it."""

    agency = models.CharField(max_length=40)
    # Written by the hundred thousand in the statement that adds the rows: the database need not check
    # each line again. Neither deliveries nor rows are ever removed.
    delivery = models.ForeignKey(
        Delivery, models.PROTECT, related_name="+", db_index=False, db_constraint=False
    )
    line = models.IntegerField()
    row = models.ForeignKey(Row, models.PROTECT, related_name="+", db_index=False, db_constraint=False)

    class Meta:
        db_table = "registers_line"
        constraints = [models.UniqueConstraint(fields=["delivery", "line"], name="one_row_per_line")]

    def __str__(self) -> str:
        return f"{self.delivery_id}:{self.line}"


class QuarantinedRow(models.Model):
    """A line that could not be taken in as it is, with what is wrong and what would mend it.

    ``fields`` are the texts as delivered; ``flaws`` a list of ``{field, column, value, reason}``.
    """

    agency = models.CharField(max_length=40)
    delivery = models.ForeignKey(Delivery, models.PROTECT, related_name="quarantine")
    line = models.IntegerField()
    key = models.CharField(max_length=80)
    fields = models.JSONField()
    flaws = models.JSONField()
    content = models.CharField(max_length=32)

    class Meta:
        db_table = "registers_quarantined_row"
        constraints = [
            models.UniqueConstraint(fields=["delivery", "line"], name="one_quarantined_row_per_line")
        ]
        indexes = [models.Index(fields=["agency", "content"], name="quarantine_by_content")]

    def __str__(self) -> str:
        return f"{self.delivery_id}:{self.line}"


class Settlement(models.Model):
    """A quarantined row was settled: mended and taken in as ``row``, or set aside with a reason."""

    agency = models.CharField(max_length=40)
    quarantined = models.OneToOneField(QuarantinedRow, models.PROTECT, related_name="settlement")
    row = models.ForeignKey(Row, models.PROTECT, null=True, related_name="+")
    fields = models.JSONField()
    reason = models.CharField(max_length=400)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "registers_settlement"
        constraints = [
            models.CheckConstraint(
                condition=~Q(row=None) | ~Q(reason=""), name="what_is_set_aside_has_a_reason"
            )
        ]

    def __str__(self) -> str:
        return str(self.quarantined_id)
