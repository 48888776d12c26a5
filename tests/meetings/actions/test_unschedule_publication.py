import datetime as dt

import pytest
from django.utils import timezone

from committee.models import Event
from committee.refusals import NotPermitted
from meetings.actions import publish_minutes, schedule_publication, unschedule_publication


@pytest.fixture
def scheduled(approved, ed):
    later = timezone.now() + dt.timedelta(hours=1)
    return schedule_publication(approved, by=ed, publish_at=later)


def test_unschedule_publication_takes_the_time_back(scheduled, ed):
    version = unschedule_publication(scheduled, by=ed)

    assert (version.state, version.publish_at, version.scheduled_by) == ("approved", None, None)
    assert Event.objects.last().act == "meetings.unschedule_publication"


def test_without_a_time_there_is_nothing_to_take_back(approved, ed):
    with pytest.raises(NotPermitted, match="No time is set"):
        unschedule_publication(approved, by=ed)


def test_what_is_published_stays_published(scheduled, ed):
    publish_minutes(scheduled, by=ed)

    with pytest.raises(NotPermitted, match="is published"):
        unschedule_publication(scheduled, by=ed)


@pytest.mark.parametrize("who", ["amina", "ben", "chloe", "gus"])
def test_unschedule_publication_is_the_secretariats(scheduled, who, request):
    with pytest.raises(NotPermitted, match="Only the secretariat publishes"):
        unschedule_publication(scheduled, by=request.getfixturevalue(who))
