"""One point in a browser: answered by its body, ruled on by newer advice, read by everybody."""

import datetime as dt

import pytest
from playwright.sync_api import expect

from committee.models import Organisation, OutcomeOption
from meetings.advice import give_advice
from proposals.actions import approve_advice
from tests.factories import NINE, AgendaItemFactory, MeetingFactory, PaperFactory, ProposalFactory
from tests.ledger import undertaken
from tests.publishing import published


@pytest.fixture
def asked(page):
    body = Organisation.objects.get(short_name="Lab")
    proposal = ProposalFactory(slug="vans", title="Vehicle theft", submitting_body=body)
    return undertaken(PaperFactory(proposal=proposal), "Show the error rates by group.")


def test_a_point_is_answered_and_closed(page, sign_in, assert_accessible, asked, amina, ben, ed):
    _answer(sign_in(page, amina), assert_accessible)
    advice = _advice(asked)
    _rule(sign_in(page, ed), assert_accessible, advice)
    approve_advice(advice, by=ben, at=NINE)
    published(advice.given.meeting, ed)

    sign_in(page, amina).goto(asked.get_absolute_url())
    expect(page.get_by_text("Closes it", exact=True)).to_be_visible()
    for width in (1280, 375):
        page.set_viewport_size({"width": width, "height": 800})
        for there in ("/recommendations/work/?state=all", asked.get_absolute_url()):
            page.goto(there)
            assert_accessible(page)
        page.goto("/proposals/vans/work/")
        assert_accessible(page)
        page.goto("/recommendations/?state=all")
        assert_accessible(page)


def _answer(page, assert_accessible):
    page.goto("/recommendations/work/")
    page.get_by_role("link", name="U-1").click()
    page.get_by_role("link", name="Answer it").click()
    assert_accessible(page)
    page.get_by_role("button", name="Give the answer").click()
    expect(page.get_by_role("link", name="Say what was done, or why not.")).to_be_visible()
    page.get_by_label("Partly done").check()
    page.get_by_label("What was done, or why not").fill("By age and sex; not by ethnicity.")
    page.get_by_role("button", name="Give the answer").click()
    expect(page.get_by_text("The answer is given.")).to_be_visible()
    assert_accessible(page)


def _advice(asked):
    """Advice being written on the next paper of the same proposal."""
    meeting = MeetingFactory(on=dt.date(2026, 6, 1), state="closed", closed_at=NINE)
    paper = PaperFactory(proposal=asked.papers.get().proposal)
    meeting.meeting_papers.create(paper=paper, key="paper")
    item = AgendaItemFactory(meeting=meeting)
    item.item_papers.create(paper=paper)
    advice = give_advice(item, [paper])
    outcome = OutcomeOption.objects.get(letter="B")
    decision = advice.decisions.create(result="outcome", outcome=outcome)
    decision.decision_papers.create(paper=paper)
    return advice


def _rule(page, assert_accessible, advice):
    page.goto(f"/meetings/2026-06-01/advice/{advice.pk}/")
    expect(page.get_by_text("By age and sex; not by ethnicity.")).to_be_visible()
    assert_accessible(page)
    page.get_by_label("Closes it").check()
    page.get_by_label("Why").fill("The Committee is content.")
    page.get_by_label("If views differed: how").fill("Some would have kept it open.")
    page.get_by_role("button", name="Save what the advice makes of U-1").click()
    expect(page.get_by_text("What the advice makes of U-1 is saved.")).to_be_visible()
    assert_accessible(page)
