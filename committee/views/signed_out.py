"""A form that came too late: what was typed in it is shown, and can be sent again."""

from django.conf import settings
from django.shortcuts import render

LONG = 30  # characters: what is worth reading again and copying


def signed_out(request):
    """The page in place of the way to the sign-in, where something was typed; else None."""
    page = _kept(request)
    return render(request, "committee/signed_out.html", page, status=403) if page else None


def csrf_failure(request, reason=""):
    """The page for a form whose token is an old one (settings.CSRF_FAILURE_VIEW).

    Only what a page of ours sent is shown and sent again: else another site could put words
    into this page, and have them sent with a good token.
    """
    page = _kept(request) if _is_ours(request) else {}
    return render(request, "403_csrf.html", page, status=403)


def _is_ours(request) -> bool:
    ours = {f"{request.scheme}://{request.get_host()}", *settings.CSRF_TRUSTED_ORIGINS}
    return request.headers.get("Origin") in ours


def _kept(request) -> dict:
    """Everything that was sent, by its name, and which of it was written by hand."""
    if request.method != "POST" or any("password" in name for name in request.POST):
        return {}
    sent = [
        {"name": name, "value": value, "is_long": len(value) > LONG or "\n" in value}
        for name, values in request.POST.lists()
        if name != "csrfmiddlewaretoken"
        for value in values
    ]
    return {"sent": sent, "has_files": bool(request.FILES)} if sent else {}
