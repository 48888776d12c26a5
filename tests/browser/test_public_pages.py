"""The open pages in a browser: readable by everybody, light, and without script."""

import pytest
from playwright.sync_api import expect

from tests.factories import PaperFactory, ProposalFactory, appoint
from tests.publishing import advised, heard, held, published

PAGES = [
    "/",
    "/meetings/",
    "/meetings/2026-03-02/",
    "/proposals/",
    "/proposals/?q=nothing&outcome=D",
    "/proposals/vans/",
    "/outcomes/",
    "/people/",
    "/terms/",
    "/sign-in/",
    "/style/",
]


@pytest.fixture
def site(page, settings):
    """A committee with one published meeting."""
    ed = appoint("secretariat", name="Ed Secretary")
    appoint("chair", name="Ben Chair")
    vans = ProposalFactory(
        slug="vans", title="Vehicle theft predictions", summary="Names streets, not people."
    )
    vans.aliases.create(name="Vans")
    meeting = held(title="Formal meeting")
    paper = PaperFactory(proposal=vans, title="Vans, an update", stage="update")
    asked = [("recommendation", "Show the share of quiet areas."), ("question", "How often?")]
    advised(heard(meeting, paper), "B", asked)
    heard(meeting, kind="information", title="A briefing")
    published(meeting, ed)
    settings.DEBUG = True  # for the gallery
    return ed


def test_axe_finds_nothing_on_any_open_page(page, site, assert_accessible, sign_in):
    for address in PAGES:
        if address == "/style/":
            sign_in(page, site)
        assert page.goto(address).status == 200, address
        assert_accessible(page)


def test_reader_finds_a_proposal_and_its_history_without_script(page, site, chromium, live_server):
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()

    page.goto("/")
    page.get_by_role("link", name="Proposals").click()
    page.get_by_label("Name, other name or number").fill("vans")
    page.get_by_label("Latest outcome").select_option("B")
    page.get_by_role("button", name="Filter").click()
    page.get_by_role("link", name="Vehicle theft predictions").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Vehicle theft predictions")
    expect(page.get_by_text("Show the share of quiet areas.")).to_be_visible()
    assert context.cookies() == []
    context.close()


def test_open_pages_ask_for_no_script(page, site):
    scripts = []
    page.on("request", lambda sent: sent.resource_type == "script" and scripts.append(sent.url))

    for address in PAGES[:-2]:
        page.goto(address)

    assert scripts == []


def test_errors_of_a_form_take_the_focus_to_their_field(page, site, sign_in):
    sign_in(page, site).goto("/style/")

    page.get_by_role("link", name="Enter the owner.").first.click()

    expect(page.locator("#id_wrong-owner")).to_be_focused()


def test_signing_out_is_a_button_that_posts(page, site, sign_in):
    sign_in(page, site).goto("/style/")

    page.get_by_role("button", name="Sign out").click()

    expect(page.get_by_role("link", name="Sign in")).to_be_visible()
    assert page.request.get("/style/").url.endswith("/sign-in/?next=/style/")
