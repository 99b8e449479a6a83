"""The pages of the desk."""

from django.urls import path

from loopplank.desk.pages import about, account, deliveries, home, overlaps

app_name = "desk"
urlpatterns = [
    path("", home.home, name="home"),
    path("samenloop/", overlaps.overlaps, name="overlaps"),
    path("samenloop/zoeken/", overlaps.search, name="search"),
    path("samenloop/volgende/", overlaps.next_to_judge, name="next_to_judge"),
    path("samenloop/<int:pk>/", overlaps.overlap, name="overlap"),
    path("samenloop/<int:pk>/oordeel/", overlaps.judge, name="judge"),
    path("leveringen/", deliveries.deliveries, name="deliveries"),
    path("leveringen/zonder-adres/", deliveries.unresolved_rows, name="unresolved"),
    path("leveringen/<int:pk>/", deliveries.delivery, name="delivery"),
    path("leveringen/regel/<int:pk>/", deliveries.mend, name="mend"),
    path("leveringen/regel/<int:pk>/niet-overnemen/", deliveries.set_aside, name="set_aside"),
    path("account/", account.account, name="account"),
    path("hulp/", about.help_page, name="help"),
    path("privacy/", about.privacy, name="privacy"),
    path("toegankelijkheid/", about.accessibility, name="accessibility"),
]
