import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from meetings.actions import write_advice
from proposals.actions import add_advice_line, approve_advice
from proposals.models import Advice
from tests.factories import NINE, MeetingFactory, item_with_paper
from tests.ledger import rule, undertaken
from tests.votes import ABLE, CAST, decided


def test_advice_joins_decisions_that_stood_apart(meeting, ben, ed):
    first, second = decided(meeting, by=ben), decided(meeting, by=ben, letter="E")
    add_advice_line(first.advice, by=ed, kind="comment", text="One.")
    add_advice_line(second.advice, by=ed, kind="question", text="Two?")

    advice = write_advice(
        first.vote.item, [first, second], by=ed, heading="Violence models", at=NINE
    )

    assert advice.heading == "Violence models"
    assert list(advice.decisions.all()) == [first, second]
    assert [line.text for line in advice.lines.all()] == ["One.", "Two?"]
    assert Advice.objects.get() == advice
    event = Event.objects.last()
    assert (event.act, event.at) == ("meetings.write_advice", NINE)
    assert event.facts == {"heading": "Violence models", "decisions": [first.pk, second.pk]}


def test_writing_on_one_decision_goes_on_with_its_advice(meeting, ben):
    decision = decided(meeting, by=ben)

    assert write_advice(decision.vote.item, [decision], by=ben) == decision.advice


def test_a_decision_can_be_taken_out_of_joint_advice(meeting, ben):
    first, second = decided(meeting, by=ben), decided(meeting, by=ben)
    joint = write_advice(first.vote.item, [first, second], by=ben)
    second.refresh_from_db()

    apart = write_advice(second.vote.item, [second], by=ben)

    assert apart != joint
    assert list(joint.decisions.all()) == [first]
    assert list(apart.decisions.all()) == [second]


def test_advice_may_cover_no_decision(meeting, ben):
    advice = write_advice(item_with_paper(meeting), [], by=ben, heading="On all papers")

    assert (advice.heading, advice.given.meeting) == ("On all papers", meeting)


def test_settled_advice_is_not_joined(meeting, ben):
    first, second = decided(meeting, by=ben), decided(meeting, by=ben)
    approve_advice(second.advice, by=ben)

    with pytest.raises(Refused, match="is approved, or is in a letter"):
        write_advice(first.vote.item, [first, second], by=ben)


def test_advice_is_of_one_meeting(meeting, ben):
    decision = decided(meeting, by=ben)
    elsewhere = item_with_paper(MeetingFactory(slug="elsewhere"))

    with pytest.raises(Refused, match="decisions of one meeting"):
        write_advice(elsewhere, [decision], by=ben)


@pytest.mark.parametrize("name", CAST)
def test_who_may_write_advice(meeting, name, request):
    person, item = request.getfixturevalue(name), item_with_paper(meeting)

    if name in ABLE:
        assert write_advice(item, [], by=person, heading="General")
        return
    with pytest.raises(NotPermitted, match="write advice"):
        write_advice(item, [], by=person, heading="General")


def test_what_was_ruled_apart_is_ruled_together(meeting, ben):
    first, second = decided(meeting, by=ben), decided(meeting, by=ben)
    both, one = undertaken(first.papers.get()), undertaken(second.papers.get())
    rule(first.advice, both, "closes", by=ben)
    rule(second.advice, both, "keeps", by=ben)
    rule(second.advice, one, "closes", by=ben)

    advice = write_advice(first.vote.item, [first, second], by=ben)

    said = advice.rulings.values_list("recommendation", "verdict")
    assert set(said) == {(both.pk, "closes"), (one.pk, "closes")}
