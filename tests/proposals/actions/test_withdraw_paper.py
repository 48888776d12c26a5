import datetime as dt

import pytest
from django.utils import timezone

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from meetings.actions import defer_item, void_vote
from proposals.actions import withdraw_paper
from tests.factories import NINE, MeetingFactory, PaperFactory, item_with_paper
from tests.votes import closed_vote, vote_on

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("state", ["draft", "submitted"])
def test_withdraw_paper_before_it_is_considered(ed, state):
    paper = PaperFactory(state=state)

    withdraw_paper(paper, by=ed, reason="The data changed.", at=NINE)

    assert paper.state == "withdrawn"
    event = Event.objects.get()
    assert (event.act, event.at) == ("proposals.withdraw_paper", NINE)
    assert event.facts == {"reason": "The data changed."}


@pytest.mark.parametrize("state", ["considered", "withdrawn"])
def test_what_was_considered_is_not_withdrawn(ed, state):
    with pytest.raises(Refused, match=f"This paper is {state}"):
        withdraw_paper(PaperFactory(state=state), by=ed)


@pytest.mark.parametrize("name", ["amina", "ben", "chloe", "gus"])
def test_who_may_not_withdraw_the_paper_of_another_body(name, request):
    with pytest.raises(NotPermitted):
        withdraw_paper(PaperFactory(), by=request.getfixturevalue(name))


def test_what_a_meeting_is_hearing_is_not_withdrawn(meeting, ed):
    item = item_with_paper(meeting)
    paper = item.papers.get()

    with pytest.raises(Refused, match="meeting has begun: ask the chair to defer"):
        withdraw_paper(paper, by=ed)

    paper.refresh_from_db()
    assert paper.state == "accepted"
    defer_item(item, by=ed)
    assert withdraw_paper(paper, by=ed).state == "withdrawn"


def test_what_is_on_the_agenda_of_a_meeting_to_come_is_withdrawn(ed):
    item = item_with_paper(MeetingFactory(state="called"))

    assert withdraw_paper(item.papers.get(), by=ed).state == "withdrawn"


def after(meeting):
    """The meeting is over; what is left of it goes on by correspondence."""
    meeting.state = "closed"
    meeting.save()


def test_what_is_voted_on_is_not_withdrawn_until_the_vote_is_void(meeting, ed):
    vote = vote_on(meeting, by=ed, closes_at=timezone.now() + dt.timedelta(days=1))
    after(meeting)
    paper = vote.papers.get()

    with pytest.raises(Refused, match="is voting on this paper"):
        withdraw_paper(paper, by=ed)

    void_vote(vote, by=ed, reason="The wrong paper.")
    assert withdraw_paper(paper, by=ed).state == "withdrawn"


def test_what_was_voted_on_is_not_withdrawn_before_its_outcome(meeting, ed, ben):
    vote = closed_vote(meeting, by=ben, ballots={ben: "C"})
    after(meeting)

    with pytest.raises(Refused, match="has voted on this paper"):
        withdraw_paper(vote.papers.get(), by=ed)
