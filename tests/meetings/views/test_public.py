"""The open home page and list of meetings."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.factories import MeetingFactory, PaperFactory, ProposalFactory
from tests.publishing import advised, heard, held, many_published, published

pytestmark = pytest.mark.django_db


def soon(days):
    return timezone.localdate() + dt.timedelta(days=days)


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_home_names_the_next_meeting_that_is_announced(client):
    MeetingFactory(on=soon(3), state="planned", venue="Secret room")
    MeetingFactory(on=soon(5), state="called", starts_at=dt.time(10), venue="Town hall")
    MeetingFactory(on=soon(9), state="called", venue="Later room")

    html = read(client, "/")

    assert "10:00, Town hall." in html
    assert "Secret room" not in html
    assert "Later room" not in html


def test_home_of_a_new_committee_says_what_is_to_come(client):
    html = read(client, "/")

    assert "Not announced yet" in html
    assert "Nothing is published yet" in html
    assert "It advises approving the project with major amendments" in html


def test_home_shows_what_the_latest_minutes_say(client, ed):
    proposal = ProposalFactory(title="Vans", slug="vans", summary="Names streets.")
    meeting = held()
    advised(heard(meeting, PaperFactory(title="Vans, an update", proposal=proposal)), "E")
    published(meeting, ed)
    published(held(dt.date(2025, 1, 8)), ed)

    html = read(client, "/")

    assert '<a href="/proposals/vans/">Vans</a>' in html
    assert "Vans, an update" in html
    assert "More information needed" in html
    assert html.index("Meeting of 2 March 2026</a>") < html.index("Meeting of 8 January 2025</a>")


def test_home_says_when_the_latest_minutes_decided_nothing(client, ed):
    published(held(), ed)

    assert "No paper was decided at this meeting" in read(client, "/")


def test_meetings_are_listed_by_year_with_what_was_decided(client, ed):
    meeting = held(title="Second formal meeting")
    advised(heard(meeting, PaperFactory(title="Vans")), "D")
    published(meeting, ed)
    published(held(dt.date(2025, 1, 8)), ed)
    held(dt.date(2019, 7, 1), slug="2019-07", precision="month", title="Not shown yet")
    held(None, slug="unknown", precision="unknown")
    MeetingFactory(on=soon(5), state="called", venue="Town hall")

    html = read(client, "/meetings/")

    assert '<a href="/meetings/2026-03-02/">2 March 2026</a>' in html
    assert "Second formal meeting" in html
    assert '<span class="govuk-visually-hidden">Outcome </span>D' in html
    assert "No paper was decided." in html
    assert ">July 2019</a>" in html
    assert "Not shown yet" not in html
    assert "Date not known" in html
    assert "To come" in html


def test_meetings_of_one_year(client):
    held()
    held(dt.date(2025, 1, 8))

    html = read(client, "/meetings/?year=2025")

    assert "8 January 2025" in html
    assert "2 March 2026" not in html
    assert 'href="?year=2025" aria-current="true"' in html


@pytest.mark.parametrize("query", ["year=1999", "year=x", "page=99", "page=x", "year=%00&page=-1"])
def test_a_strange_address_is_no_error(client, query):
    held()

    assert "2 March 2026" in read(client, f"/meetings/?{query}")


@pytest.mark.parametrize("count", [10, 2000])
@pytest.mark.parametrize(("address", "queries"), [("/", 5), ("/meetings/", 5)])
def test_queries_do_not_grow(client, ed, django_assert_num_queries, address, queries, count):
    many_published(count, ed)

    with django_assert_num_queries(queries):
        client.get(address)


def test_long_lists_have_pages_that_keep_the_year(client, ed):
    many_published(60, ed)

    html = read(client, "/meetings/?year=2019&page=2")

    assert "Page 2 of 3" in html
    assert 'href="?year=2019&amp;page=3"' in html
    assert 'href="?year=2019&amp;page=1"' in html
