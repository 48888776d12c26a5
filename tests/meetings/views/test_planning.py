"""A meeting from its plan to its close, by its pages."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from committee.models import TermsOfReference
from meetings.actions import close_meeting
from meetings.models import Meeting
from tests.factories import NINE, MeetingFactory, item_with_paper


@pytest.fixture
def secretary(client, ed):
    client.force_login(ed)
    return client


def url(name, meeting):
    return reverse(f"meetings:{name}", args=[meeting.slug])


PLAN = {"on": "2026-03-02", "starts_at": "10:00", "ends_at": "13:00", "venue": "Hall", "title": ""}


def test_a_meeting_is_planned_called_started_and_closed_by_its_buttons(secretary, ben):
    answer = secretary.post(reverse("meetings:plan_meeting"), PLAN)
    meeting = Meeting.objects.get()
    assert answer.url == url("workspace", meeting)

    for act, state in [
        ("call_meeting", "called"),
        ("start_meeting", "under_way"),
        ("close_meeting", "closed"),
    ]:
        page = secretary.get(url("workspace", meeting)).content.decode()
        assert url(act, meeting) in page
        secretary.post(url(act, meeting), {"anyway": "1"})
        meeting.refresh_from_db()
        assert meeting.state == state


@pytest.mark.parametrize(
    ("days", "words"), [(90, "That is in 90 days."), (-1, "That was 1 day ago.")]
)
def test_starting_on_another_day_asks_first(secretary, days, words):
    on = timezone.localdate() + dt.timedelta(days=days)
    meeting = MeetingFactory(on=on, state="called")

    page = secretary.post(url("start_meeting", meeting)).content.decode()

    meeting.refresh_from_db()
    assert (words in page, meeting.state) == (True, "called")
    assert secretary.post(url("start_meeting", meeting), {"anyway": "1"}).url.endswith("/room/")


def test_starting_on_the_day_leads_into_the_room(secretary):
    meeting = MeetingFactory(on=timezone.localdate(), state="called")

    assert secretary.post(url("start_meeting", meeting)).url == url("room", meeting)


def test_the_form_of_a_plan_keeps_what_was_typed(secretary):
    wrong = PLAN | {"ends_at": "09:00", "venue": "Town hall"}

    page = secretary.post(reverse("meetings:plan_meeting"), wrong).content.decode()

    assert "Enter an end that is later than the beginning." in page
    assert 'value="Town hall"' in page
    assert Meeting.objects.count() == 0


@pytest.mark.parametrize("who", ["amina", "ben", "chloe", "gus"])
def test_planning_is_not_for_others_and_says_so(request, client, who):
    client.force_login(request.getfixturevalue(who))

    answer = client.get(reverse("meetings:plan_meeting"))

    assert answer.status_code == 403
    assert "Only the secretariat may do this." in answer.content.decode()


def test_details_are_changed_and_the_address_follows_the_date(secretary):
    meeting = MeetingFactory(venue="Hall")
    assert 'value="Hall"' in secretary.get(url("revise_meeting", meeting)).content.decode()

    answer = secretary.post(url("revise_meeting", meeting), PLAN | {"on": "2026-04-09"})

    assert answer.url == "/meetings/2026-04-09/work/"


def test_cancelling_asks_first(secretary):
    meeting = MeetingFactory(state="called")

    assert "gets a mail" in secretary.get(url("cancel_meeting", meeting)).content.decode()
    meeting.refresh_from_db()
    assert meeting.state == "called"

    secretary.post(url("cancel_meeting", meeting), {"reason": ""})
    meeting.refresh_from_db()
    assert meeting.state == "cancelled"
    assert "was cancelled" in secretary.get(url("workspace", meeting)).content.decode()


def test_the_close_says_which_papers_are_undecided_beside_its_button(secretary, meeting):
    paper = item_with_paper(meeting).papers.get()

    page = secretary.get(url("workspace", meeting)).content.decode()
    answer = secretary.post(url("close_meeting", meeting))

    assert f"No decision is recorded on “{paper}”." in page
    assert answer.status_code == 403
    assert f"No decision is recorded on “{paper}”." in answer.content.decode()


@pytest.mark.parametrize("name", ["call_meeting", "close_meeting"])
def test_nothing_changes_by_looking(secretary, meeting, name):
    assert secretary.get(url(name, meeting)).status_code == 405


@pytest.mark.parametrize(
    ("who", "state", "status"),
    [
        ("ed", "planned", 200),
        ("chloe", "planned", 404),
        ("chloe", "called", 200),
        ("ben", "closed", 200),
        ("amina", "called", 404),
        ("gus", "closed", 404),
    ],
)
def test_the_hub_of_a_meeting_is_for_the_committee(request, client, who, state, status):
    client.force_login(request.getfixturevalue(who))

    assert client.get(url("workspace", MeetingFactory(state=state))).status_code == status


def test_members_read_the_agenda_without_buttons(client, chloe, meeting):
    item = item_with_paper(meeting, title="Vehicle theft")
    client.force_login(chloe)

    page = client.get(url("workspace", meeting)).content.decode()

    assert "Vehicle theft" in page
    assert str(item.papers.get()) in page
    assert "Close the meeting" not in page
    assert url("log", meeting) not in page


def test_the_list_of_meetings_shows_to_each_what_is_theirs(client, ed, chloe):
    MeetingFactory(state="planned")
    MeetingFactory(on=dt.date(2025, 1, 8), state="called")

    client.force_login(chloe)
    theirs = client.get(reverse("meetings:all_meetings")).content.decode()
    client.force_login(ed)
    all_of_them = client.get(reverse("meetings:all_meetings")).content.decode()

    assert ("2 March 2026" in theirs, "8 January 2025" in theirs) == (False, True)
    assert ("2 March 2026" in all_of_them, "8 January 2025" in all_of_them) == (True, True)


def test_the_list_of_meetings_is_empty_at_first(secretary):
    assert "No meeting yet" in secretary.get(reverse("meetings:all_meetings")).content.decode()


def test_the_list_of_meetings_is_not_for_the_lab(client, amina):
    client.force_login(amina)

    assert client.get(reverse("meetings:all_meetings")).status_code == 404


def test_queries_do_not_grow_with_meetings_or_items(secretary, django_assert_num_queries):
    for year in range(2000, 2010, 5):
        for more in range(5):
            meeting = MeetingFactory(slug=f"{year}-{more}", state="closed")
            meeting.minutes.create(number=1)
            item_with_paper(meeting)
        with django_assert_num_queries(7):
            secretary.get(reverse("meetings:all_meetings"))

    for _ in range(2):
        for _ in range(3):
            item_with_paper(meeting)
        with django_assert_num_queries(16):
            secretary.get(url("workspace", meeting))


@pytest.mark.parametrize(("state", "is_shown"), [("planned", False), ("under_way", True)])
def test_a_quorum_is_missed_only_once_a_meeting_has_begun(client, ed, state, is_shown):
    TermsOfReference.objects.update(quorum_at_least=3)
    meeting = MeetingFactory(state=state)
    client.force_login(ed)

    page = client.get(reverse("meetings:workspace", args=[meeting.slug])).content.decode()

    assert ("Not quorate" in page) == is_shown


def test_a_wrongly_noted_close_is_corrected_beside_the_draft(secretary, meeting, ed):
    meeting = close_meeting(meeting, by=ed, at=NINE + dt.timedelta(hours=3))
    versions, times = url("minutes_versions", meeting), url("correct_times", meeting)
    assert times in secretary.get(versions).content.decode()
    assert 'value="12:00"' in secretary.get(times).content.decode()

    answer = secretary.post(times, {"opened": "09:00", "closed": "12:40"})

    meeting.refresh_from_db()
    assert (answer.url, f"{meeting.closed_at:%H:%M}") == (versions, "12:40")


def test_a_close_before_the_opening_is_refused_on_the_form(secretary, meeting, ed):
    close_meeting(meeting, by=ed, at=NINE + dt.timedelta(hours=3))

    page = secretary.post(url("correct_times", meeting), {"opened": "09:00", "closed": "08:30"})

    assert "lasts at most twelve hours" in page.content.decode()
