import pytest

from committee.lines import Stale
from committee.models import Event
from committee.refusals import NotPermitted
from proposals.actions import (
    add_advice_line,
    approve_advice,
    remove_advice_line,
    revise_advice_line,
)
from proposals.models import Advice, AdviceLine
from tests.factories import NINE

pytestmark = pytest.mark.django_db


@pytest.fixture
def line(ed):
    advice = Advice.objects.create(heading="Knife crime")
    return add_advice_line(advice, by=ed, kind="comment", text="A good use of data.")


def test_remove_advice_line_keeps_its_text_in_the_record(line, ed):
    remove_advice_line(line, by=ed, version=1, at=NINE)

    assert not AdviceLine.objects.exists()
    event = Event.objects.last()
    assert (event.act, event.at) == ("proposals.remove_advice_line", NINE)
    assert event.facts == {"text": "A good use of data."}


def test_a_line_changed_meanwhile_is_not_removed(line, ben, ed):
    revise_advice_line(line, by=ben, version=1, text="An excellent use of data.")

    with pytest.raises(Stale) as stale:
        remove_advice_line(line, by=ed, version=1)
    assert stale.value.line.text == "An excellent use of data."


@pytest.mark.parametrize("name", ["amina", "chloe", "gus"])
def test_who_may_not_remove_lines(line, name, request):
    with pytest.raises(NotPermitted, match="write advice"):
        remove_advice_line(line, by=request.getfixturevalue(name), version=1)


def test_approved_advice_loses_no_line(line, ben):
    approve_advice(line.advice, by=ben)

    with pytest.raises(NotPermitted, match="can no longer change"):
        remove_advice_line(line, by=ben, version=1)
