import datetime as dt

import pytest
from django.utils import timezone

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from meetings.actions import defer_item, void_vote
from proposals.actions import answer_recommendation, submit_paper, withdraw_paper
from proposals.desk import desk_of
from proposals.ledger import give_answers, unanswered
from proposals.models import ExpectedReturn
from tests.factories import NINE, MeetingFactory, PaperFactory, ProposalFactory, item_with_paper
from tests.ledger import advice_on, answered, asked_of, undertaken
from tests.votes import closed_vote, vote_on
from tests.writing import begun, lab_of

pytestmark = pytest.mark.django_db
SAID = {"extent": "done", "text": "Published."}


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


@pytest.fixture
def considered(amina):
    return PaperFactory(
        proposal=ProposalFactory(submitting_body=lab_of(amina)),
        state="considered",
        submitted_at=NINE,
    )


def follow_up(considered):
    return PaperFactory(proposal=considered.proposal, state="draft", submitted_at=None)


def handed_in(paper, *, by):
    """``paper`` with its answers given, as submitting does it."""
    give_answers(paper, by=by, at=NINE)
    type(paper).objects.filter(pk=paper.pk).update(state="submitted", submitted_at=NINE)
    paper.refresh_from_db()
    return paper


def test_what_a_withdrawn_paper_answered_is_open_and_its_return_awaited(amina, considered):
    asked = undertaken(considered)
    expected = ExpectedReturn.objects.create(proposal=considered.proposal, words="next meeting")
    paper = follow_up(considered)
    answer_recommendation(asked, by=amina, paper=paper, **SAID)
    handed_in(paper, by=amina)
    asked.refresh_from_db()
    assert asked.state == "answered"

    withdraw_paper(paper, by=amina)

    asked.refresh_from_db()
    expected.refresh_from_db()
    assert (asked.state, expected.met_by) == ("open", None)
    assert asked.answers.get().given_at is None
    assert list(unanswered(follow_up(considered))) == [asked]
    event = Event.objects.filter(act="proposals.withdraw_paper").get()
    assert event.facts == {"reason": "", "reopened": [asked.label]}


def test_the_desk_asks_for_the_paper_again(amina):
    first = begun(amina)
    type(first).objects.update(state="considered", submitted_at=NINE, accepted_at=NINE)
    ExpectedReturn.objects.create(proposal=first.proposal, words="next meeting")
    paper = begun(amina, proposal=first.proposal)
    submit_paper(paper, by=amina)

    withdraw_paper(paper, by=amina)

    (row,) = desk_of(amina).proposals
    assert row.text == "Begin the paper that was asked for"


def test_what_was_answered_otherwise_too_stays_answered(amina, considered):
    asked = undertaken(considered, state="answered")
    answered(asked, amina)
    paper = follow_up(considered)
    answer_recommendation(asked, by=amina, paper=paper, **SAID)
    handed_in(paper, by=amina)

    withdraw_paper(paper, by=amina)

    asked.refresh_from_db()
    assert asked.state == "answered"


def test_an_answer_that_the_committee_ruled_on_counts_no_more(amina, considered):
    asked = undertaken(considered)
    answered(asked, amina)
    kept = advice_on(considered).rulings.create(recommendation=asked, verdict="keeps")
    type(kept).objects.update(in_force_at=NINE.replace(hour=10))
    paper = follow_up(considered)
    answer_recommendation(asked, by=amina, paper=paper, **SAID)
    handed_in(paper, by=amina)

    withdraw_paper(paper, by=amina)

    asked.refresh_from_db()
    assert asked.state == "open"


@pytest.mark.parametrize("state", ["closed", "open"])
def test_what_was_ruled_on_meanwhile_stays_as_ruled(amina, considered, state):
    asked = undertaken(considered)
    paper = follow_up(considered)
    answer_recommendation(asked, by=amina, paper=paper, **SAID)
    handed_in(paper, by=amina)
    type(asked).objects.update(state=state)

    withdraw_paper(paper, by=amina)

    asked.refresh_from_db()
    assert asked.state == state


def test_a_later_paper_is_the_return_instead(amina, considered):
    paper, later = handed_in(follow_up(considered), by=amina), follow_up(considered)
    expected = ExpectedReturn.objects.create(
        proposal=considered.proposal, words="next meeting", met_by=paper
    )
    type(later).objects.filter(pk=later.pk).update(
        state="submitted", submitted_at=NINE.replace(hour=11)
    )

    withdraw_paper(paper, by=amina)

    expected.refresh_from_db()
    assert expected.met_by == later


def test_a_return_that_is_not_in_force_is_not_met(amina, considered):
    asked = asked_of(considered, told=False)
    decision = asked.line.advice.decisions.get()
    expected = ExpectedReturn.objects.create(
        proposal=considered.proposal, decision=decision, words="next meeting"
    )

    give_answers(follow_up(considered), by=amina, at=NINE)

    expected.refresh_from_db()
    assert expected.met_by is None
