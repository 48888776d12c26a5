import datetime as dt

import pytest
from django.utils import timezone

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from meetings import actions
from meetings.actions import open_vote
from tests.factories import NINE, PaperFactory, item_with_paper
from tests.votes import ABLE, CAST, closed_vote, vote_on


@pytest.fixture
def item(meeting):
    return item_with_paper(meeting)


def papers(item):
    return list(item.papers.all())


def test_open_vote_puts_the_question_and_records_it(meeting, item, ben):
    vote = open_vote(item, papers(item), by=ben, at=NINE)

    assert (vote.meeting, vote.item, vote.state, vote.opened_by) == (meeting, item, "open", ben)
    assert (vote.opened_at, vote.question) == (NINE, "What does the committee advise?")
    assert vote.terms == meeting.terms
    assert list(vote.papers.all()) == papers(item)
    event = Event.objects.get()
    assert (event.act, event.subject_id, event.actor_id, event.at) == (
        "meetings.open_vote",
        str(vote.pk),
        str(ben.pk),
        NINE,
    )
    assert event.facts == {"papers": [papers(item)[0].pk]}


def test_one_vote_may_be_on_several_papers(meeting, item, ed):
    other = item_with_paper(meeting)

    vote = open_vote(item, papers(item) + papers(other), by=ed, question="On both?")

    assert vote.papers.count() == 2
    assert vote.question == "On both?"


def test_a_meeting_without_terms_votes_under_the_first(meeting, item, ben):
    meeting.terms = None
    meeting.save()

    assert open_vote(item, papers(item), by=ben).terms.version == 1


@pytest.mark.parametrize("name", CAST)
def test_who_may_open_a_vote(item, name, request):
    person = request.getfixturevalue(name)

    if name in ABLE:
        open_vote(item, papers(item), by=person)
        return
    with pytest.raises(NotPermitted, match="Only the chair, the vice chair and the secretariat"):
        open_vote(item, papers(item), by=person)
    assert not Event.objects.exists()


def test_whoever_chairs_on_the_day_may(meeting, item, chloe):
    meeting.chaired_by = chloe
    meeting.save()

    assert open_vote(item, papers(item), by=chloe).opened_by == chloe


@pytest.mark.parametrize("state", ["planned", "called", "cancelled"])
def test_only_while_the_meeting_is_under_way(meeting, item, ben, state):
    meeting.state = state
    meeting.save()
    item.refresh_from_db()

    with pytest.raises(NotPermitted, match=f"The meeting is {state}, not under way"):
        open_vote(item, papers(item), by=ben)


def test_after_the_close_only_by_correspondence(meeting, item, ben):
    meeting.state = "closed"
    meeting.save()
    item.refresh_from_db()

    with pytest.raises(Refused, match="only a vote by correspondence can be opened"):
        open_vote(item, papers(item), by=ben)
    later = timezone.now() + dt.timedelta(days=7)
    assert open_vote(item, papers(item), by=ben, closes_at=later).is_open


def test_a_vote_needs_a_paper(item, ben):
    with pytest.raises(Refused, match="Choose at least one paper"):
        open_vote(item, [], by=ben)


def test_the_paper_is_before_this_meeting(item, ben):
    with pytest.raises(Refused, match="is not before this meeting"):
        open_vote(item, [PaperFactory()], by=ben)


@pytest.mark.parametrize("state", ["draft", "considered", "withdrawn"])
def test_the_paper_is_submitted(item, ben, state):
    item.papers.update(state=state)

    with pytest.raises(Refused, match=f"is {state}"):
        open_vote(item, papers(item), by=ben)


def test_one_open_vote_per_item(meeting, item, ben):
    vote_on(meeting, by=ben, item=item)
    paper = PaperFactory()
    meeting.meeting_papers.create(paper=paper, key="other")

    with pytest.raises(Refused, match="A vote is open on this item"):
        open_vote(item, [paper], by=ben)


def test_a_paper_is_in_one_open_vote(meeting, item, ben):
    vote_on(meeting, by=ben, item=item)

    with pytest.raises(Refused, match=r"A vote on “.*” is open: close it first"):
        open_vote(item_with_paper(meeting), papers(item), by=ben)


def test_a_counted_vote_waits_for_its_outcome(meeting, ben):
    vote = closed_vote(meeting, by=ben, ballots={ben: "A"})

    with pytest.raises(Refused, match="record its outcome, or void it"):
        vote_on(meeting, by=ben, item=vote.item)


def test_a_decided_paper_is_not_voted_on_again(meeting, ben):
    vote = closed_vote(meeting, by=ben, ballots={ben: "A"})
    actions.record_outcome(vote, by=ben, letter="A")

    with pytest.raises(Refused, match="is decided already"):
        vote_on(meeting, by=ben, item=vote.item)


def test_a_void_vote_can_be_run_again(meeting, ben):
    vote = vote_on(meeting, by=ben)
    actions.void_vote(vote, by=ben, reason="The wrong paper was shown.")

    assert vote_on(meeting, by=ben, item=vote.item).is_open
