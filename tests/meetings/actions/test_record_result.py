import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from meetings.actions import record_result
from tests.factories import NINE, MeetingFactory, item_with_paper
from tests.votes import ABLE, CAST, vote_on


@pytest.fixture
def item(meeting):
    return item_with_paper(meeting)


@pytest.mark.parametrize(
    ("result", "state"),
    [("not_asked", "considered"), ("no_outcome", "considered"), ("deferred", "accepted")],
)
def test_a_result_without_a_letter(meeting, item, ed, result, state):
    paper = item.papers.get()

    decision = record_result(item, [paper], by=ed, result=result, reason="No time.", at=NINE)

    paper.refresh_from_db()
    assert (decision.result, decision.outcome, decision.reason) == (result, None, "No time.")
    assert decision.advice.given.meeting == meeting
    assert paper.state == state
    assert not meeting.undecided_papers().exists()
    event = Event.objects.last()
    assert (event.act, event.at) == ("meetings.record_result", NINE)
    assert event.facts == {"item": item.pk, "result": result}


def test_a_deferred_paper_comes_back(item, ed):
    paper = item.papers.get()
    record_result(item, [paper], by=ed, result="deferred")
    later = MeetingFactory(on="2026-06-02", slug="later")
    later.meeting_papers.create(paper=paper, key="again")

    assert list(later.undecided_papers()) == [paper]


def test_a_letter_needs_a_vote(item, ed):
    with pytest.raises(Refused, match="recorded from a vote"):
        record_result(item, list(item.papers.all()), by=ed, result="outcome")


def test_a_paper_in_an_open_vote_has_no_result_yet(meeting, item, ed):
    vote_on(meeting, by=ed, item=item)

    with pytest.raises(Refused, match=r"A vote on “.*” is open"):
        record_result(item, list(item.papers.all()), by=ed, result="no_outcome")


@pytest.mark.parametrize("name", CAST)
def test_who_may_record_a_result(item, name, request):
    person, papers = request.getfixturevalue(name), list(item.papers.all())

    if name in ABLE:
        assert record_result(item, papers, by=person, result="no_outcome")
        return
    with pytest.raises(NotPermitted, match="record outcomes"):
        record_result(item, papers, by=person, result="no_outcome")
