"""The calendar file of a meeting: right across clock changes, and nobody's name in it."""

import datetime as dt

import pytest
from django.core import mail as outbox
from django.urls import reverse
from icalendar import Calendar

from committee.models import Mail
from meetings.actions import call_meeting, cancel_meeting, revise_meeting
from meetings.calendar import calendar_of
from tests.factories import MeetingFactory


@pytest.fixture
def planned(ed, ben, chloe):
    return MeetingFactory(starts_at=dt.time(10), ends_at=dt.time(13), venue="Hall; room 2, left")


def event_of(text):
    return Calendar.from_ical(text).walk("VEVENT")[0]


def test_a_meeting_is_an_event_with_its_zone(planned):
    calendar = Calendar.from_ical(calendar_of(planned))
    event = calendar.walk("VEVENT")[0]

    assert calendar["METHOD"] == "PUBLISH"
    assert [zone["TZID"] for zone in calendar.walk("VTIMEZONE")] == ["Europe/London"]
    assert event["DTSTART"].params["TZID"] == "Europe/London"
    assert event["DTSTART"].dt.isoformat() == "2026-03-02T10:00:00+00:00"
    assert event["DTEND"].dt.isoformat() == "2026-03-02T13:00:00+00:00"
    assert event["LOCATION"] == "Hall; room 2, left"
    assert event["SUMMARY"] == "Formal meeting"
    assert event["URL"].endswith("/meetings/2026-03-02/")


@pytest.mark.parametrize(
    ("on", "starts"),
    [
        (dt.date(2026, 3, 28), "2026-03-28T10:00:00+00:00"),
        (dt.date(2026, 3, 29), "2026-03-29T10:00:00+01:00"),
        (dt.date(2026, 10, 24), "2026-10-24T10:00:00+01:00"),
        (dt.date(2026, 10, 25), "2026-10-25T10:00:00+00:00"),
        (dt.date(2028, 2, 29), "2028-02-29T10:00:00+00:00"),
    ],
)
def test_its_hour_stays_across_a_change_of_clocks(db, on, starts):
    """As the rules in the file itself say, not those of the machine that reads it."""
    calendar = Calendar.from_ical(calendar_of(MeetingFactory(on=on, starts_at=dt.time(10))))
    zone = calendar.walk("VTIMEZONE")[0].to_tz(lookup_tzid=False)
    shown = calendar.walk("VEVENT")[0]["DTSTART"].dt.replace(tzinfo=zone)

    assert shown.isoformat() == starts


def test_a_meeting_past_midnight_ends_the_next_day(db):
    late = MeetingFactory(starts_at=dt.time(22), ends_at=dt.time(1))

    assert event_of(calendar_of(late))["DTEND"].dt.date() == dt.date(2026, 3, 3)


def test_a_meeting_without_hours_takes_the_day(db):
    event = event_of(calendar_of(MeetingFactory()))

    assert event["DTSTART"].dt == dt.date(2026, 3, 2)
    assert "DTEND" not in event


def test_uid_stays_and_sequence_grows(planned, ed, monkeypatch):
    call_meeting(planned, by=ed)
    first = event_of(calendar_of(planned))
    revise_meeting(planned, by=ed, on=dt.date(2026, 4, 1))
    second = event_of(calendar_of(planned))
    cancelled = cancel_meeting(planned, by=ed)
    third = Calendar.from_ical(calendar_of(cancelled))

    assert {one["UID"] for one in (first, second, third.walk("VEVENT")[0])} == {first["UID"]}
    assert [one["SEQUENCE"] for one in (first, second, third.walk("VEVENT")[0])] == [0, 1, 2]
    assert (third["METHOD"], third.walk("VEVENT")[0]["STATUS"]) == ("CANCEL", "CANCELLED")
    assert second["DTSTART"].dt.isoformat() == "2026-04-01T10:00:00+01:00"


def test_each_mail_about_a_meeting_brings_the_file(planned, ed, ben, chloe, settings):
    call_meeting(planned, by=ed)
    sent = Mail.objects.get(to=chloe.email)
    sent.as_email().send()

    (file,) = outbox.outbox[0].message().get_payload()[1:]
    assert file.get_content_type() == "text/calendar"
    assert (file.get_param("method"), file.get_filename()) == ("PUBLISH", "meeting.ics")
    assert file.get_payload(decode=True).decode() == sent.calendar
    assert not {ed.name, ben.name, chloe.name, "ATTENDEE"} & set(sent.calendar.split())
    for person in (ed, ben, chloe):
        assert person.email not in sent.calendar
        assert person.name not in sent.calendar


def test_the_file_of_an_announced_meeting_is_there_for_all(client, planned, ed):
    there = reverse("meetings:calendar_file", args=[planned.slug])
    assert client.get(there).status_code == 404
    call_meeting(planned, by=ed)

    answer = client.get(reverse("meetings:calendar_file", args=[planned.slug]))

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="meeting-2026-03-02.ics"'
    assert event_of(answer.content.decode())["SUMMARY"] == "Formal meeting"


def test_a_meeting_of_unknown_date_has_none(client, db):
    unknown = MeetingFactory(slug="x", on=None, precision="unknown", state="closed")

    assert client.get(reverse("meetings:calendar_file", args=[unknown.slug])).status_code == 404


def test_the_outbox_says_that_a_file_goes_with_it(client, planned, ed):
    call_meeting(planned, by=ed)
    client.force_login(ed)

    assert "With a calendar file" in client.get(reverse("committee:outbox")).text
