"""Accounts and the duties that were given to them."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from loopplank.access.roles import DutyKind, Role
from loopplank.kernel.period import Period


class AccountManager(BaseUserManager["Account"]):
    """Finds an account by its mail address, as signing in does."""

    def get_by_natural_key(self, username: str | None) -> Account:
        return self.get(email__iexact=username)


class Account(AbstractBaseUser):
    """A person who works here, on behalf of one organisation, in one role."""

    email = models.EmailField("e-mailadres", unique=True)
    name = models.CharField("naam", max_length=120)
    function = models.CharField("functie", max_length=120)
    organisation = models.ForeignKey(
        "chain.Organisation", models.PROTECT, to_field="code", db_column="organisation", related_name="+"
    )
    role = models.CharField("rol", max_length=40, choices=[(role.value, role.label) for role in Role])
    is_active = models.BooleanField("mag inloggen", default=True)

    objects = AccountManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name", "function"]

    class Meta:
        db_table = "access_account"

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        """How the trail and the walls name this person."""
        return f"account:{self.pk}"


class Duty(models.Model):
    """Work given to someone for a time; what ended is kept."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="duties")
    kind = models.CharField(max_length=40, choices=[(kind.value, kind.label) for kind in DutyKind])
    start = models.DateField()
    end = models.DateField(null=True)
    given_by = models.CharField(max_length=120)

    class Meta:
        db_table = "access_duty"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end=None) | models.Q(end__gt=models.F("start")),
                name="a_duty_ends_after_it_starts",
            )
        ]
        indexes = [models.Index(fields=["account", "kind"], name="duty_by_account")]

    def __str__(self) -> str:
        return f"{self.kind} of {self.account_id}"

    def runs_on(self, day: date) -> bool:
        """Whether the duty lasts on this day."""
        return day in Period(self.start, self.end)
