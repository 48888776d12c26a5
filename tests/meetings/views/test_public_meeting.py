"""The open page of one meeting and its PDF: what is there for everybody, and what is not."""

import datetime as dt
import gzip
import re

import pytest
from django.urls import reverse

from committee.audit import record
from committee.models import CommitteeName, Document
from committee.storage import store
from meetings.actions import correct_minutes, correct_times
from meetings.models import Entry, MinutesVersion
from tests.factories import NINE, MeetingFactory
from tests.meetings.minutes import story

pytestmark = pytest.mark.django_db


def page_of(meeting):
    return reverse("meetings:meeting", args=[meeting.slug])


def made(document, content=b"%PDF-1.7 made"):
    """The document as a worker leaves it."""
    Document.objects.filter(pk=document.pk).update(
        state="ready", sha256=store(content), size=len(content), pages=8, ready_at=NINE
    )


def test_published_minutes_are_open(client, published, meeting):
    response = client.get(page_of(meeting))
    html = response.content.decode()

    assert response.status_code == 200
    assert published.html in html
    assert "Approved by Ben Chair on" in html
    assert "PDF is being made" in html
    assert not response.cookies


def test_the_page_names_everybody_as_minuted(client, published, meeting):
    html = client.get(page_of(meeting)).content.decode()

    for name, *_ in story.PEOPLE:
        assert (name or "YK") in html


def test_ids_are_unique_and_every_link_into_the_page_leads_somewhere(client, published, meeting):
    html = client.get(page_of(meeting)).content.decode()
    ids = re.findall(r' id="([^"]*)"', html)

    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]*)"', html)) <= set(ids)


def test_the_table_is_a_real_one(client, published, meeting):
    html = client.get(page_of(meeting)).content.decode()

    assert '<th scope="col" class="is-num">Low</th>' in html
    assert '<th scope="row">High</th><td class="is-num">1</td>' in html
    assert "style=" not in html


def test_five_levels_nest_in_lists(client, published, meeting):
    html = client.get(page_of(meeting)).content.decode()
    innermost = html[: html.index("Turn 5 of five.")]

    assert innermost.count("<ol") - innermost.count("</ol") >= 4


@pytest.mark.parametrize("state", ["minutes", "issued", "approved"])
def test_minutes_are_closed_until_published(client, state, meeting, request):
    request.getfixturevalue(state)
    html = client.get(page_of(meeting)).content.decode()

    assert "Its minutes are being prepared" in html
    assert "Burglary" not in html
    assert client.get(reverse("meetings:minutes_pdf", args=[meeting.slug])).status_code == 404
    assert client.get(f"{page_of(meeting)}minutes/v1/").status_code == 404


def test_an_unpublished_correction_is_closed(client, published, meeting, ed):
    Entry.objects.filter(text__startswith="Which grades").update(text="CORRECTED")
    correct_minutes(meeting, by=ed, change_note="NOTE-NOT-YET")

    html = client.get(page_of(meeting)).content.decode()

    assert "CORRECTED" not in html
    assert "NOTE-NOT-YET" not in html
    assert client.get(f"{page_of(meeting)}minutes/v2/").status_code == 404


def test_a_corrected_closing_time_is_shown_when_it_is_published(
    client, published, meeting, ben, ed
):
    second = correct_minutes(meeting, by=ed, change_note="It closed later.")
    correct_times(meeting, by=ed, opened=dt.time(9), closed=dt.time(12, 40))
    before = client.get(page_of(meeting)).content.decode()

    story.to_publication(second, ben=ben, ed=ed)

    old = client.get(f"{page_of(meeting)}minutes/v1/").content.decode()
    assert "Monday, 09:00</span>" in before
    assert "Monday, 09:00 to 12:40</span>" in client.get(page_of(meeting)).content.decode()
    assert "Monday, 09:00</span>" in old


def test_a_corrected_version_says_what_changed_and_keeps_the_old(
    client, published, meeting, ben, ed
):
    second = correct_minutes(meeting, by=ed, change_note="Paragraph 9 is clearer.")
    story.to_publication(second, ben=ben, ed=ed)

    latest = client.get(page_of(meeting)).content.decode()
    old = client.get(f"{page_of(meeting)}minutes/v1/").content.decode()

    assert "Version 2: Paragraph 9 is clearer." in latest
    assert f'href="{page_of(meeting)}minutes/v1/"' in latest
    assert "A newer version has been published" in old
    assert published.html in old
    assert client.get(f"{page_of(meeting)}minutes/v3/").status_code == 404


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("called", "will be published"),
        ("under_way", "The meeting is under way"),
        ("closed", "Its minutes are being prepared"),
    ],
)
def test_an_announced_meeting_says_when_and_where(client, state, words):
    meeting = MeetingFactory(state=state, venue="Town Hall", starts_at="10:00")
    words = words if state != "called" else "are published here once the chair has approved"

    html = client.get(page_of(meeting)).content.decode()

    assert words in html
    assert "Monday, 2 March 2026" in html
    assert "<dd>10:00</dd>" in html
    assert "Town Hall" in html


