"""Addresses that only scripts ask: they answer in JSON, and say when a sign-in has ended."""

import json
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.urls import reverse
from django.views.decorators.http import require_GET


def for_scripts(view):
    """Tell a script in a sentence what pages tell in a page: sign in again.

    A page says in X-Person whose it is. Where somebody else has signed in meanwhile, in another
    tab of the browser, nothing is told to it, and nothing done in the name of the other.
    """

    @login_not_required
    @wraps(view)
    def asks(request, *args, **kwargs):
        whose = request.headers.get("X-Person") or str(request.user.pk)
        if not request.user.is_authenticated or whose != str(request.user.pk):
            return as_json({"sign_in": reverse("committee:sign_in")}, status=401)
        return view(request, *args, **kwargs)

    return asks


def as_json(told: dict, status: int = 200) -> HttpResponse:
    """``told`` as JSON in which nothing looks like markup, whoever reads it."""
    body = json.dumps(told).translate({ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"})
    return HttpResponse(body, content_type="application/json", status=status)


@for_scripts
@require_GET
def form_token(request):
    """Tell a page its new token, after its reader has signed in again in another page."""
    return as_json({"token": get_token(request)})
