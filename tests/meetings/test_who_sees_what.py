"""What of meetings is kept from the members of the committee until it is announced."""

import pytest
from django.urls import reverse

from committee.models import Document
from meetings.actions import call_meeting, cancel_meeting, order_agenda
from meetings.agenda_document import snapshot_of
from meetings.models import ActionPoint, Meeting
from tests.factories import AgendaItemFactory, MeetingFactory
from tests.paperwork import a_document

pytestmark = pytest.mark.django_db


@pytest.fixture
def planned():
    return AgendaItemFactory(meeting=MeetingFactory(state="planned")).meeting


def test_a_plan_that_is_given_up_stays_the_secretariats_own(planned, ed, chloe):
    cancel_meeting(planned, by=ed, reason="No papers.")

    assert list(Meeting.objects.visible_to(chloe)) == []
    assert list(Meeting.objects.visible_to(ed)) == [planned]


def test_a_meeting_cancelled_after_its_call_is_seen(planned, ed, chloe):
    cancel_meeting(call_meeting(planned, by=ed), by=ed, reason="No papers.")

    assert list(Meeting.objects.visible_to(chloe)) == [planned]


def test_the_agenda_of_a_planned_meeting_is_no_document_for_members(planned, ed, chloe, client):
    other = a_document()
    agenda = order_agenda(planned, by=ed)
    client.force_login(chloe)

    assert client.get(agenda.get_absolute_url()).status_code == 404
    assert client.get(reverse("committee:document_file", args=[agenda.pk])).status_code == 404
    assert list(Document.objects.visible_to(chloe)) == [other]
    assert Document.objects.visible_to(ed).count() == 2

    call_meeting(planned, by=ed)
    assert Document.objects.visible_to(chloe).count() == 2
    assert client.get(agenda.get_absolute_url()).status_code == 200


def test_the_printed_agenda_withholds_all_that_belongs_to_a_restricted_item(planned):
    hidden = AgendaItemFactory(
        meeting=planned, title="CANARY", restricted=True, restricted_reason="A person"
    )
    part = AgendaItemFactory(meeting=planned, parent=hidden, title="CANARY part", lead=["CANARY"])
    for item in (hidden, part):
        ActionPoint.objects.create(meeting=planned, item=item, text="CANARY action")
    ActionPoint.objects.create(meeting=planned, text="Do it")

    said = snapshot_of(planned)

    assert "CANARY" not in str(said)
    assert [action["text"] for action in said["actions"]] == ["Do it"]
    assert [item.get("withheld") for item in said["items"]] == [None, "A person", "A person"]
