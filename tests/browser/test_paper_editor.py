"""A paper that saves itself: as it is typed, without a network, and between two colleagues."""

import datetime as dt

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from proposals.models import Paper, PaperVersion, SectionText
from tests.factories import MeetingFactory, appoint
from tests.writing import ask, begun, say

SUMMARY = "Non-technical summary"


@pytest.fixture
def paper(first_rows, amina, ed):
    meeting = MeetingFactory(on=timezone.localdate() + dt.timedelta(days=30), state="called")
    ask(meeting.terms, ed, summary=True, purpose=False, dpia=False)
    return begun(amina, wanted_meeting=meeting.slug, title="Waiting in custody")


def text_of(paper, key):
    return SectionText.objects.get(paper=paper, section__key=key).text


def test_a_paper_is_written_and_submitted(page, sign_in, assert_accessible, paper, amina):
    sign_in(page, amina).goto(paper.url_to("write_paper"))
    state = page.locator("#save-state")
    assert_accessible(page)

    page.get_by_role("button", name="Submit", exact=True).click()
    expect(page.get_by_text("It cannot go in yet. First: Non-technical summary")).to_be_visible()
    page.get_by_label(SUMMARY).fill("People wait too long.")
    expect(state).to_contain_text("Saved")
    expect(page.locator("#ready")).not_to_contain_text("Non-technical summary is empty")
    assert text_of(paper, "summary") == "People wait too long."

    page.context.set_offline(True)
    page.get_by_label("Purpose and benefits").fill("Less waiting.")
    expect(state).to_contain_text("Not yet saved (1): no network")
    page.context.set_offline(False)
    expect(state).to_contain_text("Saved")
    assert text_of(paper, "purpose") == "Less waiting."

    page.get_by_label("Bias and protected characteristics").fill("Not known yet.")
    page.get_by_role("button", name="Submit", exact=True).click()
    expect(page.get_by_text("The paper is submitted")).to_be_visible()
    assert text_of(paper, "bias") == "Not known yet."
    said = PaperVersion.objects.get().snapshot["sections"]
    assert [one["text"] for one in said if one["text"]] == [
        "People wait too long.",
        "Less waiting.",
        "Not known yet.",
    ]
    assert_accessible(page)


def test_two_colleagues_keep_both_texts(page, sign_in, assert_accessible, paper, amina):
    sign_in(page, amina).goto(paper.url_to("write_paper"))
    colleague = appoint("presenter", name="Ora Lab")
    say(Paper.objects.get(pk=paper.pk), "summary", "Theirs.", by=colleague)

    page.get_by_label(SUMMARY).fill("Mine.")
    expect(page.locator("#save-state")).to_contain_text("Two texts: 1 section asks you")
    expect(page.get_by_label("Their text")).to_have_text("Theirs.")
    assert_accessible(page)
    assert text_of(paper, "summary") == "Theirs."
    page.get_by_label(SUMMARY).fill("Theirs and mine.")
    page.get_by_role("button", name="Save mine").click()
    expect(page.locator("#save-state")).to_contain_text("Saved")

    assert text_of(paper, "summary") == "Theirs and mine."


def test_the_list_of_sections_follows_what_is_written(page, sign_in, paper, amina):
    sign_in(page, amina).goto(paper.url_to("write_paper"))
    listed = page.get_by_role("navigation", name="Sections of the paper")
    summary = listed.get_by_role("link", name=SUMMARY)
    expect(summary.locator("svg")).to_have_class("de-icon none")

    page.get_by_label(SUMMARY).fill("People wait too long.")
    expect(summary.locator("svg")).to_have_class("de-icon ok")
    expect(summary).to_contain_text("begun")
    page.get_by_label(SUMMARY).fill("")
    expect(summary.locator("svg")).to_have_class("de-icon none")

    page.get_by_label("Lawful").fill("By section 1.")
    expect(page.get_by_text("1 of 8 answered")).to_have_count(2)


def test_leaving_a_section_by_keyboard_saves_it(page, sign_in, paper, amina):
    sign_in(page, amina).goto(paper.url_to("write_paper"))

    page.get_by_label(SUMMARY).focus()
    page.keyboard.type("By hand.")
    page.keyboard.press("Tab")

    expect(page.locator("#save-state")).to_contain_text("Saved")
    assert text_of(paper, "summary") == "By hand."
