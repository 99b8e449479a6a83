"""The URL table of the house. Of django-allauth only the pages that are used, under Dutch addresses."""

from allauth.account import views as allauth
from django.urls import include, path

from loopplank.access.gate import public

urlpatterns = [
    path("", include("loopplank.desk.urls")),
    path("inloggen/", public("Hier wordt ingelogd.")(allauth.login), name="account_login"),
    path("uitloggen/", public("Uitloggen kan altijd.")(allauth.logout), name="account_logout"),
    path(
        "account/wachtwoord/",
        public("Vraagt zelf om een ingelogd account.")(allauth.password_change),
        name="account_change_password",
    ),
]
