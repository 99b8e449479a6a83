"""Django's settings. Values that differ per installation come from ``environment.py``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF

from loopplank.config.embedded import EmbeddedPostgreSQL
from loopplank.config.environment import DATABASE, LOGINS, Environment, Login, django_database

ENVIRONMENT = Environment.read()
PACKAGE = Path(__file__).resolve().parent.parent
LOOK = PACKAGE / "look"

SECRET_KEY = ENVIRONMENT.secret_key()
DEBUG = False
ALLOWED_HOSTS = list(ENVIRONMENT.hosts)
ROOT_URLCONF = "loopplank.config.urls"
WSGI_APPLICATION = "loopplank.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "loopplank.desk",  # before the packages, so that its templates go before theirs
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "csp",
    "django_htmx",
    "template_partials",
    "loopplank.trail",
    "loopplank.chain",
    "loopplank.access",
    "loopplank.places",
    "loopplank.registers",
    "loopplank.overlap",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [LOOK / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "loopplank.desk.shell.shell",
            ],
            "builtins": ["django.templatetags.static"],
            "string_if_invalid": "",
        },
    }
]
FORM_RENDERER = "loopplank.config.forms.LookRenderer"

# The database. One alias, one login per kind of process: `app` serves and works, `owner` migrates.
DATABASE_LOGIN = ENVIRONMENT.login
EMBEDDED = EmbeddedPostgreSQL(ENVIRONMENT.home)


def database_as(login: Login) -> dict[str, Any]:
    """The database for a process with this login."""
    if not ENVIRONMENT.is_embedded:
        owner = login == "owner"
        return django_database(ENVIRONMENT.database_owner_url if owner else ENVIRONMENT.database_url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": str(EMBEDDED.socket_directory),
        "PORT": str(EMBEDDED.port),
        "NAME": DATABASE,
        "USER": LOGINS[login],
        "OPTIONS": {},
    }


DATABASES = {"default": {**database_as(DATABASE_LOGIN), "CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}}
# Off on purpose: the gate opens the transaction (docs/adr/0003).
ATOMIC_REQUESTS = False

CACHES = {
    # In the database, so that sign-in attempts are counted over all web processes together.
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "config_cache"}
}

# Signing in
AUTH_USER_MODEL = "access.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk:home"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "loopplank.desk.signing_in.Adapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_FORMS = {
    "login": "loopplank.desk.signing_in.SignInForm",
    "change_password": "loopplank.desk.signing_in.ChangePasswordForm",
}
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 60 * 60 * 10

# Language and time: people read Dutch, written in place; moments are aware.
LANGUAGE_CODE = "nl"
USE_I18N = True
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

# Static files
STATIC_URL = "/static/"
STATICFILES_DIRS = [LOOK / "static"]
STATIC_ROOT = ENVIRONMENT.home / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MANIFEST_STRICT = True
THEME_CSS = ENVIRONMENT.theme_css

# Security
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = ENVIRONMENT.production
SESSION_COOKIE_SECURE = ENVIRONMENT.production
CSRF_COOKIE_SECURE = ENVIRONMENT.production
SECURE_HSTS_SECONDS = 31_536_000 if ENVIRONMENT.production else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENVIRONMENT.production else None
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # subdomains: for who runs the domain
    "security.W021",  # preloading HSTS: idem
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
