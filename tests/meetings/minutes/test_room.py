"""What the application noted of the room, in the minutes and on paper."""

import pytest
from django.template.loader import render_to_string

from meetings.actions import draft_minutes, issue_draft_minutes, note_departure, start_item
from meetings.minutes import snapshot_of
from meetings.models import MinutesVersion
from tests.factories import NINE, AgendaItemFactory, appoint, seat


@pytest.fixture
def take(meeting):
    return lambda: snapshot_of(meeting, MinutesVersion(meeting=meeting, number=1))


def test_a_meeting_of_which_nothing_was_noted_says_nothing(meeting, take):
    assert not any(take()["room"].values())


def test_who_left_is_told(meeting, take, ed, chloe):
    start_item(AgendaItemFactory(meeting=meeting, number="1"), by=ed, at=NINE)
    note_departure(meeting.attendances.get(person=chloe), by=ed, at=NINE)

    said = take()

    assert said["room"]["coming_and_going"] == ["Chloe Member left at 09:00, during item 1."]
    version = draft_minutes_of(meeting, ed)
    assert "Chloe Member left at 09:00, during item 1." in version.html


def test_what_was_not_reached_does_not_read_like_what_was_heard(meeting, take, ed):
    start_item(AgendaItemFactory(meeting=meeting, title="Heard"), by=ed, at=NINE)
    AgendaItemFactory(meeting=meeting, title="Left over")

    assert [one["is_unreached"] for one in take()["sections"]] == [False, True]
    version = draft_minutes_of(meeting, ed)
    assert version.html.count("Not reached") == 1
    assert "Not reached. " in render_to_string("meetings/documents/minutes.html", version.snapshot)


def test_minutes_of_a_meeting_without_a_running_order_say_nothing_of_it(meeting, take):
    AgendaItemFactory(meeting=meeting, title="Heard")

    assert [one["is_unreached"] for one in take()["sections"]] == [False]


def draft_minutes_of(meeting, ed):
    meeting.state, meeting.closed_at = "closed", NINE
    meeting.save()
    return issue_draft_minutes(draft_minutes(meeting, by=ed), by=ed)


def test_who_took_the_chair_for_an_item_is_named_there(meeting, take, ben, chloe):
    meeting.chaired_by = ben
    meeting.save()
    AgendaItemFactory(meeting=meeting, number="1", chaired_by=ben)
    AgendaItemFactory(meeting=meeting, number="2", chaired_by=chloe)

    assert [section["chair"] for section in take()["sections"]] == ["", "Chloe Member"]


def test_a_guest_is_listed_with_the_items_they_came_for(meeting, take, ben):
    items = [AgendaItemFactory(meeting=meeting, number=number) for number in ("3", "4", "5")]
    for name, there in (("One", items[:1]), ("Three", items), ("None", [])):
        row = seat(meeting, appoint("presenter", name=name), capacity="officer")
        row.items.set(there)
    seat(meeting, appoint("presenter", name="Sub"), capacity="officer", substitute_for=ben)

    (officers,) = [
        one["people"] for one in take()["attendance"] if one["heading"].startswith("Presenters")
    ]

    assert {one["name"]: one["particulars"] for one in officers} == {
        "One": ["for item 3"], "Three": ["for items 3, 4 and 5"], "None": [],
        "Sub": ["for Ben Chair"],
    }  # fmt: skip
