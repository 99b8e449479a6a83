"""Where each register row leads, which pairs that makes, and what people judged of them."""

from __future__ import annotations

from django.db import models

from loopplank.overlap.ladder import Grade, Rung
from loopplank.overlap.verdicts import Verdict

GRADES = [(grade.value, grade.label) for grade in Grade]
RUNGS = [(rung.code, rung.code) for rung in Rung]


class Resolution(models.Model):
    """The address that one open register row leads to; two when the evidence names two (``rank``).

    ``site`` is empty when only the building is known, and everything is when nothing was found.
    """

    agency = models.CharField(max_length=40)
    # Derived from rows and addresses that are never removed: the database need not check each again.
    row = models.ForeignKey(
        "registers.Row", models.CASCADE, related_name="+", db_index=False, db_constraint=False
    )
    rank = models.SmallIntegerField()
    rung = models.CharField(max_length=40, choices=RUNGS)
    grade = models.SmallIntegerField(choices=GRADES)
    address = models.ForeignKey(
        "places.Address", models.PROTECT, null=True, related_name="+", db_index=False, db_constraint=False
    )
    unit = models.CharField(max_length=40)
    site = models.CharField(max_length=40)
    building = models.CharField(max_length=40)
    municipality = models.CharField(max_length=40)
    reference_version = models.IntegerField()

    class Meta:
        db_table = "overlap_resolution"
        constraints = [models.UniqueConstraint(fields=["row", "rank"], name="one_address_per_rank")]
        indexes = [
            models.Index(fields=["site"], name="resolution_by_site", condition=~models.Q(site="")),
            models.Index(
                fields=["building"], name="resolution_by_building", condition=~models.Q(building="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.row_id} {self.rung}"


class Pair(models.Model):
    """One row of each of two registers that lead to one spot (or one building).

    Kept under the two keys, so that it stays the same pair when either agency delivers a new version.
    ``is_found`` says whether the last search still found it; a pair that somebody judged is never
    forgotten.
    """

    first_agency = models.CharField(max_length=40)
    first_key = models.CharField(max_length=80)
    second_agency = models.CharField(max_length=40)
    second_key = models.CharField(max_length=80)
    first_row = models.ForeignKey("registers.Row", models.PROTECT, related_name="+")
    second_row = models.ForeignKey("registers.Row", models.PROTECT, related_name="+")
    first_rung = models.CharField(max_length=40, choices=RUNGS)
    second_rung = models.CharField(max_length=40, choices=RUNGS)
    address = models.ForeignKey("places.Address", models.PROTECT, related_name="+", db_index=False)
    unit = models.CharField(max_length=40)
    other_unit = models.CharField(max_length=40)
    grade = models.SmallIntegerField(choices=GRADES)
    is_legal = models.BooleanField()
    municipality = models.CharField(max_length=40)
    is_found = models.BooleanField()
    found_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "overlap_pair"
        constraints = [
            models.UniqueConstraint(
                fields=["first_agency", "first_key", "second_agency", "second_key"],
                name="one_pair_per_two_keys",
            )
        ]

    def __str__(self) -> str:
        return f"{self.first_key} – {self.second_key}"


class Judgement(models.Model):
    """A person's verdict on a pair, with the evidence as it was then. Only added to; the last one counts."""

    pair = models.ForeignKey(Pair, models.PROTECT, related_name="judgements")
    verdict = models.CharField(max_length=20, choices=Verdict.choices)
    note = models.CharField(max_length=400, blank=True)
    agency = models.CharField(max_length=40)
    by = models.CharField(max_length=120)
    at = models.DateTimeField()
    evidence = models.CharField(max_length=200)

    class Meta:
        db_table = "overlap_judgement"
        indexes = [models.Index(fields=["pair", "-id"], name="judgements_of_a_pair")]

    def __str__(self) -> str:
        return f"{self.pair_id} {self.verdict}"
