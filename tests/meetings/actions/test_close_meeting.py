import pytest

from committee.models import Event
from committee.refusals import Refused
from meetings.actions import close_meeting
from proposals.models import Advice, Decision
from tests.factories import NINE, MeetingFactory, VoteFactory, item_with_paper
from tests.meetings.roles import OTHERS, assert_not_theirs


def decide(meeting, item, result="not_asked"):
    """A decision on every paper of ``item``, made at ``meeting``."""
    decision = Decision.objects.create(result=result, advice=Advice.objects.create())
    meeting.advice_given.create(item=item, advice=decision.advice)
    for paper in item.papers.all():
        decision.decision_papers.create(paper=paper)


def test_close_meeting_ends_it_and_begins_its_minutes(meeting, ed):
    close_meeting(meeting, by=ed, at=NINE)

    assert (meeting.state, meeting.closed_at) == ("closed", NINE)
    version = meeting.minutes.get()
    assert (version.number, version.state) == (1, "drafting")
    event = Event.objects.get(act="meetings.close_meeting")
    assert (event.actor_name, event.at) == ("Ed Secretary", NINE)


def test_close_meeting_names_every_undecided_paper(meeting, ed):
    undecided, decided = item_with_paper(meeting), item_with_paper(meeting)
    decide(meeting, decided)

    with pytest.raises(Refused) as refusal:
        close_meeting(meeting, by=ed)

    assert str(refusal.value) == (
        f"No decision is recorded on “{undecided.papers.get()}”. Record one, or that the "
        "committee was not asked to advise, or that it is deferred."
    )


def test_close_meeting_does_not_count_what_another_meeting_decided(meeting, ed):
    item = item_with_paper(meeting)
    decide(MeetingFactory(slug="2025-01"), item, "deferred")

    with pytest.raises(Refused, match="No decision is recorded on"):
        close_meeting(meeting, by=ed)


@pytest.mark.parametrize("result", ["not_asked", "no_outcome", "deferred"])
def test_close_meeting_takes_results_without_a_letter(meeting, ed, result):
    decide(meeting, item_with_paper(meeting), result)

    assert close_meeting(meeting, by=ed).state == "closed"


def test_close_meeting_refuses_while_a_vote_is_open(meeting, ed):
    VoteFactory(item=item_with_paper(meeting, title="Vehicle theft"))

    with pytest.raises(Refused, match=r"A vote is still open on “Vehicle theft”\. Close it first."):
        close_meeting(meeting, by=ed)


@pytest.mark.parametrize("state", ["planned", "called", "closed", "cancelled"])
def test_close_meeting_refuses_every_other_state(ed, state):
    with pytest.raises(Refused, match=f"This meeting is {state}."):
        close_meeting(MeetingFactory(state=state), by=ed)


@OTHERS
def test_close_meeting_is_for_the_secretariat(request, who, meeting):
    assert_not_theirs(close_meeting, meeting, by=request.getfixturevalue(who))
