import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from meetings.actions import decline_suggestion, suggest_correction
from meetings.models import Entry
from tests.factories import NINE


@pytest.fixture
def suggestion(issued, chloe):
    return suggest_correction(issued, by=chloe, paragraph="1", after="The chair began.")


def test_decline_suggestion_answers_and_leaves_the_line(suggestion, ed):
    declined = decline_suggestion(suggestion, by=ed, answer=" It was said so. ", at=NINE)

    assert (declined.state, declined.answer) == ("declined", "It was said so.")
    assert (declined.decided_by, declined.decided_at) == (ed, NINE)
    assert Entry.objects.get(key=suggestion.line_key).version == 1
    assert Event.objects.last().act == "meetings.decline_suggestion"


def test_a_decline_needs_an_answer(suggestion, ed):
    with pytest.raises(Refused, match="Say why"):
        decline_suggestion(suggestion, by=ed, answer=" ")


def test_a_declined_suggestion_stays_declined(suggestion, ed):
    decline_suggestion(suggestion, by=ed, answer="No.")

    with pytest.raises(NotPermitted, match="This suggestion is declined"):
        decline_suggestion(suggestion, by=ed, answer="Yes.")


@pytest.mark.parametrize("who", ["amina", "ben", "chloe", "gus"])
def test_decline_suggestion_is_the_secretariats(suggestion, who, request):
    with pytest.raises(NotPermitted, match="Only the secretariat"):
        decline_suggestion(suggestion, by=request.getfixturevalue(who), answer="No.")
