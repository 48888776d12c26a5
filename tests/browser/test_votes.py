"""A vote by hand: two taps on a phone, a roll call, the count, the advice, the letter."""

import pytest
from django.urls import reverse

from committee.models import Organisation
from meetings import actions
from proposals.actions import add_advice_line, draft_letter
from tests import factories
from tests.votes import vote_on


@pytest.fixture
def room(page):
    """A meeting under way: who chairs, a member, the secretary, and an open vote."""
    chair = factories.appoint("chair", name="Ben Chair")
    member = factories.appoint("member", name="Chloe Member")
    secretary = factories.appoint("secretariat", name="Ed Secretary")
    meeting = factories.MeetingFactory(state="under_way", started_at=factories.NINE)
    for person in (chair, member, secretary):
        factories.seat(meeting, person)
    return vote_on(meeting, by=chair), chair, member, secretary


def test_a_ballot_is_two_taps_on_a_phone(page, room, sign_in, assert_accessible):
    vote, _, member, _ = room
    page.set_viewport_size({"width": 375, "height": 740})
    sign_in(page, member).goto(f"{vote.get_absolute_url()}ballot/")

    cast = page.get_by_role("button", name="Cast your ballot")
    box = cast.bounding_box()
    assert box["y"] + box["height"] <= 740
    for choice in page.get_by_role("radio").all():
        assert choice.bounding_box()["y"] + choice.bounding_box()["height"] <= box["y"]
    page.get_by_role("radio", name="B Proceed with minor amendments").check(force=True)
    page.get_by_role("button", name="Cast your ballot: B").click()

    page.get_by_role("heading", name="Your ballot is counted").wait_for()
    assert_accessible(page)
    assert vote.ballots.get().choice.letter == "B"


def test_a_ballot_is_cast_by_keyboard(page, room, sign_in):
    vote, _, member, _ = room
    sign_in(page, member).goto(f"{vote.get_absolute_url()}ballot/")

    page.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    page.get_by_text("You chose B, proceed with minor amendments.").wait_for()


def test_the_secretary_goes_from_the_roll_call_to_the_letter(
    page, room, sign_in, assert_accessible
):
    vote, _, _, secretary = room
    Organisation.objects.update(email="office@example.org")
    sign_in(page, secretary).goto(vote.get_absolute_url())
    assert_accessible(page)
    for _ in range(2):
        page.get_by_role("link", name="Take the ballot").first.click()
        assert_accessible(page)
        page.get_by_role("radio", name="C Proceed with major amendments").check(force=True)
        page.get_by_role("button", name="Take this ballot").click()
        if page.get_by_role("link", name="Back to the vote").count():
            page.get_by_role("link", name="Back to the vote").click()
    page.get_by_role("button", name="Close the vote and count").click()
    page.get_by_text("Unanimous for C, with 2 votes.").wait_for()
    assert_accessible(page)
    page.get_by_role("button", name="Record the outcome").click()
    page.get_by_label("Text").fill("Publish the method.")
    page.get_by_role("button", name="Add this line").click()
    page.get_by_role("button", name="Save line 1").wait_for()
    assert_accessible(page)
    page.get_by_role("button", name="Draft the letter").click()

    page.get_by_text("Publish the method.").wait_for()
    assert_accessible(page)


def test_the_pages_round_a_vote_are_accessible(page, room, sign_in, assert_accessible):
    vote, chair, _, secretary = room
    actions.cast_ballot(vote, by=chair, choice="A")
    sign_in(page, secretary)
    slug = vote.meeting.slug
    for name in ["record_show_of_hands", "record_unanimity", "void_vote"]:
        page.goto(reverse(f"meetings:{name}", args=[slug, vote.pk]))
        assert_accessible(page)
    actions.close_vote(vote, by=chair)
    decision = actions.record_outcome(vote, by=chair, letter="A")
    add_advice_line(decision.advice, by=chair, kind="comment", text="Good.")
    letter = draft_letter(decision.advice, by=chair)
    paper = vote.papers.get()
    for url in [
        reverse("meetings:votes", args=[slug]),
        reverse("meetings:write_advice", args=[slug]),
        reverse("proposals:letters"),
        reverse("proposals:revise_letter", args=[letter.pk]),
        reverse("proposals:mine"),
        reverse("proposals:add_proposal"),
        reverse("proposals:workspace", args=[paper.proposal.slug]),
        reverse("proposals:draft_paper", args=[paper.proposal.slug]),
        paper.get_absolute_url(),
    ]:
        page.goto(url)
        assert_accessible(page)
