import pytest

from committee.models import Event
from committee.refusals import NotPermitted
from proposals.actions import approve_advice, replace_recommendation
from proposals.models import Ruling
from tests.factories import NINE, PaperFactory
from tests.ledger import advice_on, rule, undertaken

pytestmark = pytest.mark.django_db


@pytest.fixture
def ruling(ed):
    paper = PaperFactory()
    advice = advice_on(paper, "A", ("recommendation", "Share it better."))
    line = advice.lines.get()
    asked = undertaken(paper, state="answered")
    return rule(advice, asked, "replaces", by=ed, replaced_by=line, reason="It is so.")


def test_replace_recommendation_once_its_advice_is_approved(ruling, ben):
    approve_advice(ruling.advice, by=ben, at=NINE)

    asked = ruling.recommendation
    asked.refresh_from_db()
    assert asked.state == "replaced"
    newer = ruling.advice.lines.get().recommendation
    assert asked.replaced_by == newer
    assert Ruling.objects.get().in_force_at == NINE
    event = Event.objects.get(act="proposals.replace_recommendation")
    assert event.facts == {"advice": ruling.advice_id, "reason": "It is so."}


@pytest.mark.parametrize("name", ["amina", "ed", "gus"])
def test_only_by_whoever_approves_the_advice(ruling, name, request):
    with pytest.raises(NotPermitted, match="Only those who vote approve advice"):
        replace_recommendation(ruling, by=request.getfixturevalue(name))
