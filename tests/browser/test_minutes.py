"""Minutes in a browser: read, linked to, issued and approved, with and without a mouse."""

import pytest
from playwright.sync_api import expect

from meetings.actions import correct_minutes
from tests.meetings.minutes import story


@pytest.fixture
def whole(meeting, minutes, ben, ed):
    story.hide_item(meeting)
    return story.to_publication(minutes, ben=ben, ed=ed)


def test_published_minutes_are_accessible(page, assert_accessible, whole):
    page.goto("/meetings/2026-03-02/")

    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Minutes of the meeting on 2 March 2026"
    )
    assert_accessible(page)


def test_contents_and_paragraph_numbers_are_links(page, whole):
    page.goto("/meetings/2026-03-02/")
    page.get_by_role("navigation", name="On this page").get_by_text("Missing persons").click()
    expect(page).to_have_url("/meetings/2026-03-02/#item-3a-3b")

    page.get_by_role("link", name="Paragraph 9, link to it").click()
    expect(page).to_have_url("/meetings/2026-03-02/#p9")


def test_contents_fold_on_a_phone(page, whole):
    page.set_viewport_size({"width": 375, "height": 740})
    page.goto("/meetings/2026-03-02/")
    contents = page.get_by_role("navigation", name="On this page")

    expect(contents).to_be_hidden()
    page.get_by_text("On this page", exact=True).click()
    expect(contents).to_be_visible()


def test_numbers_of_nested_replies_keep_to_one_margin(page, whole):
    page.goto("/meetings/2026-03-02/")

    left = {
        round(page.locator(f"#p{number} > .de-entry__no").bounding_box()["x"])
        for number in range(2, 7)
    }

    assert max(left) - min(left) <= 2


def test_an_announced_meeting_is_accessible(page, assert_accessible, meeting):
    page.goto("/meetings/2026-03-02/")

    assert_accessible(page)


def test_minutes_go_from_draft_to_publication(page, sign_in, assert_accessible, minutes, ben, ed):
    sign_in(page, ed).goto("/meetings/2026-03-02/versions/")
    assert_accessible(page)
    page.get_by_role("button", name="Issue the draft").click()
    assert_accessible(page)
    page.get_by_role("link", name="Read it as it will be published").click()
    assert_accessible(page)
    sign_in(page, ben).goto("/meetings/2026-03-02/versions/")
    page.get_by_role("button", name="Approve these minutes").click()
    sign_in(page, ed).goto("/meetings/2026-03-02/versions/")
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("The minutes are published.")).to_be_visible()
    page.get_by_role("link", name="the public page").click()
    expect(page.get_by_text("Approved by Ben Chair")).to_be_visible()


def test_a_correction_is_begun_in_words(page, sign_in, assert_accessible, whole, ed):
    sign_in(page, ed).goto("/meetings/2026-03-02/versions/")
    page.get_by_role("link", name="Correct the minutes").click()
    assert_accessible(page)
    page.get_by_label("What is to be corrected?").fill("Paragraph 9 is clearer.")
    page.get_by_role("button", name="Begin a corrected version").click()

    expect(page.get_by_role("heading", name="Version 2")).to_be_visible()


def test_an_older_version_is_accessible(page, assert_accessible, whole, meeting, ben, ed):
    second = correct_minutes(meeting, by=ed, change_note="Paragraph 9 is clearer.")
    story.to_publication(second, ben=ben, ed=ed)
    page.goto("/meetings/2026-03-02/minutes/v1/")

    expect(page.get_by_text("A newer version has been published")).to_be_visible()
    assert_accessible(page)
