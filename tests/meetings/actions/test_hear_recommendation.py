import pytest

from committee.models import Event
from committee.refusals import NotPermitted
from meetings.actions import hear_recommendation
from meetings.models import LedgerLink
from tests.factories import NINE, AgendaItemFactory, MeetingFactory, PaperFactory
from tests.ledger import undertaken

pytestmark = pytest.mark.django_db


@pytest.fixture
def item():
    meeting = MeetingFactory(state="under_way", started_at=NINE)
    return AgendaItemFactory(meeting=meeting, kind="actions_update")


def test_hear_recommendation_writes_a_line_under_its_number(item, ed):
    asked = undertaken(PaperFactory())

    entry = hear_recommendation(item, asked, by=ed, at=NINE, text="It is on the web.")

    assert (entry.item, entry.text) == (item, "U-1: It is on the web.")
    assert LedgerLink.objects.get().recommendation == asked
    asked.refresh_from_db()
    assert asked.state == "open"
    assert Event.objects.last().facts == {"label": "U-1"}


@pytest.mark.parametrize("name", ["amina", "ben", "chloe", "gus"])
def test_only_the_secretariat_writes(item, name, request):
    with pytest.raises(NotPermitted):
        hear_recommendation(
            item, undertaken(PaperFactory()), by=request.getfixturevalue(name), text="No."
        )
