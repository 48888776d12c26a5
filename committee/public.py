"""Open pages: the same bytes for every reader, kept by caches, and never a cookie."""

import gzip
from collections.abc import Callable
from functools import wraps
from hashlib import sha256

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.views.decorators.http import require_safe

from committee.kept import PAGES

WORTH_COMPRESSING = 500  # bytes
FRESH = 45  # seconds: what is published at a set time is within a minute in every cache


class NotTheSameForEverybody(Exception):
    """An open page asked for something that belongs to one reader."""


def public_page(max_age: int = FRESH, *, stands: Callable | None = None):
    """Make a view an open page: ``@public_page()`` above it is all it needs.

    The reader is nobody and has no session, whoever asks, so that neither can leak into the
    page. The ETag is the hash of what is sent; after ``max_age`` seconds a cache asks again
    and is told 304 while nothing has changed.

    ``stands``, given what the view is given, says what the page is made of, in a value that
    stays as long as the page does (None: not known). Such a page is made once and kept.
    """

    def decorate(view):
        @login_not_required
        @require_safe
        @wraps(view)
        def open_page(request, *args, **kwargs):
            request.user = AnonymousUser()
            request.session = None  # SessionMiddleware then leaves the answer alone
            standing = stands(request, *args, **kwargs) if stands else None
            key = (request.path, _takes_gzip(request), standing)
            response = _again(key) if standing is not None else None
            if response is None:
                response = view(request, *args, **kwargs)
                if response.cookies or request.META.get("CSRF_COOKIE_NEEDS_UPDATE"):
                    raise NotTheSameForEverybody(request.path)
                _finish(request, response, max_age)
                if standing is not None and response.status_code == 200:
                    PAGES.put(key, (response.content, dict(response.headers)))
            etag = response.headers.get("ETag", "").removeprefix("W/")
            return get_conditional_response(request, etag=etag or None, response=response)

        return open_page

    return decorate


def _again(key) -> HttpResponse | None:
    """The page as it was sent before, or None."""
    kept = PAGES.get(key)
    return HttpResponse(kept[0], headers=kept[1]) if kept else None


def _takes_gzip(request) -> bool:
    return "gzip" in request.headers.get("Accept-Encoding", "")


def _finish(request, response, max_age) -> None:
    """Give the answer what caches need: how long it holds, and by what it is known."""
    response.headers["Cache-Control"] = f"public, max-age={max_age}, must-revalidate"
    patch_vary_headers(response, ["Accept-Encoding"])
    if not response.streaming:
        response.headers["ETag"] = f'"{sha256(response.content).hexdigest()[:32]}"'
        if _takes_gzip(request):
            _compress(response)


def _compress(response):
    if len(response.content) >= WORTH_COMPRESSING and not response.has_header("Content-Encoding"):
        response.content = gzip.compress(response.content, compresslevel=6, mtime=0)
        response.headers["Content-Encoding"] = "gzip"
        response.headers["ETag"] = f"W/{response.headers['ETag']}"
