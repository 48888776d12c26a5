import pytest

from committee.models import Event
from committee.refusals import NotPermitted
from meetings.actions import link_update
from meetings.models import LedgerLink
from tests.factories import NINE, EntryFactory, PaperFactory
from tests.ledger import undertaken

pytestmark = pytest.mark.django_db


def test_link_update_says_which_points_a_line_is_about(ed):
    entry, one, two = EntryFactory(), undertaken(PaperFactory()), undertaken(PaperFactory())

    link_update(entry, by=ed, at=NINE, recommendations=[one])
    link_update(entry, by=ed, at=NINE, recommendations=[two])

    link = LedgerLink.objects.get()
    assert (link.entry, link.recommendation, link.telling) == (entry, two, "updates")
    event = Event.objects.last()
    assert (event.act, event.facts) == ("meetings.link_update", {"about": ["U-2"]})


def test_what_the_line_undertakes_stays(ed):
    entry, one = EntryFactory(), undertaken(PaperFactory())
    entry.ledger_links.create(recommendation=one, telling="undertakes")

    link_update(entry, by=ed, recommendations=[])

    assert LedgerLink.objects.get().telling == "undertakes"


@pytest.mark.parametrize("name", ["amina", "ben", "chloe", "gus"])
def test_only_the_secretariat_links(name, request):
    with pytest.raises(NotPermitted, match="Only the secretariat"):
        link_update(EntryFactory(), by=request.getfixturevalue(name), recommendations=[])
