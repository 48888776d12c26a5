import pytest
from playwright.sync_api import expect

from tests.journeys.site import Site

PATIENCE = 30_000  # ms: eight browsers and all the servers may share two processors


@pytest.fixture
def site(tmp_path, django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        site = Site(tmp_path)
        yield site
        site.end()


@pytest.fixture
def desk(site, chromium):
    """desk(): a new browser window at the site, nobody signed in; desk(phone=True): a phone.

    With ``url`` it goes to the site by that way.
    """
    contexts = []
    expect.set_options(timeout=PATIENCE)

    def desk(*, phone=False, url=site.url):
        size = {"width": 375, "height": 740} if phone else {"width": 1280, "height": 900}
        context = chromium.new_context(base_url=url, viewport=size, locale="en-GB")
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        return context.new_page()

    yield desk
    expect.set_options(timeout=5_000)
    for context in contexts:
        context.close()
