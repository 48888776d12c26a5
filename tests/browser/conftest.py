"""A real browser against a real server: ``page`` is a Chromium page of the site under test.

    def test_home(page, assert_accessible):
        page.goto("/")
        assert_accessible(page)

``sign_in(page, person)`` signs somebody in by a session cookie; ``assert_accessible(page)``
runs axe at 1280 and at 375 px and looks for sideways scroll at 320. A script error or a
breach of the content security policy fails the test in which it happens.
"""

import threading
import time
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(autouse=True)
def _everything_is_answered(transactional_db):
    """Tables are emptied when the last request is over, whether its page still stands or not."""
    yield
    patience = time.monotonic() + 10
    while any("process_request" in one.name for one in threading.enumerate()):
        assert time.monotonic() < patience, "a request to the site under test does not end"
        time.sleep(0.02)


@pytest.fixture
def page(chromium, live_server, first_rows):
    """A page 1280 px wide; addresses are relative to the server under test."""
    context = chromium.new_context(
        base_url=live_server.url,
        viewport={"width": 1280, "height": 900},
        locale="en-GB",
        timezone_id="Europe/London",
    )
    context.set_default_timeout(10_000)
    page, wrong = context.new_page(), []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "console",
        lambda line: wrong.append(line.text) if "Content Security Policy" in line.text else None,
    )
    yield page
    context.close()
    assert wrong == []


@pytest.fixture
def sign_in(live_server):
    """Sign ``person`` in on ``page``, as if they had given their password."""

    def sign_in(page, person):
        client = Client()
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        cookie = client.cookies[settings.SESSION_COOKIE_NAME]
        page.context.add_cookies(
            [{"name": cookie.key, "value": cookie.value, "url": live_server.url}]
        )
        return page

    return sign_in


def violations(page):
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    return [
        f"{page.url} {rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]
    ]


def sideways(page):
    """How many pixels the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


@pytest.fixture
def assert_accessible():
    """axe finds nothing at 1280 and 375 px, and nothing scrolls sideways at 320."""

    def assert_accessible(page):
        for width, height in [(1280, 900), (375, 740)]:
            page.set_viewport_size({"width": width, "height": height})
            assert violations(page) == [], f"at {width} px"
        page.set_viewport_size({"width": 320, "height": 640})
        assert sideways(page) <= 0, f"{page.url} scrolls sideways at 320 px"
        page.set_viewport_size({"width": 1280, "height": 900})

    return assert_accessible
