import pytest

from meetings.actions import remove_phrase
from meetings.models import Phrase
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def noted():
    return Phrase.objects.get(abbreviation="noted")


def test_remove_phrase_forgets_it(noted, ed):
    remove_phrase(noted, by=ed)

    assert not Phrase.objects.filter(abbreviation="noted").exists()
    facts = {"text": "The Committee noted the report."}
    assert last_event() == ("meetings.remove_phrase", "Ed Secretary", facts)


@OTHERS
def test_remove_phrase_is_for_the_secretariat(request, who, noted):
    assert_not_theirs(remove_phrase, noted, by=request.getfixturevalue(who))
