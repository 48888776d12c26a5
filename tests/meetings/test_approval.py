"""Who approves minutes, and what has to be decided before."""

import pytest
from django.urls import reverse

from committee.refusals import NotPermitted
from meetings import actions
from meetings.approval import approvers, why_unsettled
from meetings.worklist_of_minutes import items
from tests.factories import an_interest, appoint, item_with_paper, seat
from tests.votes import closed_vote, decided, vote_on

APPROVE = "Approve the minutes of 2 March 2026"


@pytest.fixture
def burglary(minutes):
    """An item of a meeting whose minutes are being drafted."""
    return minutes.meeting.items.get(title="Burglary patterns")


@pytest.fixture
def issue(minutes, ed):
    return lambda: actions.issue_draft_minutes(minutes, by=ed)


@pytest.fixture
def closed_to_ben(burglary, minutes, ben):
    """The draft of a meeting whose chair left for one of its items; not issued yet."""
    an_interest(ben, item=burglary)
    return minutes


@pytest.fixture
def vice(db):
    return appoint("vice_chair", name="Vera Vice")


def said(person):
    return [item.text for item in items(person)]


def test_who_left_the_room_does_not_approve_what_they_may_not_read(closed_to_ben, issue, ben, vice):
    issue()

    with pytest.raises(NotPermitted, match="the meeting: Vera Vice approves its minutes"):
        actions.approve_minutes(closed_to_ben, by=ben)
    assert (APPROVE in said(ben), APPROVE in said(vice)) == (False, True)

    assert actions.approve_minutes(closed_to_ben, by=vice).approved_by == vice


def test_who_did_not_vote_and_stayed_approves(burglary, ben):
    an_interest(ben, item=burglary, effect="speak")

    assert approvers(burglary.meeting) == [ben]


def test_the_chair_approves_where_it_is_the_vice_chair_who_left(burglary, issue, ben, vice):
    an_interest(vice, item=burglary)
    version = issue()

    with pytest.raises(NotPermitted, match="Ben Chair approves its minutes"):
        actions.approve_minutes(version, by=vice)
    assert actions.approve_minutes(version, by=ben).approved_by == ben


def test_else_whoever_chaired_the_item_approves(closed_to_ben, burglary, issue, ben, chloe, dev):
    burglary.chaired_by = dev
    burglary.save()
    version = issue()

    with pytest.raises(NotPermitted, match="Dev Member approves its minutes"):
        actions.approve_minutes(version, by=ben)
    with pytest.raises(NotPermitted, match="Neither chair nor vice chair is free to: Dev Member"):
        actions.approve_minutes(version, by=chloe)
    assert (APPROVE in said(dev), APPROVE in said(chloe)) == (True, False)
    assert actions.approve_minutes(version, by=dev).approved_by == dev


def test_else_a_voting_member_who_was_there(closed_to_ben, chloe, dev):
    assert approvers(closed_to_ben.meeting) == []

    seat(closed_to_ben.meeting, chloe)

    assert approvers(closed_to_ben.meeting) == [chloe]


def test_of_many_who_were_there_none_is_named(closed_to_ben, ben):
    for _ in range(4):
        seat(closed_to_ben.meeting, appoint("member"))

    with pytest.raises(NotPermitted, match="a voting member who was there throughout approves"):
        actions.approve_minutes(closed_to_ben, by=ben)


def test_where_all_left_an_interest_is_looked_at_again(closed_to_ben, ben):
    with pytest.raises(NotPermitted, match="An interest is to be withdrawn or ruled on first"):
        actions.approve_minutes(closed_to_ben, by=ben)


def test_a_member_approves_above_the_draft_they_read(
    client, closed_to_ben, burglary, issue, dev, chloe
):
    burglary.chaired_by = dev
    burglary.save()
    slug = issue().meeting.slug
    draft = reverse("meetings:draft", args=[slug])
    client.force_login(chloe)
    assert "Approve these minutes" not in client.get(draft).text
    client.force_login(dev)
    assert "Approve these minutes" in client.get(draft).text
    assert draft in {item.url for item in items(dev) if item.text == APPROVE}

    done = client.post(reverse("meetings:approve_minutes", args=[slug, 1]), follow=True)

    assert done.redirect_chain == [(draft, 302)]
    assert "Approved minutes, not yet published" in done.text


# --- what has no outcome yet


def drafted(meeting, ed):
    actions.close_meeting(meeting, by=ed)
    return actions.issue_draft_minutes(meeting.minutes.get(), by=ed)


def test_a_paper_that_was_left_undecided_is_decided_first(meeting, ben, ed):
    decision = decided(meeting, by=ben)
    vote = decision.vote
    draft = drafted(meeting, ed)
    actions.withdraw_outcome(decision, by=ed, reason="A slip.")

    with pytest.raises(NotPermitted, match="counted and without its outcome, on “Item"):
        actions.approve_minutes(draft, by=ben)
    actions.void_vote(vote, by=ed, reason="A slip.")
    with pytest.raises(NotPermitted, match="No decision is recorded on “Paper"):
        actions.approve_minutes(draft, by=ben)
    actions.record_result(vote.item, list(vote.papers.all()), by=ed, result="deferred")
    draft = actions.issue_draft_minutes(draft, by=ed)

    assert actions.approve_minutes(draft, by=ben).state == "approved"


def test_the_page_of_the_minutes_says_what_waits_as_far_as_it_is_open(client, meeting, ben, ed):
    decision = decided(meeting, by=ben)
    item = decision.vote.item
    draft = drafted(meeting, ed)
    actions.withdraw_outcome(decision, by=ed, reason="A slip.")
    page = reverse("meetings:minutes_versions", args=[meeting.slug])
    client.force_login(ed)
    assert f"without its outcome, on “{item}”" in client.get(page).text

    an_interest(ben, item=item)
    client.force_login(ben)

    assert str(item) not in client.get(page).text
    assert draft.state == "issued"


def test_a_record_from_elsewhere_is_as_it_was_published(meeting, ben):
    item_with_paper(meeting)
    assert "No decision is recorded" in why_unsettled(meeting)

    meeting.record_sha256 = "0" * 64
    assert why_unsettled(meeting) is None
    closed_vote(meeting, by=ben, ballots={ben: "A"})
    assert "without its outcome" in why_unsettled(meeting)


def test_a_vote_that_is_open_is_waited_for(meeting, ben):
    vote = vote_on(meeting, by=ben)

    assert f"A vote is open, or counted and without its outcome, on “{vote.item}”" in why_unsettled(
        meeting
    )
