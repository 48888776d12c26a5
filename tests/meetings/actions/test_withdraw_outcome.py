import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from meetings.actions import record_outcome, record_result, void_vote, withdraw_outcome
from proposals.actions import add_advice_line, approve_advice, draft_letter, record_decision
from proposals.models import Advice, Decision
from tests.factories import NINE, PaperFactory, item_with_paper
from tests.ledger import rule, undertaken
from tests.votes import ABLE, CAST, closed_vote, decided


def test_withdraw_outcome_makes_the_papers_undecided_again(meeting, ben):
    decision = decided(meeting, by=ben)
    vote, paper = decision.vote, decision.papers.get()

    withdraw_outcome(decision, by=ben, reason="Entered for the wrong paper.", at=NINE)

    vote.refresh_from_db()
    paper.refresh_from_db()
    assert (vote.state, vote.decision, paper.state) == ("closed", None, "accepted")
    assert list(meeting.undecided_papers()) == [paper]
    assert not Decision.objects.exists()
    assert not Advice.objects.exists()
    event = Event.objects.last()
    assert (event.act, event.at) == ("meetings.withdraw_outcome", NINE)
    assert event.facts["reason"] == "Entered for the wrong paper."


def test_the_vote_can_then_be_given_another_outcome_or_voided(meeting, ben):
    decision = decided(meeting, by=ben)
    vote = decision.vote
    withdraw_outcome(decision, by=ben, reason="A slip.")

    assert record_outcome(vote, by=ben, letter="C").outcome.letter == "C"
    withdraw_outcome(vote.decision, by=ben, reason="A slip.")
    assert void_vote(vote, by=ben, reason="Run again.").state == "void"


def test_a_deferral_is_withdrawn_too(meeting, ed):
    item = item_with_paper(meeting)
    decision = record_result(item, list(item.papers.all()), by=ed, result="deferred")

    withdraw_outcome(decision, by=ed, reason="There was time after all.")

    assert meeting.undecided_papers().count() == 1


def test_what_was_written_is_kept(meeting, ben):
    decision = decided(meeting, by=ben)
    line = add_advice_line(decision.advice, by=ben, kind="comment", text="A good use of data.")

    withdraw_outcome(decision, by=ben, reason="A slip.")

    line.refresh_from_db()
    assert line.advice.decisions.count() == 0


def test_settled_advice_keeps_its_outcome(meeting, ben):
    decision = decided(meeting, by=ben)
    approve_advice(decision.advice, by=ben)

    with pytest.raises(Refused, match="can no longer change"):
        withdraw_outcome(decision, by=ben, reason="A slip.")


def test_an_outcome_that_is_in_a_letter_stays(meeting, ben):
    decision = decided(meeting, by=ben)
    draft_letter(decision.advice, by=ben)

    with pytest.raises(NotPermitted, match="is in a letter: it can no longer be withdrawn"):
        withdraw_outcome(decision, by=ben, reason="A slip.")


def test_a_reason_is_needed(meeting, ben):
    with pytest.raises(Refused, match="Say why"):
        withdraw_outcome(decided(meeting, by=ben), by=ben, reason="")


def test_an_outcome_of_no_meeting_is_not_withdrawn_here(ben):
    decision = record_decision([PaperFactory()], by=ben, result="no_outcome")

    with pytest.raises(NotPermitted, match="Only an outcome recorded at a meeting"):
        withdraw_outcome(decision, by=ben, reason="A slip.")


@pytest.mark.parametrize("name", CAST)
def test_who_may_withdraw_an_outcome(meeting, ben, name, request):
    vote, person = closed_vote(meeting, by=ben, ballots={ben: "A"}), request.getfixturevalue(name)
    decision = record_outcome(vote, by=ben, letter="A")

    if name in ABLE:
        withdraw_outcome(decision, by=person, reason="A slip.")
        return
    with pytest.raises(NotPermitted, match="withdraw outcomes"):
        withdraw_outcome(decision, by=person, reason="A slip.")


def test_what_the_advice_made_of_earlier_points_goes_with_it(meeting, ben):
    decision = decided(meeting, by=ben)
    rule(decision.advice, undertaken(decision.papers.get()), "closes", by=ben)

    withdraw_outcome(decision, by=ben, reason="A slip.")

    assert not Advice.objects.exists()
