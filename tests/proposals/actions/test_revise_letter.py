import pytest

from committee.models import Event
from committee.refusals import NotPermitted
from proposals.actions import approve_letter, revise_letter
from tests.factories import NINE
from tests.letters import letter_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter(ed):
    return letter_on("B", by=ed)


def test_revise_letter_changes_how_it_begins_and_ends(letter, ben):
    revise_letter(letter, by=ben, opening="To begin.", closing="To end.", at=NINE)

    letter.refresh_from_db()
    assert (letter.opening, letter.closing) == ("To begin.", "To end.")
    event = Event.objects.last()
    assert (event.act, event.at) == ("proposals.revise_letter", NINE)
    assert event.facts == {"opening": "To begin.", "closing": "To end."}


def test_an_approved_letter_stays_as_it_is(letter, ben):
    approve_letter(letter, by=ben)

    with pytest.raises(NotPermitted, match="This letter is approved: it can no longer change"):
        revise_letter(letter, by=ben, opening="No.", closing="No.")


@pytest.mark.parametrize("name", ["amina", "chloe", "gus"])
def test_who_may_not_write_letters(letter, name, request):
    with pytest.raises(NotPermitted, match="write letters"):
        revise_letter(letter, by=request.getfixturevalue(name), opening="No.", closing="No.")
