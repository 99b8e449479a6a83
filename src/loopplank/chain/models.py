"""The chain definitions that were applied, and the parts of the one in force that rows point to."""

from __future__ import annotations

from django.db import models


class Version(models.Model):
    """A chain definition as it was applied, whole; versions are kept, the last one is in force."""

    code = models.CharField(max_length=40)
    content_hash = models.CharField(max_length=64)
    definition = models.TextField()
    difference = models.JSONField()
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "chain_version"

    def __str__(self) -> str:
        return f"{self.code} {self.pk}"


class Organisation(models.Model):
    """An organisation of the chain in force; accounts and deliveries point here by code."""

    code = models.CharField(max_length=40, primary_key=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20)

    class Meta:
        db_table = "chain_organisation"

    def __str__(self) -> str:
        return self.code


class Municipality(models.Model):
    """A municipality of the chain in force, of today or of earlier."""

    code = models.CharField(max_length=40, primary_key=True)
    name = models.CharField(max_length=120)
    has_programme = models.BooleanField()

    class Meta:
        db_table = "chain_municipality"

    def __str__(self) -> str:
        return self.name


class OwnPhase(models.Model):
    """An agency's own word for a phase, folded, with the shared phase that it is translated to."""

    agency = models.ForeignKey(
        Organisation, models.CASCADE, db_column="agency", related_name="+", db_index=False
    )
    word = models.CharField(max_length=120)
    shared = models.CharField(max_length=40)
    is_undecided = models.BooleanField()

    class Meta:
        db_table = "chain_own_phase"
        constraints = [models.UniqueConstraint(fields=["agency", "word"], name="one_translation_per_word")]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.word}"
