"""A first visit to an open page is light: everything it fetches, as it travels."""

import gzip
import re

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command

from tests.publishing import advised, heard, held, published

LIMIT = 96 * 1024
FACES = ["source-sans-3-latin-wght-normal", "source-serif-4-latin-400-normal"]


def weight(path):
    """Bytes of one file over the wire: typefaces are compressed as they are."""
    found = finders.find(path)
    assert found, path
    with open(found, "rb") as file:  # noqa: PTH123 -- finders answer with a string
        content = file.read()
    return len(content) if path.endswith(".woff2") else len(gzip.compress(content, 9, mtime=0))


@pytest.mark.django_db
@pytest.mark.skipif(
    not (settings.BASE_DIR / "node_modules").exists(), reason="node_modules is absent: run npm ci"
)
@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/meetings/",
        "/meetings/2026-03-02/",
        "/proposals/",
        "/people/",
        "/terms/",
        "/outcomes/",
    ],
)
def test_first_visit_is_light(client, ed, address):
    call_command("build_assets", verbosity=0)
    meeting = held()
    advised(heard(meeting), asked=[("recommendation", "Show the error rates.")])
    published(meeting, ed)

    response = client.get(address, headers={"accept-encoding": "gzip"})
    page = response.content
    if response.headers.get("Content-Encoding") == "gzip":
        page = gzip.decompress(page)
    linked = re.findall(r'(?:href|src)="/static/([^"]+)"', page.decode())
    fonts = [f"vendor/fonts/{face}.woff2" for face in FACES]

    assert len(response.content) + sum(map(weight, [*linked, *fonts])) <= LIMIT
