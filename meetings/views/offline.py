"""What the minute book needs when it is opened without the network: nobody's data is in it."""

from base64 import b64encode
from hashlib import sha256
from json import dumps
from pathlib import Path

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse

from committee.public import public_page

WORKER = "js/book/worker.js"
STYLES = ["site", "parts", "record", "public", "work", "room", "log"]


@public_page()
def book_shell(request):
    """The page of the minute book with nothing in it."""
    return render(request, "meetings/book_shell.html")


@public_page()
def book_worker(request):
    """The service worker, told which files to keep: other files are another version of it."""
    source = _read(WORKER)
    said = {"SHELL": reverse("meetings:book_shell"), "FILES": _files()}
    said["VERSION"] = sha256((dumps(said) + source).encode()).hexdigest()[:12]
    head = "".join(f"const {name} = {dumps(value)};\n" for name, value in said.items())
    return HttpResponse(head + source, content_type="text/javascript; charset=utf-8")


def _files() -> dict[str, str]:
    """Addresses of all that the shell is made of, each with its hash as browsers check it."""
    scripts = sorted(one.name for one in _folder("js/book").glob("*.js"))
    names = [f"js/book/{one}" for one in scripts if one != Path(WORKER).name]
    names += ["vendor/govuk-frontend.min.css", *(f"css/{one}.css" for one in STYLES)]
    return {static(one): f"sha256-{_hash(one)}" for one in names}


def _hash(name: str) -> str:
    """The hash of a file as it is served: under its own name with the names of others in it."""
    collected = Path(settings.STATIC_ROOT) / Path(static(name)).relative_to(settings.STATIC_URL)
    content = (collected if collected.exists() else _folder(name)).read_bytes()
    return b64encode(sha256(content).digest()).decode()


def _read(name: str) -> str:
    return _folder(name).read_text()


def _folder(name: str) -> Path:
    return Path(settings.STATICFILES_DIRS[0]) / name
