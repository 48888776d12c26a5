"""What stands between the server and every view."""

from django.shortcuts import render

from committee.refusals import Refused


class ExplainRefusals:
    """Turn a Refused raised anywhere below a view into a page that says why."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, error):
        if isinstance(error, Refused):
            page = {"reason": error, "back": request.headers.get("Referer", "")}
            return render(request, "committee/refused.html", page, status=error.status)
        return None


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
