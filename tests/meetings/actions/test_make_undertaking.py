import datetime as dt

import pytest
from django.urls import reverse

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from meetings.actions import link_update, make_undertaking
from meetings.minutes import snapshot_of
from meetings.models import LedgerLink, MinutesVersion
from proposals.models import PublishedRecommendation, Recommendation
from tests.factories import NINE, AgendaItemFactory, EntryFactory, PaperFactory
from tests.ledger import undertaken
from tests.publishing import heard, held, published

pytestmark = pytest.mark.django_db
DUE, MADE_ON = dt.date(2026, 6, 1), "2026-03-02"


@pytest.fixture
def entry():
    item = heard(held())
    return EntryFactory(item=item, text="The presenter will share the plan.", paragraph="1.1")


def test_make_undertaking_numbers_it_and_ties_it_to_its_line(entry, ed):
    said = {"due": "in summer", "due_on": DUE}

    made = make_undertaking(entry, by=ed, at=NINE, text="Share the plan.", **said)

    assert (made.label, made.text, made.due_on) == ("U-1", "Share the plan.", DUE)
    assert list(made.papers.all()) == list(entry.item.papers.all())
    assert made.asked_on == entry.item.meeting.on
    assert "2 March 2026" in made.occasion
    link = LedgerLink.objects.get()
    assert (link.entry, link.recommendation, link.telling) == (entry, made, "undertakes")
    assert Event.objects.last().act == "meetings.make_undertaking"


def test_it_is_public_once_the_minutes_are(entry, ed, client):
    make_undertaking(entry, by=ed, text="Share the plan.")
    assert client.get("/recommendations/U-1/").status_code == 404

    published(entry.item.meeting, ed)

    assert "Share the plan." in client.get("/recommendations/U-1/").content.decode()
    assert PublishedRecommendation.objects.get().minutes_url.endswith("#p1.1")


def test_a_line_makes_one_undertaking(entry, ed, client):
    make_undertaking(entry, by=ed, text="Share the plan.")

    with pytest.raises(NotPermitted, match="made undertaking U-1 already"):
        make_undertaking(entry, by=ed, text="Share the plan.")

    assert Recommendation.objects.count() == 1
    client.force_login(ed)
    page = client.get(reverse("meetings:make_undertaking", args=[MADE_ON, entry.pk]))
    assert "This line made undertaking U-1 already." in page.content.decode()
    assert "<form" not in page.content.decode().split("<main")[1]


def test_a_line_about_a_point_may_still_make_an_undertaking(entry, ed):
    link_update(entry, by=ed, recommendations=[undertaken(PaperFactory())])

    assert make_undertaking(entry, by=ed, text="Share the plan.").label == "U-2"


@pytest.mark.parametrize("what", ["entry", "item"])
def test_a_withheld_line_undertakes_nothing_in_public(entry, ed, what):
    make_undertaking(entry, by=ed, text="Share the plan.")
    thing = entry if what == "entry" else entry.item
    thing.restricted, thing.restricted_reason = True, "A person"
    thing.save()

    meeting = entry.item.meeting
    assert snapshot_of(meeting, MinutesVersion(meeting=meeting, number=1))["undertaken"] == []


@pytest.mark.parametrize("name", ["amina", "ben", "chloe", "gus"])
def test_only_the_secretariat_makes_undertakings(entry, name, request):
    with pytest.raises(NotPermitted, match="Only the secretariat"):
        make_undertaking(entry, by=request.getfixturevalue(name), text="No.")


def test_a_body_undertakes_nothing_where_no_paper_says_which(ed):
    entry = EntryFactory(item=AgendaItemFactory(meeting=held()))

    with pytest.raises(Refused, match="no body would be asked"):
        make_undertaking(entry, by=ed, text="Share the plan.")

    made = make_undertaking(entry, by=ed, text="Share the plan.", addressee="force")
    assert made.addressee == "force"
