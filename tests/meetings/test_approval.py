"""What has to be decided before minutes are approved."""

import pytest
from django.urls import reverse

from committee.refusals import NotPermitted
from meetings import actions
from meetings.approval import why_unsettled
from tests.factories import an_interest, item_with_paper
from tests.votes import closed_vote, decided, vote_on


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
