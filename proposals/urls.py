from django.urls import path

from proposals.views import public

app_name = "proposals"
urlpatterns = [
    # --- the open pages
    path("", public.proposals, name="proposals"),
    path("<slug:slug>/", public.proposal, name="proposal"),
]
