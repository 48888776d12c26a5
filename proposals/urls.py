from django.urls import path

from proposals.views import matches, public

app_name = "proposals"
urlpatterns = [
    # --- words before the slugs, of which they are none
    path("matches/", matches.matches, name="matches"),
    path("matches/<int:pk>/confirm/", matches.confirm_match, name="confirm_match"),
    path("matches/<int:pk>/reject/", matches.reject_match, name="reject_match"),
    # --- the open pages
    path("", public.proposals, name="proposals"),
    path("<slug:slug>/", public.proposal, name="proposal"),
]
