"""The minutes a later meeting is asked to approve, where its pages show them."""

import datetime as dt

import pytest
from django.urls import reverse

from meetings.actions import add_action_update, approve_minutes
from meetings.agenda_document import snapshot_of as agenda_of
from meetings.last_minutes import last_minutes
from meetings.minutes import snapshot_of
from meetings.models import ActionPoint, MinutesVersion
from tests.factories import NINE, AgendaItemFactory, MeetingFactory


@pytest.fixture
def later(db):
    later = MeetingFactory(on=dt.date(2026, 6, 1), state="under_way", started_at=NINE)
    later.last = AgendaItemFactory(meeting=later, number="2", kind="last_minutes", title=None)
    return later


def test_an_issued_draft_waits_for_the_next_meeting(issued, later):
    assert last_minutes(later) == [issued]


def test_what_was_approved_here_stays_shown(issued, ben, later):
    approve_minutes(issued, by=ben, meeting=later)

    assert last_minutes(later) == [issued]


def test_else_the_newest_of_the_meeting_before_is_shown(published, later):
    assert last_minutes(later) == [published]


@pytest.mark.parametrize("on", [dt.date(2026, 3, 2), dt.date(2026, 1, 1)])
def test_no_meeting_approves_minutes_of_its_own_day_or_later(issued, on):
    assert last_minutes(MeetingFactory(on=on, slug="other")) == []


def test_a_draft_being_written_is_not_shown(minutes, later):
    assert last_minutes(later) == []


def test_agenda_log_and_workspace_name_them(client, issued, later, ben):
    client.force_login(ben)
    draft = reverse("meetings:draft", args=[issued.meeting.slug])

    for page in (later.last.log_url, reverse("meetings:workspace", args=[later.slug])):
        assert f'<a href="{draft}">Minutes of 2 March 2026</a>' in client.get(page).text
    assert agenda_of(later)["items"][0]["papers"] == ["Minutes of the meeting on 2 March 2026"]


def test_the_chair_approves_them_from_the_minute_book(client, issued, later, ben):
    client.force_login(ben)
    assert "Approve at this meeting" in client.get(later.last.log_url).text

    approve = reverse("meetings:approve_minutes", args=[issued.meeting.slug, 1])
    answer = client.post(approve, {"meeting": later.slug}, follow=True)

    assert answer.redirect_chain == [(later.last.log_url, 302)]
    assert MinutesVersion.objects.get(pk=issued.pk).approved_in == later
    assert "Approved at this meeting" in answer.text


def test_updates_heard_of_earlier_actions_are_minuted(issued, later, ed):
    AgendaItemFactory(meeting=later, number="3", kind="actions_update", title=None)
    action = ActionPoint.objects.get(text="Send the table")
    add_action_update(action, by=ed, text="Sent on Friday.", meeting=later)
    add_action_update(action, by=ed, text="Not of this meeting.")

    section = snapshot_of(later, MinutesVersion(meeting=later, number=1))["sections"][1]

    assert section["updates"] == [
        {
            "withheld": None, "text": "Send the table", "owner": "Lab",
            "heard": ["Sent on Friday."], "from": "2 March 2026",
        }
    ]  # fmt: skip


def test_an_update_on_a_withheld_action_is_withheld(issued, later, ed):
    AgendaItemFactory(meeting=later, kind="actions_update")
    action = ActionPoint.objects.get(text__startswith="CANARY-LINE")
    add_action_update(action, by=ed, text="CANARY-LINE is settled.", meeting=later)

    said = snapshot_of(later, MinutesVersion(meeting=later, number=1))

    assert "CANARY" not in str(said)
    assert said["sections"][1]["updates"][0]["withheld"]["what"] == "An update on one action"
