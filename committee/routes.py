from django.urls import path

from committee.views import health

app_name = "committee"
urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
]
