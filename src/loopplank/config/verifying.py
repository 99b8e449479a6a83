"""Checking the trail. Runs as the owner, in a process of its own, for the application cannot read it."""

from __future__ import annotations

import os
import sys


def verify() -> int:
    """Print how many lines hold, or which were changed; 1 when any was."""
    from loopplank.trail.facts import changed_lines, number_of_lines

    changed = list(changed_lines())
    for line in changed:
        sys.stdout.write(f"Gewijzigd na het schrijven: {line.pk} van {line.at:%d-%m-%Y %H:%M:%S} UTC.\n")
    if not changed:
        sys.stdout.write(f"{number_of_lines()} regels, alle ongewijzigd.\n")
    return 1 if changed else 0


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "loopplank.config.settings")
    django.setup()
    sys.exit(verify())
