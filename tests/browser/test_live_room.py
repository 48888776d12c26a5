"""The room in a browser: it keeps up, keeps what is typed, and goes by the keyboard."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from meetings.actions import mark_attendance, note_departure, place_item, start_item, start_meeting
from meetings.models import PrivateNote
from tests.factories import DAY, MeetingFactory, PaperFactory
from tests.papers import written

SLOWLY = """const fetch = window.fetch, wait = (time) => new Promise((on) => setTimeout(on, time));
window.fetch = async (...asked) => { await wait(1500); return fetch(...asked); };"""


@pytest.fixture
def meeting(ed, ben, chloe, dev):
    """A meeting under way, at its first item, with chair and members in the room."""
    meeting = MeetingFactory(on=DAY)
    papers = [PaperFactory(summary="What it is about.")]
    place_item(meeting, by=ed, kind="paper", title="Vehicle theft", papers=papers)
    place_item(meeting, by=ed, kind="discussion", title="Other matters")
    start_meeting(meeting, by=ed)
    marks = {ben: "present", chloe: "present", dev: "remote"}
    mark_attendance(meeting, by=ed, marks=marks, chair=ben)
    start_item(meeting.items.get(title="Vehicle theft"), by=ed)
    return meeting


def enter(page, sign_in, person, meeting):
    sign_in(page, person).goto(reverse("meetings:room", args=[meeting.slug]))
    expect(page.locator("#room-stamp")).to_be_attached()
    return page


def test_the_secretarys_room_keeps_up_and_keeps_what_is_typed(
    page, sign_in, ed, chloe, meeting, assert_accessible
):
    enter(page, sign_in, ed, meeting)
    assert_accessible(page)
    page.get_by_text("Add a guest or substitute").click()
    page.locator("#guest-name").fill("Half a na")

    note_departure(meeting.attendances.get(person=chloe), by=ed)

    expect(page.locator("#room-order #chair-of-" + str(meeting.item_on().pk))).not_to_contain_text(
        "Chloe", timeout=20_000
    )
    expect(page.locator("#guest-name")).to_have_value("Half a na")
    page.locator("#guest-name").fill("")
    page.locator("#here").focus()
    expect(page.locator("#room-here")).to_contain_text("2 may vote", timeout=20_000)
    expect(page.locator("#guest")).to_have_attribute("open", "")


def test_who_leaves_and_the_papers_are_a_key_or_two_away(page, sign_in, ed, dev, meeting):
    enter(page, sign_in, ed, meeting)

    page.keyboard.press("Alt+w")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page.locator("#room-here")).to_contain_text("left ", timeout=20_000)
    expect(page.locator("#room-here")).to_contain_text("2 may vote")
    page.keyboard.press("Alt+p")
    expect(page.locator("#papers")).to_contain_text("What it is about.")
    page.keyboard.press("Escape")
    expect(page.locator("#papers")).not_to_have_attribute("open", "")


def test_from_the_list_of_who_is_here_the_secretary_goes_back_to_the_line(
    page, sign_in, ed, meeting
):
    enter(page, sign_in, ed, meeting)
    line = page.locator(".r-lines--book textarea")
    expect(line).to_be_focused()
    for back in ("Escape", "Alt+w"):
        page.keyboard.press("Alt+w")
        expect(page.locator("[data-room-seats] button").first).to_be_focused()
        page.keyboard.press(back)
        expect(line).to_be_focused()


def test_the_item_that_is_on_is_in_sight_however_long_the_agenda(page, sign_in, ed, meeting):
    for number in range(20):
        item = place_item(meeting, by=ed, kind="discussion", title=f"Matter {number}")
    start_item(item, by=ed)

    enter(page, sign_in, ed, meeting)

    expect(page.locator("#room-order .now")).to_be_in_viewport()
    start_item(meeting.items.get(title="Other matters"), by=ed)
    expect(page.locator("#room-order .now")).to_contain_text("Other matters", timeout=20_000)
    expect(page.locator("#room-order .now")).to_be_in_viewport()


def test_what_a_paper_says_is_read_beside_the_lines_that_are_typed(
    page, sign_in, ed, meeting, assert_accessible
):
    paper = meeting.item_on().papers.get()
    written(paper, advisory="A person decides.", purpose="To find vans.")
    enter(page, sign_in, ed, meeting)
    page.keyboard.press("Alt+p")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("A person decides.")).to_be_visible()
    page.keyboard.press("Alt+p")  # shut
    page.keyboard.press("Alt+p")  # and open again, as it was left
    expect(page.get_by_text("A person decides.")).to_be_visible()

    for scrolled in (0, 90):
        page.mouse.wheel(0, scrolled)
        drawer, book = [page.locator(one).bounding_box() for one in (".r-drawer", ".r-mid")]
        assert book["x"] + book["width"] <= drawer["x"]
        page.wait_for_function(
            "() => document.querySelector('.r-drawer').getBoundingClientRect().top >="
            " document.querySelector('.r-bar').getBoundingClientRect().bottom"
        )
    assert_accessible(page)


def test_the_minute_book_takes_the_caret_from_nobody(page, sign_in, ed, meeting):
    page.add_init_script(SLOWLY)
    enter(page, sign_in, ed, meeting)

    page.keyboard.press("Alt+w")
    expect(page.locator(".r-line")).not_to_have_count(0)

    assert page.evaluate("document.activeElement.id").startswith("seat-")


def test_a_member_on_a_phone_hears_of_the_next_item(
    page, sign_in, ed, chloe, meeting, assert_accessible
):
    page.set_viewport_size({"width": 375, "height": 740})
    enter(page, sign_in, chloe, meeting)
    assert_accessible(page)

    start_item(meeting.items.get(title="Other matters"), by=ed)

    expect(page.locator("#room-call")).to_contain_text("Other matters", timeout=20_000)
    expect(page.locator("#room-status")).to_contain_text("Other matters, is on.")


def test_a_refusal_is_said_in_the_room(page, sign_in, ed, meeting):
    enter(page, sign_in, ed, meeting)
    first = meeting.items.get(title="Vehicle theft")
    page.route("**/room/live/**", lambda route: route.abort())

    start_item(meeting.items.get(title="Other matters"), by=ed)
    page.locator(f"#finish-{first.pk}").click()

    expect(page.locator("#room-note")).to_contain_text("This item is finished.", timeout=20_000)


def test_own_notes_follow_the_item_and_keep_what_is_typed(page, sign_in, ed, chloe, meeting):
    first, second = meeting.items.get(title="Vehicle theft"), meeting.items.get(kind="discussion")
    enter(page, sign_in, chloe, meeting)
    page.locator(f"#keep-agendaitem-{first.pk} summary").click()
    note = page.locator(f"#note-agendaitem-{first.pk}")
    note.press_sequentially("Ask why", delay=20)

    start_item(second, by=ed)

    expect(page.get_by_text("This list waits for what you are typing.")).to_be_visible(
        timeout=20_000
    )
    note.press_sequentially(" not", delay=20)
    expect(note).to_have_value("Ask why not")
    expect(page.locator(".k-note__state").first).to_have_text("Saved", timeout=20_000)
    note.blur()
    expect(page.locator(f"#note-agendaitem-{second.pk}")).to_be_attached(timeout=20_000)
    expect(note).to_have_count(0)
    expect(page.get_by_text("This list waits")).to_have_count(0)
    assert PrivateNote.objects.get().text == "Ask why not"


def test_a_list_in_use_is_not_asked_for_every_two_seconds(page, sign_in, ed, chloe, meeting):
    enter(page, sign_in, ed, meeting)
    page.get_by_text("Add a guest or substitute").click()
    page.locator("#guest-name").fill("Half a na")
    note_departure(meeting.attendances.get(person=chloe), by=ed)
    expect(page.get_by_text("This list waits for what you are typing.")).to_be_visible(
        timeout=20_000
    )
    answers = []
    page.on("response", lambda one: "/room/live/" in one.url and answers.append(one.status))

    page.wait_for_timeout(7_000)

    assert answers[1:].count(200) <= 2  # the minute may turn; else nothing is made anew
    assert answers.count(204) >= 1
    expect(page.locator("#guest-name")).to_have_value("Half a na")
