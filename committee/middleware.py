"""What stands between the server and every view."""

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from committee.refusals import Refused
from committee.views.signed_out import signed_out


class AskWhoYouAre(LoginRequiredMiddleware):
    """Every page asks for a sign-in (open views say login_not_required), and words that came
    after it had ended are kept."""

    def handle_no_permission(self, request, view_func):
        return signed_out(request) or super().handle_no_permission(request, view_func)


class ExplainRefusals:
    """Turn a Refused raised anywhere below a view into a page that says why."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, error):
        if isinstance(error, Refused):
            page = {"reason": error, "back": _where_from(request)}
            return render(request, "committee/refused.html", page, status=error.status)
        return None


def _where_from(request) -> str:
    """The page of ours from which the reader came, or ""."""
    there = request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(there, {request.get_host()})
    return there if is_ours else ""


def answer_head_without_body(get_response):
    """What HEAD asks for is what GET would say of itself, and nothing more."""

    def middleware(request):
        response = get_response(request)
        if request.method == "HEAD" and not response.streaming:
            response.headers.setdefault("Content-Length", str(len(response.content)))
            response.content = b""
        return response

    return middleware


def keep_private(get_response):
    """What is not an open page is for one reader: no cache may keep it, nor the Back button."""

    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    return middleware
