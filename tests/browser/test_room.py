"""A secretary's hands in a browser: agenda, attendance, and minutes typed without waiting."""

import datetime as dt

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from meetings.actions import (
    add_action,
    call_meeting,
    mark_attendance,
    note_arrival,
    note_entry,
    place_item,
    plan_meeting,
    restrict_entry,
    start_item,
    start_meeting,
)
from meetings.models import Entry
from tests.factories import DAY, PaperFactory


@pytest.fixture
def meeting(ed, ben, chloe, dev, amina):
    """A meeting under way with an agenda and people in the room."""
    meeting = plan_meeting(by=ed, on=DAY, starts_at=dt.time(10), ends_at=dt.time(13))
    place_item(meeting, by=ed, kind="paper", title="Vehicle theft", papers=[PaperFactory()])
    place_item(meeting, by=ed, kind="break", title="Break")
    start_meeting(call_meeting(meeting, by=ed), by=ed)
    marks = {ben: "present", chloe: "remote", dev: "apologies", ed: "present"}
    return mark_attendance(meeting, by=ed, marks=marks, chair=ben)


@pytest.fixture
def item(meeting):
    return meeting.items.get(title="Vehicle theft")


@pytest.fixture
def secretary(page, sign_in, ed):
    return sign_in(page, ed)


def url(name, meeting, *args):
    return reverse(f"meetings:{name}", args=[meeting.slug, *args])


def titles(page):
    return page.locator(".a-row h3").all_text_contents()


def test_items_are_dragged_into_their_place(secretary, meeting):
    secretary.goto(url("agenda", meeting))
    grips = secretary.locator(".a-grip")

    grips.nth(1).drag_to(secretary.locator(".a-row").nth(3))

    expect(secretary.locator(".a-row h3").nth(3)).to_have_text("Apologies")
    expect(secretary.locator("#save")).to_contain_text("Saved.")
    expect(secretary.locator(".a-row").nth(3).locator(".a-n")).to_have_text("4")


def test_items_are_moved_by_keyboard_alone(secretary, meeting):
    secretary.goto(url("agenda", meeting))

    secretary.get_by_role("button", name="Move Apologies down").focus()
    secretary.keyboard.press("Enter")
    expect(secretary.locator(".a-row h3").nth(2)).to_have_text("Apologies")
    expect(secretary.get_by_role("button", name="Move Apologies down")).to_be_focused()

    secretary.get_by_role("button", name="Move Apologies with the arrow keys").focus()
    secretary.keyboard.press("ArrowUp")
    expect(secretary.locator(".a-row h3").nth(1)).to_have_text("Apologies")
    secretary.keyboard.press("ArrowUp")
    expect(secretary.locator(".a-row h3").nth(0)).to_have_text("Apologies")


def test_marks_survive_the_guest_who_is_added_next(secretary, meeting, dev, amina):
    secretary.goto(url("attendance", meeting))

    secretary.get_by_role("group", name=dev.name).get_by_label("Absent").check()
    secretary.get_by_role("button", name="Mark the rest present in Presenters").click()
    secretary.get_by_label("Name", exact=True).fill("Fay Guest")
    secretary.get_by_role("button", name="Add to the list").click()

    expect(secretary.get_by_text("Fay Guest").first).to_be_visible()
    marks = meeting.attendances.values_list("person", "presence")
    assert {(dev.pk, "absent"), (amina.pk, "present")} <= set(marks)


def test_a_guest_who_is_added_undoes_no_arrival_of_which_the_page_is_silent(
    secretary, meeting, ed, dev, amina
):
    start_item(meeting.items.first(), by=ed)
    secretary.goto(url("attendance", meeting))
    note_arrival(meeting.attendances.get(person=dev), by=ed)

    secretary.get_by_role("group", name=amina.name).get_by_label("Present").check()
    secretary.get_by_label("Name", exact=True).fill("Fay Guest")
    secretary.get_by_role("button", name="Add to the list").click()

    expect(secretary.get_by_text("Fay Guest").first).to_be_visible()
    marks = meeting.attendances.values_list("person", "presence")
    assert {(dev.pk, "present"), (amina.pk, "present")} <= set(marks)


def test_attendance_is_one_click_each_or_an_arrow_key(secretary, meeting, dev, amina):
    secretary.goto(url("attendance", meeting))

    secretary.get_by_role("group", name="Dev Member").get_by_label("Remote").check()
    secretary.get_by_role("group", name="Amina Lab").get_by_label("Present").focus()
    secretary.keyboard.press("Space")
    secretary.get_by_role("button", name="Save attendance").click()

    expect(secretary.get_by_text("The attendance is saved.")).to_be_visible()
    marks = meeting.attendances.values_list("name", "presence", "joined_remotely")
    assert ("Dev Member", "present", True) in marks
    assert ("Amina Lab", "present", False) in marks


@pytest.fixture
def full(meeting, item, ed, chloe):
    """The meeting with something of everything, and an action of an earlier one."""
    earlier = plan_meeting(by=ed, on=dt.date(2025, 1, 8))
    start_meeting(earlier, by=ed)
    add_action(earlier, by=ed, text="Publish the method", owner="Lab")
    question = note_entry(item, by=ed, kind="question", text="Why?", speaker="Member")
    answer = note_entry(item, by=ed, kind="answer", text="Because.", parent=question)
    note_entry(item, by=ed, text="And then?", parent=answer, speaker_person=chloe)
    withheld = note_entry(item, by=ed, text="A name", after_presenter_left=True)
    restrict_entry(withheld, by=ed, reason="Personal information")
    add_action(meeting, by=ed, text="Look again", item=item, due_on=DAY)
    return meeting


PAGES = [
    "workspace",
    "agenda",
    "place_item",
    "attendance",
    "log",
    "revise_meeting",
    "add_action",
    "cancel_meeting",
]


@pytest.mark.parametrize("name", PAGES)
def test_pages_of_a_meeting_are_accessible(secretary, full, name, assert_accessible):
    secretary.goto(url(name, full))

    assert_accessible(secretary)


def test_pages_of_an_item_and_of_a_line_are_accessible(secretary, full, item, assert_accessible):
    entry = Entry.objects.get(text="Because.")
    about_actions = full.items.get(kind="actions_update")
    addresses = [url(f"{verb}_entry", full, entry.pk) for verb in ("revise", "restrict", "remove")]
    removal = url("remove_item", full, item.pk)

    for there in [item.log_url, about_actions.log_url, removal, *addresses]:
        secretary.goto(there)
        assert_accessible(secretary)


@pytest.mark.parametrize(
    "name", ["meetings:all_meetings", "meetings:plan_meeting", "meetings:actions"]
)
def test_pages_of_all_meetings_are_accessible(secretary, full, name, assert_accessible):
    secretary.goto(reverse(name))

    assert_accessible(secretary)


def test_the_worklist_is_accessible(secretary, full, assert_accessible):
    secretary.goto(reverse("committee:worklist"))

    assert_accessible(secretary)
