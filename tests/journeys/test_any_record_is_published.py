"""Whatever a valid record holds, its minutes can be published and read."""

import pytest
import yaml
from hypothesis import given

from committee.models import Person
from meetings.actions import load_record
from meetings.publication import publish_first_version
from meetings.records import parse
from tests.meetings.records.test_round_trip import records


@pytest.mark.django_db
@given(data=records())
def test_any_record_is_published(client, data):
    clock = Person.objects.clock()
    meeting = load_record(parse(yaml.safe_dump(data)), by=clock)

    publish_first_version(meeting, by=clock)

    for address in ("/", "/meetings/", meeting.get_absolute_url(), "/proposals/"):
        assert client.get(address).status_code == 200
