import pytest

from committee.refusals import Refused
from meetings.actions import revise_phrase
from meetings.models import Phrase
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def noted():
    return Phrase.objects.get(abbreviation="noted")


def test_revise_phrase_changes_it(noted, ed):
    revise_phrase(noted, by=ed, abbreviation="Noted", text="It was noted.")

    noted.refresh_from_db()
    assert (noted.abbreviation, noted.text) == ("Noted", "It was noted.")
    assert last_event() == ("meetings.revise_phrase", "Ed Secretary", {"text": "It was noted."})


def test_revise_phrase_leaves_others_their_abbreviation(noted, ed):
    with pytest.raises(Refused, match="“agr” stands for another phrase already"):
        revise_phrase(noted, by=ed, abbreviation="agr", text="x")


@OTHERS
def test_revise_phrase_is_for_the_secretariat(request, who, noted):
    by = request.getfixturevalue(who)

    assert_not_theirs(revise_phrase, noted, by=by, abbreviation="x", text="x")
