import pytest

from committee.models import Event
from committee.refusals import NotPermitted
from proposals.actions import add_advice_line, approve_advice, move_advice_line
from proposals.models import Advice
from tests.factories import NINE

pytestmark = pytest.mark.django_db


@pytest.fixture
def lines(ed):
    advice = Advice.objects.create(heading="Knife crime")
    return [add_advice_line(advice, by=ed, kind="comment", text=text) for text in "abc"]


@pytest.mark.parametrize(
    ("which", "up", "order"),
    [(0, True, "abc"), (1, True, "bac"), (2, True, "acb"), (0, False, "bac"), (2, False, "abc")],
)
def test_move_advice_line_past_its_neighbour(lines, ed, which, up, order):
    line = move_advice_line(lines[which], by=ed, up=up, at=NINE)

    assert "".join(line.text for line in line.advice.lines_in_order()) == order
    event = Event.objects.last()
    assert (event.act, event.at) == ("proposals.move_advice_line", NINE)
    assert event.facts == {"position": line.position}


@pytest.mark.parametrize("name", ["amina", "chloe", "gus"])
def test_who_may_not_move_lines(lines, name, request):
    with pytest.raises(NotPermitted, match="write advice"):
        move_advice_line(lines[1], by=request.getfixturevalue(name), up=True)


def test_approved_advice_keeps_its_order(lines, ben):
    approve_advice(lines[0].advice, by=ben)

    with pytest.raises(NotPermitted, match="can no longer change"):
        move_advice_line(lines[0], by=ben, up=False)
