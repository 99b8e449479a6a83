"""The URL table of the house."""

from django.urls import include, path

urlpatterns = [path("", include("loopplank.desk.urls"))]
