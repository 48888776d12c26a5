"""The frame of a page, in a browser: looks, keyboard, and pages of errors."""

from playwright.sync_api import expect


def test_pages_that_are_not_there_look_like_the_rest(page, assert_accessible):
    page.goto("/nothing-here/")

    expect(page.get_by_role("heading", level=1)).to_have_text("We cannot find that page")
    assert_accessible(page)


def test_skip_link_is_the_first_stop_and_leads_to_the_text(page):
    page.goto("/nothing-here/")

    page.keyboard.press("Tab")
    expect(page.get_by_text("Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()
