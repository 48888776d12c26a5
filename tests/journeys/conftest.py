import pytest

from tests.journeys.site import Site


@pytest.fixture
def site(tmp_path, django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        site = Site(tmp_path)
        yield site
        site.end()


@pytest.fixture
def desk(site, chromium):
    """desk(): a new browser window at the site, nobody signed in; desk(phone=True): a phone."""
    contexts = []

    def desk(*, phone=False):
        size = {"width": 375, "height": 740} if phone else {"width": 1280, "height": 900}
        context = chromium.new_context(base_url=site.url, viewport=size, locale="en-GB")
        context.set_default_timeout(15_000)
        contexts.append(context)
        return context.new_page()

    yield desk
    for context in contexts:
        context.close()
