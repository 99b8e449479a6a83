"""Registers the checks and the account model."""

from importlib import import_module

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """The access floor."""

    name = "loopplank.access"
    label = "access"

    def ready(self) -> None:
        """Checks register themselves when imported."""
        import_module("loopplank.access.checks")
