import pytest

from committee.models import Event, Person
from committee.refusals import NotPermitted
from proposals.actions import add_advice_line, approve_advice
from proposals.models import Advice, Recommendation
from tests.factories import NINE

pytestmark = pytest.mark.django_db


@pytest.fixture
def advice(ed):
    advice = Advice.objects.create(heading="Knife crime")
    for kind in ["comment", "question", "recommendation", "condition", "recommendation"]:
        add_advice_line(advice, by=ed, kind=kind, text=f"A {kind}.")
    return advice


def test_approve_advice_numbers_what_has_to_be_answered(advice, ben):
    approve_advice(advice, by=ben, at=NINE)

    assert (advice.state, advice.approved_by, advice.approved_at) == ("approved", ben, NINE)
    assert [str(row) for row in Recommendation.objects.order_by("line__position")] == [
        "Q-1",
        "R-1",
        "C-1",
        "R-2",
    ]
    event = Event.objects.last()
    assert (event.act, event.at) == ("proposals.approve_advice", NINE)
    assert event.facts == {"numbered": ["Q-1", "R-1", "C-1", "R-2"]}


def test_numbers_run_on_through_the_committees_life(advice, ben, ed):
    approve_advice(advice, by=ben)
    later = Advice.objects.create()
    line = add_advice_line(later, by=ed, kind="recommendation", text="Publish.")

    approve_advice(later, by=ben)

    assert line.recommendation.label == "R-3"


def test_approving_again_changes_nothing(advice, ben):
    approve_advice(advice, by=ben, at=NINE)
    events = Event.objects.count()

    approve_advice(Advice.objects.get(), by=Person.objects.clock())

    assert Recommendation.objects.count() == 4
    assert Event.objects.count() == events
    assert Advice.objects.get().approved_by == ben


@pytest.mark.parametrize("name", ["amina", "ed", "gus"])
def test_only_who_votes_approves(advice, name, request):
    with pytest.raises(NotPermitted, match="Only those who vote approve advice"):
        approve_advice(advice, by=request.getfixturevalue(name))
    assert not Recommendation.objects.exists()


def test_the_system_approves_what_is_imported(advice):
    assert approve_advice(advice, by=Person.objects.clock()).state == "approved"
