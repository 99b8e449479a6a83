"""Signing in, out, and changing one's password, on top of django-allauth."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import ChangePasswordForm as AllauthChangePasswordForm
from allauth.account.forms import LoginForm
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from loopplank.access.acting import acting
from loopplank.access.may import Purpose
from loopplank.access.queries import actor_of
from loopplank.trail.actions import record


class Adapter(DefaultAccountAdapter):
    """Nobody registers here by themselves; who signs in leaves a trace."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Accounts are opened by the organisation."""
        return False

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        """Trace the sign-in."""
        now = timezone.now()
        actor = actor_of(user, timezone.localdate(now))
        with transaction.atomic(durable=True), acting(actor, Purpose.OWN_ACCOUNT):
            record(
                at=now,
                actor=actor.code,
                organisation=actor.organisation,
                verb="account.signed_in",
                subject=actor.code,
                purpose=Purpose.OWN_ACCOUNT,
            )
        response: HttpResponse = super().post_login(request, user, **kwargs)
        return response

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """The page that follows says enough."""


class SignInForm(LoginForm):
    """Mail address and password, in our words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "E-mailadres"
        self.fields["password"].label = "Wachtwoord"
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class ChangePasswordForm(AllauthChangePasswordForm):
    """The old password and twice the new one, in our words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {
            "oldpassword": "Huidig wachtwoord",
            "password1": "Nieuw wachtwoord",
            "password2": "Nieuw wachtwoord, nog een keer",
        }
        for name, label in labels.items():
            self.fields[name].label = label
            self.fields[name].widget.attrs.pop("placeholder", None)
