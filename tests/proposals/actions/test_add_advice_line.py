from uuid import uuid4

import pytest

from committee.models import Event
from committee.refusals import NotPermitted
from proposals.actions import add_advice_line, approve_advice
from proposals.models import Advice
from tests.factories import NINE

pytestmark = pytest.mark.django_db


@pytest.fixture
def advice():
    return Advice.objects.create(heading="Knife crime")


def test_add_advice_line_at_the_end(advice, ed):
    add_advice_line(advice, by=ed, kind="comment", text="A good use of data.")

    line = add_advice_line(
        advice,
        by=ed,
        kind="recommendation",
        text="Publish it.",
        addressee="Lab",
        due="next meeting",
        restricted=True,
        restricted_reason="Operational",
        at=NINE,
    )

    assert (line.position, line.kind, line.text, line.version) == (
        1,
        "recommendation",
        "Publish it.",
        1,
    )
    assert (line.addressee, line.due, line.restricted) == ("Lab", "next meeting", True)
    event = Event.objects.last()
    assert (event.act, event.at) == ("proposals.add_advice_line", NINE)
    assert event.facts == {
        "advice": advice.pk,
        "kind": "recommendation",
        "text": "Publish it.",
    }


def test_a_line_sent_twice_is_added_once(advice, ed):
    key = uuid4()

    first = add_advice_line(advice, by=ed, kind="comment", text="Good.", key=key)
    again = add_advice_line(advice, by=ed, kind="comment", text="Good.", key=key)

    assert first == again
    assert advice.lines.count() == 1


def test_lines_nest(advice, ed):
    heading = add_advice_line(advice, by=ed, kind="heading", text="To be addressed:")

    nested = add_advice_line(advice, by=ed, kind="question", text="Why?", parent=heading)

    assert (nested.parent, nested.position) == (heading, 0)
    assert advice.lines_in_order() == [heading, nested]


@pytest.mark.parametrize("name", ["amina", "chloe", "gus"])
def test_who_may_not_write_advice(advice, name, request):
    with pytest.raises(NotPermitted, match="write advice"):
        add_advice_line(advice, by=request.getfixturevalue(name), kind="comment", text="Good.")


def test_approved_advice_takes_no_more_lines(advice, ben):
    approve_advice(advice, by=ben)

    with pytest.raises(NotPermitted, match="can no longer change"):
        add_advice_line(advice, by=ben, kind="comment", text="Good.")
