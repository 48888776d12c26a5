import pytest

from committee.refusals import Refused
from meetings.actions import add_phrase
from meetings.models import Phrase
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event

pytestmark = pytest.mark.django_db


def test_add_phrase_keeps_it(ed):
    phrase = add_phrase(by=ed, abbreviation="np", text="No paper was received.")

    assert phrase in Phrase.objects.all()
    facts = {"text": "No paper was received."}
    assert last_event() == ("meetings.add_phrase", "Ed Secretary", facts)


def test_add_phrase_stands_for_one_thing_alone(ed):
    with pytest.raises(Refused, match="“NOTED” stands for another phrase already"):
        add_phrase(by=ed, abbreviation="NOTED", text="Something else.")


@OTHERS
def test_add_phrase_is_for_the_secretariat(request, who):
    by = request.getfixturevalue(who)

    assert_not_theirs(add_phrase, by=by, abbreviation="x", text="x")
