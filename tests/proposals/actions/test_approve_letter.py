import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from proposals.actions import approve_advice, approve_letter
from proposals.models import AdviceLetter
from tests.factories import NINE
from tests.letters import letter_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter(ed):
    return letter_on("B", by=ed)


def test_approve_letter_freezes_its_words_and_orders_its_pdf(letter, ben):
    approve_letter(letter, by=ben, at=NINE)

    assert (letter.state, letter.approved_by, letter.approved_at) == ("approved", ben, NINE)
    assert letter.signatory == "Ben Chair"
    document = letter.document
    assert (document.key, document.template) == (
        f"letter-{letter.pk}",
        "proposals/documents/letter.html",
    )
    (decision,) = document.snapshot["decisions"]
    assert decision["recommendations"][0]["label"] == "R-1"
    assert (document.snapshot["date"], document.snapshot["is_draft"]) == ("2 March 2026", False)
    event = Event.objects.last()
    assert (event.act, event.at) == ("proposals.approve_letter", NINE)
    assert event.facts == {"document": document.pk}


def test_advice_that_was_approved_with_the_minutes_keeps_its_numbers(letter, ben):
    approve_advice(letter.advice, by=ben)

    approve_letter(letter, by=ben)

    (decision,) = letter.document.snapshot["decisions"]
    assert decision["recommendations"][0]["label"] == "R-1"


def test_a_letter_is_approved_once(letter, ben):
    stale = AdviceLetter.objects.get(pk=letter.pk)
    approve_letter(letter, by=ben)

    with pytest.raises(Refused, match="This advice letter is approved"):
        approve_letter(stale, by=ben)


@pytest.mark.parametrize("name", ["amina", "chloe", "ed", "gus"])
def test_only_the_chair_approves(letter, name, request):
    with pytest.raises(NotPermitted, match="Only the chair and the vice chair approve letters"):
        approve_letter(letter, by=request.getfixturevalue(name))
    assert letter.advice.state == "drafted"
