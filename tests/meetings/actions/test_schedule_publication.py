import datetime as dt

import pytest
from django.utils import timezone

from committee.models import Event, Person
from committee.refusals import NotPermitted, Refused
from meetings.actions import publish_minutes, schedule_publication
from meetings.models import MinutesVersion
from tests.factories import AppointmentFactory

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def later():
    return timezone.now() + HOUR


def test_schedule_publication_sets_a_time_and_publishes_nothing(approved, ed, later):
    version = schedule_publication(approved, by=ed, publish_at=later)

    assert (version.state, version.publish_at, version.scheduled_by) == ("approved", later, ed)
    event = Event.objects.last()
    assert event.act == "meetings.schedule_publication"
    assert dt.datetime.fromisoformat(event.facts["publish_at"]) == later


def test_another_time_replaces_the_first(approved, ed, later):
    schedule_publication(approved, by=ed, publish_at=later)

    assert schedule_publication(approved, by=ed, publish_at=later + HOUR).publish_at == later + HOUR


def test_a_time_that_has_passed_is_refused(approved, ed):
    with pytest.raises(Refused, match="That time has passed"):
        schedule_publication(approved, by=ed, publish_at=timezone.now() - HOUR)


@pytest.mark.parametrize("state", ["minutes", "issued"])
def test_only_what_is_approved_is_scheduled(state, ed, later, request):
    with pytest.raises(NotPermitted, match="has not approved"):
        schedule_publication(request.getfixturevalue(state), by=ed, publish_at=later)


def test_what_is_published_is_not_scheduled(published, ed, later):
    with pytest.raises(NotPermitted, match="is published"):
        schedule_publication(published, by=ed, publish_at=later)


@pytest.mark.parametrize("who", ["amina", "ben", "chloe", "gus"])
def test_schedule_publication_is_the_secretariats(approved, who, later, request):
    with pytest.raises(NotPermitted, match="Only the secretariat publishes"):
        schedule_publication(approved, by=request.getfixturevalue(who), publish_at=later)


def test_where_the_terms_ask_for_two_the_approver_neither_schedules_nor_publishes(
    approved, ben, ed, later
):
    AppointmentFactory(person=ben, role="secretariat")
    ben = Person.objects.get(pk=ben.pk)
    terms = approved.meeting.terms
    terms.publication_needs_two = True
    terms.save()

    for act, words in ((publish_minutes, {}), (schedule_publication, {"publish_at": later})):
        version = MinutesVersion.objects.get(pk=approved.pk)
        with pytest.raises(NotPermitted, match="somebody else publishes them"):
            act(version, by=ben, **words)
    assert publish_minutes(MinutesVersion.objects.get(pk=approved.pk), by=ed).is_published


def test_the_system_does_not_publish_before_the_time(approved, ed, later):
    schedule_publication(approved, by=ed, publish_at=later)

    with pytest.raises(NotPermitted, match="has not come"):
        publish_minutes(approved, by=Person.objects.clock())
