import datetime as dt

import pytest

from committee.models import Event, OutcomeOption, Person
from committee.refusals import NotPermitted, Refused
from proposals.actions import record_decision
from proposals.models import Advice, Decision
from tests.factories import NINE, PaperFactory

pytestmark = pytest.mark.django_db


def test_record_decision_keeps_every_fact(ben):
    papers = [PaperFactory(), PaperFactory()]
    option, advice = OutcomeOption.objects.get(letter="C"), Advice.objects.create()

    decision = record_decision(
        papers,
        by=ben,
        outcome=option,
        unanimity="majority",
        reason="The chair so ruled.",
        made_on=dt.date(2026, 3, 2),
        advice=advice,
        at=NINE,
    )

    assert (decision.result, decision.outcome, decision.advice) == ("outcome", option, advice)
    assert (decision.unanimity, decision.reason) == ("majority", "The chair so ruled.")
    assert [link.paper for link in decision.decision_papers.all()] == papers
    assert {paper.state for paper in papers} == {"considered"}
    event = Event.objects.get()
    assert (event.act, event.at) == ("proposals.record_decision", NINE)
    assert event.facts == {
        "papers": [paper.pk for paper in papers],
        "result": "outcome",
        "outcome": "C",
        "unanimity": "majority",
        "reason": "The chair so ruled.",
        "differing_views": "",
    }


def test_decisions_stand_in_the_order_they_were_made(ben):
    advice = Advice.objects.create()

    for _ in range(3):
        record_decision([PaperFactory()], by=ben, result="no_outcome", advice=advice)

    assert [decision.position for decision in advice.decisions.all()] == [0, 1, 2]


def test_a_deferred_paper_stays_before_the_committee(ben):
    paper = PaperFactory()

    record_decision([paper], by=ben, result="deferred")

    paper.refresh_from_db()
    assert paper.state == "accepted"


@pytest.mark.parametrize("state", ["draft", "considered", "withdrawn"])
def test_only_submitted_papers_are_decided(ben, state):
    paper = PaperFactory(state=state)

    with pytest.raises(Refused, match=f"This paper is {state}"):
        record_decision([paper], by=ben, result="no_outcome")
    assert not Decision.objects.exists()


@pytest.mark.parametrize("name", ["amina", "gus"])
def test_who_may_not_record_decisions(name, request):
    with pytest.raises(NotPermitted, match="record decisions"):
        record_decision([PaperFactory()], by=request.getfixturevalue(name), result="no_outcome")


def test_the_system_records_what_is_imported():
    assert record_decision([PaperFactory()], by=Person.objects.clock(), result="no_outcome")
