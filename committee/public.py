"""Open pages: the same bytes for every reader, kept by caches, and never a cookie."""

import gzip
from functools import wraps
from hashlib import sha256

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.views.decorators.http import require_safe

WORTH_COMPRESSING = 500  # bytes


class NotTheSameForEverybody(Exception):
    """An open page asked for something that belongs to one reader."""


def public_page(max_age: int = 60):
    """Make a view an open page: ``@public_page()`` above it is all it needs.

    The reader is nobody and has no session, whoever asks, so that neither can leak into the
    page. The ETag is the hash of what is sent; after ``max_age`` seconds a cache asks again
    and is told 304 while nothing has changed.
    """

    def decorate(view):
        @login_not_required
        @require_safe
        @wraps(view)
        def open_page(request, *args, **kwargs):
            request.user = AnonymousUser()
            request.session = None  # SessionMiddleware then leaves the answer alone
            response = view(request, *args, **kwargs)
            if response.cookies or request.META.get("CSRF_COOKIE_NEEDS_UPDATE"):
                raise NotTheSameForEverybody(request.path)
            return _kept_by_caches(request, response, max_age)

        return open_page

    return decorate


def _kept_by_caches(request, response, max_age):
    response.headers["Cache-Control"] = f"public, max-age={max_age}, must-revalidate"
    patch_vary_headers(response, ["Accept-Encoding"])
    if response.streaming:
        return response
    etag = f'"{sha256(response.content).hexdigest()[:32]}"'
    response.headers["ETag"] = etag
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        _compress(response)
    return get_conditional_response(request, etag=etag, response=response)


def _compress(response):
    if len(response.content) >= WORTH_COMPRESSING and not response.has_header("Content-Encoding"):
        response.content = gzip.compress(response.content, compresslevel=6, mtime=0)
        response.headers["Content-Encoding"] = "gzip"
        response.headers["ETag"] = f"W/{response.headers['ETag']}"
