"""The settings of the house, for tests: a home of their own, quick passwords, static files as they are."""

import os
from pathlib import Path

os.environ.setdefault("LOOPPLANK_HOME", str(Path(__file__).resolve().parent.parent / "var" / "test"))

from loopplank.config.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
Path(STATIC_ROOT).mkdir(parents=True, exist_ok=True)  # noqa: F405 - whitenoise misses it otherwise
