from django.urls import include, path

urlpatterns = [
    path("", include("meetings.open_urls")),
    path("", include("committee.routes")),
    path("proposals/", include("proposals.urls")),
    path("meetings/", include("meetings.urls")),
]
