import pytest

from committee.models import Event, Person
from committee.refusals import NotPermitted
from meetings.actions import draft_minutes
from tests.factories import MeetingFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def closed():
    return MeetingFactory(state="closed")


def test_draft_minutes_begins_version_one(closed, ed):
    version = draft_minutes(closed, by=ed)

    assert (version.meeting, version.number, version.state) == (closed, 1, "drafting")
    assert (version.snapshot, version.html, version.document) == (None, "", None)
    event = Event.objects.get()
    assert (event.act, event.actor_id) == ("meetings.draft_minutes", str(ed.pk))


@pytest.mark.parametrize("state", ["planned", "called", "under_way", "cancelled"])
def test_draft_minutes_waits_for_the_close(ed, state):
    with pytest.raises(NotPermitted, match="when the meeting has closed"):
        draft_minutes(MeetingFactory(state=state), by=ed)


def test_draft_minutes_begins_once(closed, ed):
    draft_minutes(closed, by=ed)

    with pytest.raises(NotPermitted, match="begun already"):
        draft_minutes(closed, by=ed)


@pytest.mark.parametrize("who", ["amina", "chloe", "gus"])
def test_draft_minutes_is_not_for_everybody(closed, who, request):
    with pytest.raises(NotPermitted, match="Only the chair"):
        draft_minutes(closed, by=request.getfixturevalue(who))


def test_whoever_chaired_and_the_system_may_begin_them(closed, chloe):
    closed.chaired_by = chloe

    assert draft_minutes(closed, by=chloe).number == 1
    assert draft_minutes(MeetingFactory(state="closed", slug="2"), by=Person.objects.clock())
