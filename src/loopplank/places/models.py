"""The address register as it was loaded: designations of dwelling units, with their history."""

from __future__ import annotations

from django.db import models


class Load(models.Model):
    """One file of the address register that was loaded; its number is the version of the reference."""

    at = models.DateTimeField()
    file_name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    rows = models.IntegerField(default=0)
    added = models.IntegerField(default=0)
    changed = models.IntegerField(default=0)
    ended = models.IntegerField(default=0)
    made_up = models.IntegerField(default=0)

    class Meta:
        db_table = "places_load"

    def __str__(self) -> str:
        return f"{self.file_name} ({self.at:%Y-%m-%d})"


class Address(models.Model):
    """One wording of one address in one period: a row of the register, never removed.

    A dwelling unit has one row or more: side addresses, old names and numbers, and what a newer load
    no longer had (then ``ended_by`` says which). ``site`` is the same for units that stand on one
    spot under one address, as before and after demolition; elsewhere it is the unit itself.

    The ``*_key`` columns are the normal form by which addresses are looked up. Ids that the file did
    not give are made from the text and begin with ``LP-`` (``made_up``).
    """

    designation = models.CharField(max_length=40)
    unit = models.CharField(max_length=40)
    building = models.CharField(max_length=40)
    site = models.CharField(max_length=40)
    made_up = models.BooleanField()
    street = models.CharField(max_length=120)
    number = models.IntegerField()
    letter = models.CharField(max_length=8)
    addition = models.CharField(max_length=20)
    postcode = models.CharField(max_length=6)
    town = models.CharField(max_length=120)
    municipality = models.CharField(max_length=120)
    status = models.CharField(max_length=80)
    valid_from = models.DateField(null=True)
    valid_until = models.DateField(null=True)
    lon = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    lat = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    is_current = models.BooleanField()
    street_key = models.CharField(max_length=120)
    town_key = models.CharField(max_length=120)
    municipality_key = models.CharField(max_length=120)
    suffix = models.CharField(max_length=30)
    wording = models.CharField(max_length=32)
    loaded_by = models.ForeignKey(Load, models.PROTECT, related_name="+", db_index=False)
    ended_by = models.ForeignKey(Load, models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        db_table = "places_address"
        constraints = [models.UniqueConstraint(fields=["wording"], name="one_row_per_wording")]
        indexes = [
            models.Index(fields=["designation"], name="address_by_designation"),
            models.Index(fields=["unit"], name="address_by_unit"),
            models.Index(fields=["building", "number"], name="address_by_building"),
            models.Index(fields=["postcode", "number"], name="address_by_postcode"),
            models.Index(fields=["street_key", "number"], name="address_by_street"),
        ]

    def __str__(self) -> str:
        return f"{self.street} {self.number}{self.letter} {self.addition}".strip()
