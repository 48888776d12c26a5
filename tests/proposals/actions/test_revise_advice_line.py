import pytest

from committee.lines import Stale
from committee.models import Event
from committee.refusals import NotPermitted
from proposals.actions import add_advice_line, approve_advice, revise_advice_line
from proposals.models import Advice
from tests.factories import NINE

pytestmark = pytest.mark.django_db


@pytest.fixture
def line(ed):
    advice = Advice.objects.create(heading="Knife crime")
    return add_advice_line(advice, by=ed, kind="recommendation", text="Publish it.")


def test_revise_advice_line_keeps_what_it_said(line, ben):
    revise_advice_line(line, by=ben, version=1, text="Publish it soon.", due="March", at=NINE)

    assert (line.text, line.due, line.version) == ("Publish it soon.", "March", 2)
    event = Event.objects.last()
    assert (event.act, event.at) == ("proposals.revise_advice_line", NINE)
    assert event.facts == {
        "advice": line.advice_id,
        "before": "Publish it.",
        "after": "Publish it soon.",
        "changed": ["due", "text"],
    }


def test_the_second_of_two_editors_sees_both_texts(line, ben, ed):
    revise_advice_line(line, by=ben, version=1, text="Publish it soon.")
    events = Event.objects.count()

    with pytest.raises(Stale) as stale:
        revise_advice_line(line, by=ed, version=1, text="Publish it later.")

    assert stale.value.line.text == "Publish it soon."
    assert stale.value.changes == {"text": "Publish it later."}
    assert Event.objects.count() == events


@pytest.mark.parametrize("name", ["amina", "chloe", "gus"])
def test_who_may_not_revise_advice(line, name, request):
    with pytest.raises(NotPermitted, match="write advice"):
        revise_advice_line(line, by=request.getfixturevalue(name), version=1, text="No.")


def test_approved_advice_is_not_revised(line, ben):
    approve_advice(line.advice, by=ben)

    with pytest.raises(NotPermitted, match="can no longer change"):
        revise_advice_line(line, by=ben, version=1, text="No.")
