import datetime as dt

import pytest

from committee.models import Event, TermsOfReference
from committee.refusals import NotPermitted, Refused
from meetings.actions import (
    cast_ballot,
    chair_item,
    close_vote,
    open_vote,
    place_item,
    record_outcome,
    record_unanimity,
    withdraw_outcome,
)
from meetings.ballots import why_no_casting_vote
from proposals.models import Decision
from tests.factories import NINE, AgendaItemFactory, an_interest, item_with_paper
from tests.votes import ABLE, CAST, closed_vote, vote_on


@pytest.fixture
def unanimous(meeting, ben, chloe):
    return closed_vote(meeting, by=ben, ballots={ben: "C", chloe: "C"})


@pytest.fixture
def split(meeting, ben, chloe, dev):
    return closed_vote(meeting, by=ben, ballots={ben: "C", chloe: "C", dev: "E"})


@pytest.fixture
def tied(meeting, ben, chloe):
    return closed_vote(meeting, by=ben, ballots={ben: "A", chloe: "E"})


@pytest.fixture
def majority_rule():
    TermsOfReference.objects.update(voting_rule="majority")


def test_the_outcome_decides_the_papers(unanimous, ben):
    decision = record_outcome(unanimous, by=ben, letter="C")

    paper = unanimous.papers.get()
    assert unanimous.decision == decision
    assert (decision.result, decision.outcome.letter) == ("outcome", "C")
    assert (decision.unanimity, decision.reason) == ("unanimous", "")
    assert decision.made_on == dt.date(2026, 3, 2)
    assert list(decision.papers.all()) == [paper]
    assert paper.state == "considered"
    event = Event.objects.last()
    assert (event.act, event.facts) == (
        "meetings.record_outcome",
        {"outcome": "C", "reason": ""},
    )


def test_advice_is_begun_under_the_item_heard(unanimous, ben):
    advice = record_outcome(unanimous, by=ben, letter="C").advice

    assert (advice.given.meeting, advice.given.item) == (unanimous.meeting, unanimous.item)
    assert advice.heading == unanimous.papers.get().title
    assert advice.occasion == "Formal meeting, 2 March 2026"


def test_advice_is_begun_under_the_item_for_advice_if_there_is_one(meeting, ben):
    AgendaItemFactory(meeting=meeting, kind="advice")
    vote = closed_vote(meeting, by=ben, ballots={ben: "C"})
    later = AgendaItemFactory(meeting=meeting, kind="advice")

    assert record_outcome(vote, by=ben, letter="C").advice.given.item == later


@pytest.mark.parametrize(
    ("kind", "since", "draws"),
    [("discussion", -5, True), ("discussion", 5, False), ("advice", 5, True)],
)
def test_a_discussion_put_in_on_the_day_draws_no_advice(meeting, ed, ben, kind, since, draws):
    vote = closed_vote(meeting, by=ben, ballots={ben: "C"})
    at = meeting.started_at + dt.timedelta(minutes=since)
    later = place_item(meeting, by=ed, kind=kind, title="Came up", after=vote.item, at=at)

    given = record_outcome(vote, by=ben, letter="C").advice.given

    assert given.item == (later if draws else vote.item)


def test_one_vote_decides_several_papers(meeting, ben, ed):
    first, second = item_with_paper(meeting), item_with_paper(meeting)
    papers = [first.papers.get(), second.papers.get()]
    vote = open_vote(first, papers, by=ben)
    record_unanimity(vote, by=ed, letter="C")

    decision = record_outcome(vote, by=ed, letter="C")

    assert list(decision.papers.order_by("pk")) == papers
    assert decision.unanimity == "unanimous"


def test_a_majority_is_described_as_one(split, ben, majority_rule):
    split.refresh_from_db()

    assert record_outcome(split, by=ben, letter="C").unanimity == "majority"


def test_the_description_may_say_less(unanimous, ben):
    decision = record_outcome(unanimous, by=ben, letter="C", unanimity="not_stated")

    assert decision.unanimity == "not_stated"


def test_the_description_never_says_more(split, ben, majority_rule):
    with pytest.raises(Refused, match="That is not unanimous"):
        record_outcome(split, by=ben, letter="C", unanimity="unanimous")


def test_a_tie_is_no_majority(tied, ben):
    with pytest.raises(Refused, match="That is not a majority for A"):
        record_outcome(tied, by=ben, letter="A", unanimity="majority", reason="Casting vote.")


def test_a_question_left_open_asks_the_chair(tied, ben):
    with pytest.raises(Refused, match=r"between A and E\. The terms do not say.*Which outcome"):
        record_outcome(tied, by=ben, letter="E")

    decision = record_outcome(tied, by=ben, letter="E", reason="The chair’s casting vote.")

    assert (decision.reason, decision.unanimity) == ("The chair’s casting vote.", "not_stated")


def test_no_rule_in_the_terms_asks_the_chair(split, ben):
    with pytest.raises(Refused, match="set no voting rule"):
        record_outcome(split, by=ben, letter="C")


def test_no_quorum_asks_the_chair(meeting, ben):
    TermsOfReference.objects.update(quorum_at_least=5)
    meeting.refresh_from_db()
    vote = closed_vote(meeting, by=ben, ballots={ben: "A"})

    with pytest.raises(Refused, match="no quorum: 3 could vote, 5 are needed"):
        record_outcome(vote, by=ben, letter="A")


