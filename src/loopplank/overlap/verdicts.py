"""What a person can make of a pair."""

from django.db import models


class Verdict(models.TextChoices):
    """What a person makes of a pair; taking a verdict back is one too, for nothing is erased."""

    CONFIRMED = "confirmed", "Bevestigd: zelfde adres"
    REJECTED = "rejected", "Afgewezen: ander adres"
    WITHDRAWN = "withdrawn", "Oordeel teruggenomen"
