"""A small site with one of everything that the look can draw, on settings of its own.

    python tests/look/sample_site.py FOLDER

collects the static files in FOLDER, prints its address and serves until it is ended.
"""

import sys
from http import HTTPStatus
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from csp.constants import NONE, SELF
from django import forms
from django.conf import settings
from django.core.exceptions import BadRequest, PermissionDenied
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django_htmx.http import trigger_client_event
from sample_content import GRADES, KINDS, OVERLAPS, PAIR, SHELL, TILES

HERE = Path(__file__).resolve().parent
LOOK = HERE.parents[1] / "src/loopplank/look"
POLICY = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "font-src": [SELF],
    "connect-src": [SELF],
    "img-src": [SELF, "data:"],
    "form-action": [SELF],
    "frame-ancestors": [NONE],
    "base-uri": [NONE],
}


def configure(static_root: Path) -> None:
    settings.configure(
        DEBUG=False,
        SECRET_KEY="only for the sample pages, which hold nothing",  # noqa: S106
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF=__name__,
        USE_TZ=True,
        LANGUAGE_CODE="nl",
        FORM_RENDERER="loopplank.config.forms.LookRenderer",
        INSTALLED_APPS=["django.contrib.staticfiles", "django.forms", "django_htmx"],
        MIDDLEWARE=[
            "whitenoise.middleware.WhiteNoiseMiddleware",
            "csp.middleware.CSPMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django_htmx.middleware.HtmxMiddleware",
        ],
        CONTENT_SECURITY_POLICY={"DIRECTIVES": POLICY},
        STATIC_URL="/static/",
        STATIC_ROOT=static_root,
        STATICFILES_DIRS=[LOOK / "static"],
        STORAGES={"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}},
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [LOOK / "templates", HERE / "templates"],
                "APP_DIRS": True,
                "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
            }
        ],
    )
    django.setup()


class FilterForm(forms.Form):
    municipality = forms.ChoiceField(
        label="Gemeente", choices=[("", "Alle"), ("E", "Eemsdelta"), ("H", "Het Hogeland")], required=False
    )
    phase = forms.ChoiceField(
        label="Fase", choices=[("", "Alle"), ("p", "Planvorming in de versterking")], required=False
    )
    grade = forms.ChoiceField(label="Graad", choices=[("", "Alle"), *GRADES.items()], required=False)
    kind = forms.ChoiceField(label="Soort", choices=[("", "Beide"), *KINDS.items()], required=False)
    order = forms.ChoiceField(
        label="Volgorde", choices=[("adres", "Adres"), ("fase", "Fase")], required=False
    )


class SampleForm(forms.Form):
    name = forms.CharField(label="Naam van de levering", help_text="Bijvoorbeeld: november 2026.")
    day = forms.DateField(label="Stand op")
    agency = forms.ChoiceField(label="Organisatie", choices=[("", "Kies"), ("a", "Schadedienst")])
    remark = forms.CharField(label="Opmerking", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    judgement = forms.ChoiceField(
        label="Gaat dit over dezelfde woning?",
        choices=[
            ("yes", "Ja, dezelfde woning"),
            ("no", "Nee, een andere"),
            ("unknown", "Ik weet het nog niet"),
        ],
        widget=forms.RadioSelect,
        help_text="U kunt uw oordeel later herzien.",
    )
    markers = forms.MultipleChoiceField(
        label="Bijzonderheden",
        choices=[("urgent", "Urgent"), ("aos", "Acuut onveilige situatie"), ("agro", "Agrarisch")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    file = forms.FileField(label="Bestand", required=False)
    sure = forms.BooleanField(label="Ik heb de gegevens gecontroleerd")


class QuestionForm(forms.Form):
    why = forms.CharField(
        label="Waarom denkt u dat?",
        help_text="Uw collega’s lezen deze uitleg.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Vul in waarom u dat denkt."},
    )


def overlaps(request):
    return render(
        request,
        "sample/overlaps.html",
        {
            **SHELL,
            "tiles": TILES,
            "overlaps": OVERLAPS,
            "form": FilterForm({"municipality": "E"}),
            "chips": [
                {"label": "Gemeente: Eemsdelta", "url": "/"},
                {"label": "Graad: te beoordelen", "url": "/"},
            ],
        },
    )


def pair(request):
    return render(request, "sample/pair.html", {**SHELL, **PAIR})


def form(request):
    filled = SampleForm(request.POST or None, request.FILES or None)
    return render(request, "sample/form.html", {**SHELL, "form": filled})


def sign_in(request):
    return render(request, "sample/sign_in.html", {"form": SignInForm(), "demo": True})


class SignInForm(forms.Form):
    login = forms.EmailField(label="E-mailadres", widget=forms.EmailInput(attrs={"autocomplete": "username"}))
    password = forms.CharField(label="Wachtwoord", widget=forms.PasswordInput(attrs={"autocomplete": "off"}))
    remember = forms.BooleanField(label="Onthoud mij op dit apparaat", required=False)


def question(request):
    asked = QuestionForm(request.POST or None)
    if request.method == "POST" and asked.is_valid():
        answer = render(request, "look/notice.html", {"tone": "ok", "text": "Uw oordeel is vastgelegd."})
        return trigger_client_event(answer, "dialog:close", after="settle")
    return render(request, "sample/question.html", {"form": asked}, status=422 if asked.errors else 200)


def forbidden(_request):
    raise PermissionDenied


def unreadable(_request):
    raise BadRequest


def failing(_request):
    raise ZeroDivisionError


def nothing(_request):
    return HttpResponse(status=HTTPStatus.NO_CONTENT)


urlpatterns = [
    path("", overlaps),
    path("paar/", pair),
    path("formulier/", form),
    path("inloggen/", sign_in),
    path("vraag/", question),
    path("uitloggen/", nothing),
    path("verboden/", forbidden),
    path("onleesbaar/", unreadable),
    path("storing/", failing),
]


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class QuietHandler(WSGIRequestHandler):
    def log_message(self, *_details):
        """The test says what matters."""


def serve(static_root: Path) -> None:
    configure(static_root)
    call_command("collectstatic", interactive=False, verbosity=0)
    with make_server("127.0.0.1", 0, get_wsgi_application(), Server, QuietHandler) as server:
        sys.stdout.write(f"http://127.0.0.1:{server.server_port}\n")
        sys.stdout.flush()
        server.serve_forever()


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