def test_another_outcome_than_the_count_suggests_asks_the_chair(unanimous, ben):
    with pytest.raises(Refused, match="reason for another outcome"):
        record_outcome(unanimous, by=ben, letter="E")

    assert record_outcome(unanimous, by=ben, letter="E", reason="Agreed on reflection.")


@pytest.mark.parametrize("letter", ["abstain", "F"])
def test_an_outcome_is_one_of_the_terms(unanimous, ben, letter):
    with pytest.raises(Refused, match="outcome"):
        record_outcome(unanimous, by=ben, letter=letter, reason="Because.")


def test_an_open_vote_has_no_outcome(meeting, ben):
    with pytest.raises(Refused, match="This vote is open"):
        record_outcome(vote_on(meeting, by=ben), by=ben, letter="A")


def test_an_outcome_is_recorded_once(unanimous, ben):
    stale = type(unanimous).objects.get(pk=unanimous.pk)
    record_outcome(unanimous, by=ben, letter="C")

    with pytest.raises(Refused, match="recorded already"):
        record_outcome(stale, by=ben, letter="C")
    assert Decision.objects.count() == 1


@pytest.mark.parametrize("name", CAST)
def test_who_may_record_an_outcome(unanimous, name, request):
    person = request.getfixturevalue(name)

    if name in ABLE:
        assert record_outcome(unanimous, by=person, letter="C")
        return
    with pytest.raises(NotPermitted, match="record outcomes"):
        record_outcome(unanimous, by=person, letter="C")
    assert not Decision.objects.exists()


@pytest.fixture
def breakable(meeting, ben, chloe):
    """A tie under terms that give the chair a casting vote."""
    meeting.chaired_by = ben
    meeting.save()
    TermsOfReference.objects.update(chair_has_casting_vote=True, voting_rule="majority")
    meeting.terms.refresh_from_db()
    return closed_vote(meeting, by=ben, ballots={ben: "A", chloe: "E"})


def test_the_chair_of_the_item_breaks_a_tie_where_the_terms_say_so(breakable, ed, ben):
    decision = record_outcome(breakable, by=ed, letter="E")

    assert (decision.outcome.letter, decision.unanimity) == ("E", "not_stated")
    assert (breakable.casting.letter, breakable.casting_by) == ("E", ben)
    facts = Event.objects.get(act="meetings.record_outcome").facts
    assert facts["casting_vote_of"] == "Ben Chair"


def test_a_casting_vote_is_for_one_of_those_that_are_tied(breakable, ed):
    with pytest.raises(Refused, match="reason for another outcome"):
        record_outcome(breakable, by=ed, letter="B")

    record_outcome(breakable, by=ed, letter="B", reason="Neither.")

    assert breakable.casting is None


def test_a_casting_vote_needs_somebody_in_the_chair(breakable, meeting, ed):
    meeting.chaired_by = None
    meeting.save()

    with pytest.raises(Refused, match="mark in the attendance who chairs"):
        record_outcome(breakable, by=ed, letter="A")


def test_a_recused_chair_has_no_casting_vote(meeting, ed, ben, chloe, dev):
    meeting.chaired_by = ben
    meeting.save()
    TermsOfReference.objects.update(chair_has_casting_vote=True)
    meeting.terms.refresh_from_db()
    item = item_with_paper(meeting)
    an_interest(ben, item=item, effect="speak")
    vote = vote_on(meeting, by=ed, item=item)
    cast_ballot(vote, by=chloe, choice="A")
    cast_ballot(vote, by=dev, choice="B")
    close_vote(vote, by=ed)

    with pytest.raises(Refused, match="Ben Chair chairs and is recused"):
        record_outcome(vote, by=ed, letter="A")


def test_a_chair_who_could_not_vote_has_no_casting_vote(meeting, ed, ben, chloe, dev):
    TermsOfReference.objects.update(chair_has_casting_vote=True)
    meeting.terms.refresh_from_db()
    meeting.chaired_by = ben
    meeting.save()
    meeting.attendances.filter(person=ben).update(left_at=NINE)
    vote = closed_vote(meeting, by=ed, ballots={chloe: "A", dev: "E"})

    with pytest.raises(Refused, match="Ben Chair is noted as chair and could not vote on this"):
        record_outcome(vote, by=ed, letter="A")
    chair_item(vote.item, by=ed, chair=dev)
    vote.refresh_from_db()
    record_outcome(vote, by=ed, letter="A")

    assert (vote.casting.letter, vote.casting_by) == ("A", dev)


def test_a_vote_counted_before_there_was_a_roll_asks_no_more(breakable, ed, ben):
    breakable.roll = None

    assert why_no_casting_vote(breakable) is None


def test_withdrawing_the_outcome_takes_the_casting_vote_back(breakable, ed):
    decision = record_outcome(breakable, by=ed, letter="E")

    withdraw_outcome(decision, by=ed, reason="Misheard.")

    breakable.refresh_from_db()
    assert (breakable.casting, breakable.casting_by, breakable.decision) == (None, None, None)


def test_differing_views_are_minuted_without_names(meeting, ed, ben, chloe):
    vote = closed_vote(meeting, by=ben, ballots={ben: "A", chloe: "A"})

    decision = record_outcome(vote, by=ed, letter="A", differing_views="Some saw it otherwise.")

    assert decision.differing_views == "Some saw it otherwise."
