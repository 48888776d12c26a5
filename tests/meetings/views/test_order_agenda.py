import pytest
from django.urls import reverse

from meetings.models import Meeting
from tests.factories import AgendaItemFactory, MeetingFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def planned():
    meeting = MeetingFactory()
    AgendaItemFactory(meeting=meeting)
    return meeting


def test_the_secretariat_orders_the_agenda_and_sees_how_it_goes(client, ed, planned):
    client.force_login(ed)

    response = client.post(reverse("meetings:order_agenda", args=[planned.slug]))

    document = Meeting.objects.get().agenda_document
    assert response["Location"] == reverse("committee:document", args=[document.pk])
    page = client.get(reverse("meetings:agenda", args=[planned.slug])).content.decode()
    assert "Agenda, 2 March 2026 (PDF)" in page
    assert "Make the agenda as PDF" in page


@pytest.mark.parametrize("name", ["amina", "chloe", "gus"])
def test_for_others_the_address_does_not_exist(client, planned, name, request):
    client.force_login(request.getfixturevalue(name))

    assert client.post(reverse("meetings:order_agenda", args=[planned.slug])).status_code == 404
