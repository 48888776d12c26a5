"""The home page: it has no prefix and no namespace, and its matter is meetings."""

from django.urls import path

from meetings.views import public

urlpatterns = [path("", public.home, name="home")]