@pytest.mark.parametrize(("called_at", "status"), [(None, 404), (NINE, 200)])
def test_a_cancelled_meeting_is_shown_only_if_it_was_announced(client, called_at, status):
    meeting = MeetingFactory(state="cancelled", called_at=called_at)

    response = client.get(page_of(meeting))

    assert response.status_code == status
    assert (b"This meeting was cancelled" in response.content) == (status == 200)


@pytest.mark.parametrize("slug", ["2026-03-02", "1999-01-01"])
def test_planned_and_unknown_meetings_look_alike(client, slug):
    MeetingFactory(state="planned")

    assert client.get(f"/meetings/{slug}/").status_code == 404


@pytest.mark.parametrize(
    ("precision", "heading"),
    [("day", "on 2 March 2026"), ("month", "in March 2026"), ("year", "in 2026")],
)
def test_the_date_is_as_precise_as_known(client, precision, heading):
    meeting = MeetingFactory(
        state="closed", precision=precision, date_basis="inferred", ends_at="15:00"
    )

    html = client.get(page_of(meeting)).content.decode()

    assert f"Meeting {heading}</h1>" in html
    assert "Date inferred from other sources" in html


def test_a_meeting_of_unknown_date_has_a_page(client):
    meeting = MeetingFactory(state="closed", slug="undated", on=None, precision="unknown")

    assert "Meeting of unknown date" in client.get(page_of(meeting)).content.decode()


def test_the_pdf_is_served_once_it_is_made(client, published, meeting):
    address = reverse("meetings:minutes_pdf", args=[meeting.slug])
    before = client.get(address)
    made(published.document)

    response = client.get(address)

    assert before.status_code == 404
    assert b"".join(response.streaming_content) == b"%PDF-1.7 made"
    assert response["Content-Type"] == "application/pdf"
    assert 'filename="minutes-2026-03-02-v1.pdf"' in response["Content-Disposition"]
    again = client.get(address, headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304
    assert "8 pages" in client.get(page_of(meeting)).content.decode()


def test_an_older_pdf_stays(client, published, meeting, ben, ed):
    made(published.document)
    second = correct_minutes(meeting, by=ed, change_note="Something.")
    story.to_publication(second, ben=ben, ed=ed)

    address = f"{page_of(meeting)}minutes/v1/minutes.pdf"

    old = client.get(address)

    assert b"".join(old.streaming_content) == b"%PDF-1.7 made"
    assert client.get(reverse("meetings:minutes_pdf", args=[meeting.slug])).status_code == 404
    assert address in client.get(f"{page_of(meeting)}minutes/v1/").content.decode()


def test_queries_stay_the_same_whatever_the_size(
    client, published, meeting, django_assert_max_num_queries
):
    with django_assert_max_num_queries(4):
        client.get(page_of(meeting))


def test_a_page_made_once_costs_two_queries(client, published, meeting, django_assert_num_queries):
    first = client.get(page_of(meeting))

    with django_assert_num_queries(2):
        again = client.get(page_of(meeting))

    assert (again.content, again.headers["ETag"]) == (first.content, first.headers["ETag"])


def test_a_page_made_once_is_made_again_after_any_act(client, published, meeting, ed):
    before = client.get(page_of(meeting)).content.decode()
    CommitteeName.objects.create(name="The Ethics Panel", since="2020-01-01")
    record("committee.rename_committee", meeting, by=ed)

    after = client.get(page_of(meeting)).content.decode()

    assert ("The Ethics Panel" in before, "The Ethics Panel" in after) == (False, True)


def test_compressed_and_plain_pages_are_kept_apart(client, published, meeting):
    small = [client.get(page_of(meeting), headers={"Accept-Encoding": "gzip"}) for _ in range(2)]
    plain = [client.get(page_of(meeting)) for _ in range(2)]

    assert gzip.decompress(small[1].content) == plain[1].content == plain[0].content
    assert small[1].headers["Content-Encoding"] == "gzip"
    again = client.get(page_of(meeting), headers={"If-None-Match": small[1].headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_nothing_withheld_is_on_the_page(client, meeting, minutes, ben, ed):
    story.hide_item(meeting)
    story.to_publication(minutes, ben=ben, ed=ed)

    html = client.get(page_of(meeting)).content.decode()

    assert "canary" not in html.lower()
    assert html.count("Withheld.") == 8


def test_signed_in_or_not_the_bytes_are_the_same(client, published, meeting, ed):
    before = client.get(page_of(meeting)).content
    client.force_login(ed)

    assert client.get(page_of(meeting)).content == before


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_the_page_is_only_read(client, published, meeting, method):
    assert getattr(client, method)(page_of(meeting)).status_code == 405


def test_the_text_is_asked_for_only_when_shown(published, meeting):
    listed = MinutesVersion.objects.listed(meeting).get()
    readable = MinutesVersion.objects.readable(meeting.slug).get()

    assert listed.get_deferred_fields() == {"html", "snapshot"}
    assert readable.get_deferred_fields() == {"snapshot"}
