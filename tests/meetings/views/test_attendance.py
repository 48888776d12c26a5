"""The attendance list."""

import re

import pytest
from django.urls import reverse

from meetings.actions import mark_attendance, note_arrival, note_departure, start_item
from tests.factories import NINE, AgendaItemFactory, MeetingFactory, appoint


@pytest.fixture
def secretary(client, ed):
    client.force_login(ed)
    return client


@pytest.fixture
def called(db):
    return MeetingFactory(state="called")


def url(name, meeting, *args):
    return reverse(f"meetings:{name}", args=[meeting.slug, *args])


def test_one_form_marks_everybody_and_the_chair(secretary, called, ben, chloe, dev):
    marks = {f"mark_{ben.pk}": "present", f"mark_{chloe.pk}": "remote", "chair": ben.pk}

    answer = secretary.post(url("attendance", called), marks)

    assert answer.url == url("attendance", called)
    called.refresh_from_db()
    assert called.chaired_by == ben
    rows = called.attendances.values_list("name", "presence", "joined_remotely")
    assert set(rows) == {("Ben Chair", "present", False), ("Chloe Member", "present", True)}


@pytest.mark.parametrize("mark", ["present", "remote", "apologies", "absent"])
def test_a_mark_is_shown_again(secretary, called, chloe, mark):
    secretary.post(url("attendance", called), {f"mark_{chloe.pk}": mark})

    page = secretary.get(url("attendance", called)).content.decode()
    assert f'value="{mark}" id="id_mark_{chloe.pk}_' in page
    assert page.count(" checked") == 1


def test_a_chair_who_is_away_is_told_beside_the_field(secretary, called, ben):
    marks = {f"mark_{ben.pk}": "apologies", "chair": ben.pk}

    page = secretary.post(url("attendance", called), marks).content.decode()

    assert "Mark Ben Chair as present or remote: then they can chair." in page
    assert called.attendances.count() == 0


def test_somebody_whose_appointment_ended_since_stays_on_the_list(secretary, called, chloe):
    secretary.post(url("attendance", called), {f"mark_{chloe.pk}": "present"})
    chloe.appointments.update(ends_on="2026-01-01")

    assert "Chloe Member" in secretary.get(url("attendance", called)).content.decode()


def test_guests_are_added_and_removed(secretary, called):
    typed = {
        "name": "Kim Jones",
        "rank": "Insp.",
        "role": "Lead",
        "organisation": "WMP",
        "capacity": "officer",
        "mark": "remote",
    }

    secretary.post(url("add_guest", called), typed)

    guest = called.attendances.get()
    assert (guest.name, guest.rank, guest.presence) == ("Kim Jones", "Insp.", "present")
    assert guest.joined_remotely
    assert "Kim Jones" in secretary.get(url("attendance", called)).content.decode()

    secretary.post(url("remove_guest", called, guest.pk))
    assert called.attendances.count() == 0


def test_a_guest_without_a_name_is_not_added(secretary, called):
    page = secretary.post(url("add_guest", called), {"name": "", "organisation": "WMP"})

    assert "Enter the name." in page.content.decode()
    assert 'value="WMP"' in page.content.decode()


def test_the_quorum_is_said_in_words_whether_set_or_not(secretary, meeting):
    page = secretary.get(url("attendance", meeting)).content.decode()
    assert "<b>3 of 3</b> voting members here; the terms set no quorum" in page

    terms = meeting.terms
    terms.quorum_at_least = 4
    terms.save()

    page = secretary.get(url("attendance", meeting)).content.decode()
    assert "<b>3 of 3</b> voting members here, 4 needed" in page
    assert "Not quorate" in page


def test_queries_do_not_grow_with_people(secretary, meeting, django_assert_num_queries):
    for _ in range(2):
        for _ in range(4):
            appoint("member")
        with django_assert_num_queries(16):
            secretary.get(url("attendance", meeting))


FIELD = re.compile(r'<input type="(hidden|radio)" name="(seen_\w+|mark_\w+)"([^>]*)>')


def filled_in(page):
    """What a browser sends of the page when nothing is changed on it."""
    sent = {}
    for kind, name, rest in FIELD.findall(page):
        if kind == "hidden" or " checked" in rest:
            found = re.search(r'value="([^"]*)"', rest)
            sent[name] = found[1] if found else ""
    return sent


def test_a_page_that_has_grown_old_undoes_nothing(secretary, meeting, ed, ben, chloe, dev):
    late = appoint("member", name="Late Member")
    mark_attendance(meeting, by=ed, marks={late: "absent"}, chair=ben)
    start_item(AgendaItemFactory(meeting=meeting), by=ed)
    typed = filled_in(secretary.get(url("attendance", meeting)).text)
    note_arrival(meeting.attendances.get(person=late), by=ed, remote=True)
    mark_attendance(meeting, by=ed, marks={}, chair=chloe)

    answer = secretary.post(
        url("attendance", meeting), typed | {f"mark_{dev.pk}": "remote", "chair": ben.pk}
    )

    assert answer.status_code == 302
    row = meeting.attendances.get(person=late)
    assert (row.is_here, row.joined_remotely, row.movements.count()) == (True, True, 1)
    assert meeting.attendances.get(person=dev).joined_remotely
    meeting.refresh_from_db()
    assert meeting.chaired_by == chloe


def test_a_row_that_changed_on_both_sides_is_asked_again(secretary, meeting, ed, chloe):
    typed = filled_in(secretary.get(url("attendance", meeting)).text)
    mark_attendance(meeting, by=ed, marks={chloe: "remote"})

    page = secretary.post(url("attendance", meeting), typed | {f"mark_{chloe.pk}": "apologies"})

    assert "Chloe Member is marked as remote since this page was opened." in page.text
    assert meeting.attendances.get(person=chloe).joined_remotely


@pytest.fixture
def went(meeting, ed, chloe):
    """Chloe left and came back; the second is the last that is noted of her."""
    row = meeting.attendances.get(person=chloe)
    note_departure(row, by=ed)
    start_item(AgendaItemFactory(meeting=meeting), by=ed)
    note_arrival(row, by=ed)
    return row


def test_the_last_coming_or_going_of_somebody_is_taken_back(secretary, meeting, went):
    left, came = went.movements.all()
    page = secretary.get(url("attendance", meeting)).text
    assert (f'id="strike-{came.pk}"' in page, f'id="strike-{left.pk}"' in page) == (True, False)

    said = {"movement": came.pk, "back": "attendance"}
    answer = secretary.post(url("strike_movement", meeting, went.pk), said, follow=True)

    assert "What was noted of Chloe Member last is taken back." in answer.text
    assert not meeting.attendances.get(pk=went.pk).is_here


@pytest.mark.parametrize("meant", [{}, {"movement": "x"}, {"movement": "0"}])
def test_a_button_that_names_nothing_takes_nothing_back(secretary, meeting, went, meant):
    answer = secretary.post(url("strike_movement", meeting, went.pk), meant)

    assert (answer.status_code, went.movements.count()) == (409, 2)
    assert "Something else was noted of Chloe Member meanwhile." in answer.text


def test_nothing_is_taken_back_once_the_minutes_are_approved(secretary, approved, meeting):
    meeting.attendances.first().movements.create(kind="left", at=NINE)

    page = secretary.get(url("attendance", meeting)).text

    assert "Came and went" in page
    assert "Take back" not in page
