"""A paper on its way: returned with reasons, read and asked about on a phone, put in the room."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from meetings.models import Entry
from proposals.actions import answer_question, ask_question, send_questions
from proposals.models import AdvanceQuestion
from tests import factories
from tests.papers import a_paper, section

PHONE = {"width": 375, "height": 740}


@pytest.fixture
def lab(first_rows):
    return factories.appoint("presenter", name="Amina Lab")


@pytest.fixture
def secretary(first_rows):
    return factories.appoint("secretariat", name="Ed Secretary")


@pytest.fixture
def member(first_rows):
    return factories.appoint("member", name="Chloe Member")


def test_a_member_reads_on_a_phone_and_asks_at_a_section(page, sign_in, member, assert_accessible):
    first = a_paper(purpose="To find stolen cars.", bias="None.")
    paper = a_paper(proposal=first.proposal, purpose="To find stolen vans.", bias="None.")
    type(paper).objects.filter(pk=paper.pk).update(predecessor=first)
    page.set_viewport_size(PHONE)
    sign_in(page, member).goto(paper.get_absolute_url())
    assert_accessible(page)
    page.set_viewport_size(PHONE)

    page.get_by_text("Contents", exact=True).click()
    page.get_by_role("link", name="Bias", exact=True).click()
    page.get_by_role("link", name="Ask about Bias").click()
    page.get_by_label("Your question").fill("For whom was it looked at?")
    assert_accessible(page)
    page.set_viewport_size(PHONE)
    page.get_by_role("button", name="Share with the committee").click()

    page.get_by_text("The committee can read your question.").wait_for()
    asked = AdvanceQuestion.objects.get()
    assert (asked.state, asked.section.key) == ("shared", "bias")
    assert_accessible(page)
    page.goto(paper.get_absolute_url())
    page.get_by_text("For whom was it looked at?").wait_for()
    page.get_by_role("link", name="What changed since the last paper").click()
    page.get_by_text("1 section changed, 1 did not.").wait_for()
    assert "cars" in page.locator("del").last.inner_text()
    assert_accessible(page)


def test_a_paper_is_returned_with_reasons_beside_its_sections(
    page, sign_in, secretary, lab, assert_accessible
):
    paper = a_paper("submitted", purpose="To find stolen cars.", bias="None.")
    sign_in(page, secretary).goto(reverse("meetings:inbox"))
    assert_accessible(page)
    page.get_by_role("link", name=re.compile("^Check")).click()
    assert_accessible(page)

    page.get_by_text("To be put right here: Bias").click()
    page.get_by_label("What is to be put right in Bias").fill("Say for whom.")
    page.get_by_role("button", name="Return with these reasons").click()

    page.get_by_text("The paper is returned. Its body is told.").wait_for()
    page.context.clear_cookies()
    sign_in(page, lab).goto(paper.get_absolute_url())
    page.get_by_text("Returned by the secretariat").wait_for()
    page.get_by_text("Say for whom.").wait_for()
    assert_accessible(page)


def test_a_question_is_put_in_the_room_by_one_press(
    page, sign_in, secretary, member, lab, assert_accessible
):
    meeting = factories.MeetingFactory(state="under_way", started_at=factories.NINE)
    factories.seat(meeting, member)
    item = factories.AgendaItemFactory(meeting=meeting, number="1")
    item.item_papers.create(paper=a_paper())
    question = ask_question(
        item.papers.get(), by=member, text="How often is it wrong?", section=section(),
        is_shared=True,
    )  # fmt: skip
    send_questions(question.paper, by=secretary, questions=[question])
    answer_question(question, by=lab, text="In one case of ten.")
    sign_in(page, secretary).goto(reverse("meetings:room", args=[meeting.slug]))
    page.get_by_role("heading", name="Asked in advance").wait_for()
    assert_accessible(page)

    page.get_by_role("button", name=re.compile("Put it.*How often is it wrong")).click()

    lines = page.locator(".r-lines--book .r-line textarea")
    expect(lines.nth(0)).to_have_value("How often is it wrong?")
    expect(lines.nth(1)).to_have_value("In one case of ten.")
    page.locator("#room-asked").get_by_text("Put", exact=True).wait_for()
    said = Entry.objects.order_by("pk").values_list("kind", "speaker", "speaker_person")
    assert list(said) == [
        ("question", "Member", member.pk),
        ("answer", "Lab, in writing", lab.pk),
    ]
