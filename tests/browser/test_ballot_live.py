"""A ballot on a phone while others vote: what is chosen and typed stays as it is."""

import pytest
from playwright.sync_api import expect

from meetings import actions
from tests import factories
from tests.votes import vote_on

PHONE = {"width": 375, "height": 740}


@pytest.fixture
def room(page):
    """An open vote, who chairs, and two members."""
    chair = factories.appoint("chair", name="Ben Chair")
    members = [factories.appoint("member", name=name) for name in ("Chloe Member", "Dev Member")]
    meeting = factories.MeetingFactory(state="under_way", started_at=factories.NINE)
    for person in (chair, *members):
        factories.seat(meeting, person)
    page.set_viewport_size(PHONE)
    return vote_on(meeting, by=chair), chair, *members


def test_what_is_chosen_and_typed_outlives_what_the_page_asks_again(page, room, sign_in):
    vote, _, member, other = room
    sign_in(page, member).goto(f"{vote.get_absolute_url()}ballot/")
    page.get_by_role("radio", name="C Proceed with major amendments").check(force=True)
    page.get_by_text("Add a reason (optional)").click()
    page.get_by_label("Your reason").press_sequentially("Half a thou")

    actions.cast_ballot(vote, by=other, choice="A")
    expect(page.locator("#ballots-in")).to_contain_text("1 of 3 ballots are in", timeout=15_000)

    expect(page.get_by_label("Your reason")).to_be_focused()
    page.keyboard.type("ght")
    expect(page.get_by_label("Your reason")).to_have_value("Half a thought")
    page.get_by_role("button", name="Cast your ballot: C").click()
    page.get_by_role("heading", name="Your ballot is counted").wait_for()
    assert vote.ballots.get(member=member).reason == "Half a thought"


def test_whoever_is_too_late_is_told_so_and_why(page, room, sign_in):
    vote, chair, member, _ = room
    sign_in(page, member).goto(f"{vote.get_absolute_url()}ballot/")
    page.get_by_role("radio", name="A Proceed").check(force=True)

    page.route("**/ballots-in/", lambda route: route.abort())  # the page does not know yet
    actions.close_vote(vote, by=chair)
    page.get_by_role("button", name="Cast your ballot: A").click()

    page.get_by_text("This vote is closed.").wait_for()
    assert not vote.ballots.exists()


def test_a_ballot_is_not_changed_once_the_page_knows_of_the_close(
    page, room, sign_in, assert_accessible
):
    vote, chair, member, _ = room
    actions.cast_ballot(vote, by=member, choice="A")
    sign_in(page, member).goto(f"{vote.get_absolute_url()}ballot/")
    change = page.get_by_role("button", name="Change your ballot")
    expect(change).to_be_visible()

    actions.close_vote(vote, by=chair)
    expect(page.locator("#ballots-in")).to_contain_text("No ballot counts any more", timeout=15_000)
    expect(change).to_be_hidden()
    expect(page.get_by_text("You may change it")).to_be_hidden()
    expect(page.get_by_role("heading", name="Your ballot is counted")).to_be_visible()
    assert_accessible(page)
