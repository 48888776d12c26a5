import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from proposals.actions import draft_letter, record_decision
from proposals.models import Advice
from tests.factories import NINE, PaperFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def advice(ed):
    advice = Advice.objects.create(heading="Vehicle theft")
    record_decision([PaperFactory(title="Theft")], by=ed, advice=advice, result="no_outcome")
    return advice


def test_draft_letter_begins_with_the_papers(advice, ed):
    letter = draft_letter(advice, by=ed, at=NINE)

    assert (letter.advice, letter.state, letter.document) == (advice, "drafted", None)
    assert letter.opening == "The Committee considered “Theft”. Its advice is set out below."
    assert letter.closing.startswith("This letter is advice")
    event = Event.objects.last()
    assert (event.act, event.at, event.facts) == (
        "proposals.draft_letter",
        NINE,
        {"advice": advice.pk},
    )


def test_one_letter_per_advice(advice, ed):
    draft_letter(advice, by=ed)

    with pytest.raises(Refused, match="has its letter already"):
        draft_letter(advice, by=ed)


def test_a_letter_needs_a_decision(ed):
    with pytest.raises(Refused, match="covers no decision"):
        draft_letter(Advice.objects.create(), by=ed)


@pytest.mark.parametrize("name", ["amina", "chloe", "gus"])
def test_who_may_not_write_letters(advice, name, request):
    with pytest.raises(NotPermitted, match="write letters"):
        draft_letter(advice, by=request.getfixturevalue(name))
