"""A draft in a browser, from issue to the public: corrected on a phone, published by the clock."""

import datetime as dt

from django.utils import timezone
from playwright.sync_api import expect

from committee.tasks import sweep
from meetings.models import MinutesVersion

NEXT_STEP = "/meetings/2026-03-02/versions/"


def test_a_draft_is_corrected_approved_and_published_at_its_time(
    page, sign_in, assert_accessible, minutes, ben, chloe, ed, monkeypatch
):
    _issue(sign_in(page, ed))
    _suggest_on_a_phone(sign_in(page, chloe), assert_accessible)
    _accept(sign_in(page, ed), assert_accessible)
    sign_in(page, ben).goto(NEXT_STEP)
    page.get_by_role("button", name="Approve these minutes").click()
    due = _schedule(sign_in(page, ed), assert_accessible)

    sweep()
    page.context.clear_cookies()
    page.goto("/meetings/2026-03-02/")
    expect(page.get_by_text("The chair opened the meeting at ten.")).to_have_count(0)
    monkeypatch.setattr(timezone, "now", lambda: due)
    sweep()
    page.reload()
    expect(page.get_by_text("The chair opened the meeting at ten.")).to_be_visible()


def _issue(page):
    page.goto(NEXT_STEP)
    page.get_by_label("Last day for suggestions").fill("2999-12-31")
    page.get_by_role("button", name="Issue the draft").click()
    expect(page.get_by_text("Its readers are told by mail.")).to_be_visible()


def _suggest_on_a_phone(page, assert_accessible):
    page.set_viewport_size({"width": 375, "height": 740})
    page.goto("/meetings/2026-03-02/draft/")
    assert_accessible(page)
    page.get_by_role("link", name="Suggest a correction to paragraph 1", exact=True).click()
    page.get_by_label("How it should read").fill("The chair opened the meeting at ten.")
    page.get_by_label("Why (optional)").fill("It was ten o’clock.")
    assert_accessible(page)
    page.get_by_role("button", name="Send the suggestion").click()
    expect(page.locator("#p1").get_by_text("To be decided")).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 900})


def _accept(page, assert_accessible):
    page.goto("/work/")
    page.get_by_role("link", name="Decide on 1 suggestion to the minutes of 2 March 2026").click()
    expect(page.locator("ins")).to_contain_text("at ten")
    assert_accessible(page)
    page.get_by_role("button", name="Accept for paragraph 1").click()
    expect(page.get_by_text("The line is changed.")).to_be_visible()
    page.goto(NEXT_STEP)
    expect(page.get_by_role("button", name="Approve these minutes")).to_have_count(0)
    page.get_by_role("button", name="Issue the draft again").click()


def _schedule(page, assert_accessible) -> dt.datetime:
    page.goto(NEXT_STEP)
    assert_accessible(page)
    page.get_by_role("link", name="Publish at a time").click()
    page.get_by_label("Day").fill("2097-10-27")
    page.get_by_label("Time").fill("01:30")
    page.get_by_role("button", name="Publish then").click()
    page.get_by_label("The second, after the clocks went back").check()
    assert_accessible(page)
    page.get_by_role("button", name="Publish then").click()
    expect(page.get_by_text("Sunday 27 October 2097, 01:30")).to_be_visible()
    due = dt.datetime(2097, 10, 27, 1, 30, tzinfo=dt.UTC)
    assert MinutesVersion.objects.get().publish_at == due
    return due
