import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from meetings.actions import (
    close_meeting,
    record_outcome,
    record_result,
    revise_outcome,
    withdraw_outcome,
)
from proposals.actions import add_advice_line, approve_advice, draft_letter, record_decision
from tests.factories import NINE, PaperFactory, item_with_paper
from tests.votes import ABLE, CAST, closed_vote, decided


def test_revise_outcome_mends_the_words_and_nothing_else(meeting, ben):
    decision = decided(meeting, by=ben)
    line = add_advice_line(decision.advice, by=ben, kind="comment", text="A good use of data.")

    revise_outcome(
        decision, by=ben, unanimity="not_stated", differing_views="Some saw it otherwise.", at=NINE
    )

    decision.refresh_from_db()
    assert (decision.unanimity, decision.differing_views) == (
        "not_stated",
        "Some saw it otherwise.",
    )
    assert (decision.outcome.letter, decision.vote.decision) == ("C", decision)
    assert list(decision.advice.lines.all()) == [line]
    event = Event.objects.last()
    assert (event.act, event.at) == ("meetings.revise_outcome", NINE)
    assert event.facts == {
        "unanimity": "not_stated",
        "reason": "",
        "differing_views": "Some saw it otherwise.",
        "was": {"unanimity": "unanimous", "reason": "", "differing_views": ""},
    }


def test_it_never_says_more_than_the_count(meeting, ben, chloe):
    vote = closed_vote(meeting, by=ben, ballots={ben: "A", chloe: "E"})
    decision = record_outcome(vote, by=ben, letter="E", reason="As agreed.")

    with pytest.raises(Refused, match="That is not unanimous"):
        revise_outcome(decision, by=ben, unanimity="unanimous", reason="As agreed.")
    with pytest.raises(Refused, match="There is a tie between A and E"):
        revise_outcome(decision, by=ben, unanimity="not_stated", reason=" ")
    decision.refresh_from_db()
    assert decision.reason == "As agreed."


def test_the_reason_of_a_deferral_is_mended_too(meeting, ed):
    item = item_with_paper(meeting)
    decision = record_result(item, list(item.papers.all()), by=ed, result="deferred", reason="Tme.")

    assert revise_outcome(decision, by=ed, reason="Time.").reason == "Time."
    assert decision.unanimity == "not_stated"


def test_after_the_close_while_the_minutes_are_drafted(meeting, ben, ed):
    decision = decided(meeting, by=ben)
    close_meeting(meeting, by=ed)

    assert revise_outcome(decision, by=ed, unanimity="not_stated").unanimity == "not_stated"


def test_a_letter_that_is_drafted_says_the_new_words_and_one_approved_keeps_its_own(meeting, ben):
    decision = decided(meeting, by=ben)
    draft_letter(decision.advice, by=ben)
    revise_outcome(decision, by=ben, unanimity="not_stated")

    approve_advice(decision.advice, by=ben)

    with pytest.raises(NotPermitted, match="is approved: it can no longer change"):
        revise_outcome(decision, by=ben, unanimity="unanimous")


def test_an_outcome_that_was_withdrawn_meanwhile(meeting, ben):
    decision = decided(meeting, by=ben)
    stale = type(decision).objects.get(pk=decision.pk)
    withdraw_outcome(decision, by=ben, reason="A slip.")

    with pytest.raises(Refused, match="This outcome was withdrawn already"):
        revise_outcome(stale, by=ben)
    with pytest.raises(Refused, match="This outcome was withdrawn already"):
        withdraw_outcome(stale, by=ben, reason="A slip.")


def test_an_outcome_of_no_meeting_is_not_revised_here(ben):
    decision = record_decision([PaperFactory()], by=ben, result="no_outcome")

    with pytest.raises(NotPermitted, match="Only an outcome recorded at a meeting"):
        revise_outcome(decision, by=ben)


@pytest.mark.parametrize("name", CAST)
def test_who_may_revise_an_outcome(meeting, ben, name, request):
    decision, person = decided(meeting, by=ben), request.getfixturevalue(name)

    if name in ABLE:
        assert revise_outcome(decision, by=person, unanimity="unanimous")
        return
    with pytest.raises(NotPermitted, match="revise outcomes"):
        revise_outcome(decision, by=person, unanimity="unanimous")
