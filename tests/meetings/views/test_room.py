"""The room, as each role meets it, and what is told of it every two seconds."""

import datetime as dt
import re
import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings import actions
from meetings.models import Interest
from meetings.presence import place_of
from meetings.room import Room
from tests.factories import (
    NINE,
    AgendaItemFactory,
    MeetingFactory,
    PaperFactory,
    appoint,
    item_with_paper,
    seat,
)
from tests.interests import recuse
from tests.ledger import undertaken
from tests.papers import written
from tests.votes import vote_on

pytestmark = pytest.mark.django_db
ROOM = "/meetings/2026-03-02/room/"
LIVE = f"{ROOM}live/"
SEEN = re.compile(r'name="seen" value="([^"]+)"')


@pytest.fixture(autouse=True)
def _one_minute():
    """The next minute is news of its own: a test begins while enough of this one is left."""
    left = 60 - time.time() % 60
    if left < 4:
        time.sleep(left)


@pytest.fixture
def items(meeting):
    meeting.chaired_by, meeting.chair_name = None, "Ben Chair"
    meeting.ends_at = dt.time(12)
    meeting.save()
    kinds = [{"title": "Vehicles", "number": "1", "starts_at": dt.time(10)}]
    kinds += [{"title": "Vans", "number": "2", "starts_at": dt.time(11)}]
    return [item_with_paper(meeting, **kind) for kind in kinds]


@pytest.fixture
def on(items, ed):
    return actions.start_item(items[0], by=ed)


def enter(client, person, query=""):
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client.get(ROOM + query).content.decode()


def seen_on(page):
    return SEEN.findall(page)


def poll(client, page, query=""):
    return client.get(LIVE + query, {"seen": seen_on(page)})


def declare(item, member, effect="leave"):
    return Interest.objects.create(
        meeting=item.meeting, item=item, member=member, nature="Theirs", effect=effect,
        declared_at=NINE, recorded_by=member,
    )  # fmt: skip


def test_the_secretary_finds_the_book_of_the_item_that_is_on(client, ed, on):
    page = enter(client, ed)

    assert "item 1, <b>0</b> of 60 min" in page
    assert reverse("meetings:note_entry", args=["2026-03-02", on.pk]) in page
    assert 'id="finish-' in page
    assert "3 may vote</b> on item 1" in page


def test_the_secretary_looks_at_another_item_and_is_told_which_is_on(client, ed, items, on):
    page = enter(client, ed, f"?item={items[1].pk}")

    assert reverse("meetings:note_entry", args=["2026-03-02", items[1].pk]) in page
    assert "Item 1 is on: go there" in page


def test_an_item_that_is_not_of_the_meeting_is_not_looked_at(client, ed, on):
    assert "Item 1 is on" not in enter(client, ed, "?item=99999")
    assert "Item 1 is on" not in enter(client, ed, "?item=x")


def test_the_room_of_an_empty_agenda_says_so(client, ed, chloe, meeting):
    assert "The agenda is empty." in enter(client, ed)
    assert "No agenda yet." in enter(client, chloe)


def test_nothing_new_is_told_in_few_queries(client, ed, on, django_assert_max_num_queries):
    page = enter(client, ed)

    with django_assert_max_num_queries(3):  # the session, the reader, the last act
        answer = poll(client, page)

    assert (answer.status_code, answer.content) == (204, b"")


@pytest.mark.parametrize("who", ["ed", "ben", "chloe"])
def test_only_what_has_changed_is_told(client, ed, items, on, request, who, chloe):
    page = enter(client, request.getfixturevalue(who))

    actions.note_departure(on.meeting.attendances.get(person=chloe), by=ed)
    told = poll(client, page).content.decode()

    panels = set(re.findall(r'id="room-(\w+)" data-room-panel', told))
    changed = {"ed": {"here", "order"}, "ben": {"present", "agenda"}, "chloe": {"present"}}
    assert panels == changed[who]  # the order holds who may take the chair
    assert seen_on(told)[-1].startswith("stamp:")


def test_lines_that_are_typed_are_nothing_new(client, ed, chloe, on):
    page = enter(client, chloe)

    actions.note_entry(on, by=ed, text="A line.", kind="point")

    assert poll(client, page).status_code == 204


def test_an_act_that_changes_nothing_here_is_told_as_nothing(client, ed, chloe, on):
    page = enter(client, chloe)

    actions.add_action(on.meeting, by=ed, item=on, text="Do it.")
    told = poll(client, page).content.decode()

    assert "data-room-panel" not in told
    assert "room-stamp" in told


def test_a_new_item_is_said_to_a_screen_reader(client, ed, items, on, chloe):
    page = enter(client, chloe)

    actions.start_item(items[1], by=ed)
    told = poll(client, page).content.decode()

    assert "Item 2, Vans, is on." in told
    assert 'id="room-says"' in told


def test_the_poll_stops_when_the_meeting_is_closed(client, meeting, chloe):
    meeting.state, meeting.closed_at = "closed", NINE
    meeting.save()
    enter(client, chloe)

    assert client.get(LIVE).status_code == 286


def test_the_loss_of_the_quorum_is_shown_at_once(client, ed, chloe, on):
    on.meeting.terms.quorum_at_least = 3
    on.meeting.terms.save()
    page = enter(client, ed)
    assert "Quorate for item 1" in page

    actions.note_departure(on.meeting.attendances.get(person=chloe), by=ed)
    told = poll(client, page).content.decode()

    assert "Not quorate for item 1" in told
    assert "It is not quorate." in told


@pytest.mark.parametrize("who", ["ed", "ben", "chloe"])
@pytest.mark.parametrize("declared", [0, 1, 3])
def test_queries_do_not_grow_with_the_room(
    client, request, who, declared, items, on, django_assert_max_num_queries
):
    vote_on(on.meeting, by=request.getfixturevalue("ben"), item=on)
    for _ in range(declared):
        recuse(appoint("member"), on)
    for guest in ["Una", "Vic", "Wim", "Xan", "Yve"]:
        item_with_paper(on.meeting)
        on.meeting.attendances.create(name=guest, capacity="guest", presence="present")
    enter(client, request.getfixturevalue(who))

    most = {"ed": 18, "ben": 21, "chloe": 18}[who] + 2 * bool(declared)
    with django_assert_max_num_queries(most):
        assert client.get(LIVE).status_code == 200


def test_beside_the_lines_is_what_the_papers_say(client, ed, items, on):
    paper = items[0].papers.get()
    written(paper, purpose="SENT BACK")
    written(paper, purpose="To find vans.", bias="  ", advisory="A person decides.")

    page = enter(client, ed)

    said = re.findall(r"<details class=.r-said.>.*?</details>", page, re.DOTALL)
    assert [re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", one)).strip() for one in said] == [
        "ALGO-CARE Advisory A person decides.", "Purpose and benefits To find vans."
    ]  # fmt: skip


def test_a_paper_of_an_open_item_that_is_closed_to_the_secretary_is_not_beside_it(
    client, ed, items, on
):
    other, paper = AgendaItemFactory(meeting=MeetingFactory(on=dt.date(2026, 2, 2))), PaperFactory()
    items[0].item_papers.create(paper=paper, position=9)
    other.item_papers.create(paper=paper)
    written(paper, purpose="CANARY")
    assert "CANARY" in enter(client, ed)

    declare(other, ed)

    page = enter(client, ed)
    assert ("CANARY" in page, "Papers of item 1 (1)" in page) == (False, True)


def test_what_papers_say_takes_no_more_queries_for_more_of_them(
    client, ed, items, on, django_assert_num_queries
):
    enter(client, ed)
    with CaptureQueriesContext(connection) as few:
        client.get(ROOM)
    for _ in range(4):
        paper = PaperFactory()
        items[0].item_papers.create(paper=paper)
        written(paper, advisory="A person decides.")
        item_with_paper(on.meeting)

    with django_assert_num_queries(len(few)):
        client.get(ROOM)


def test_a_member_finds_what_is_open_for_them(client, chloe, ben, items, on, meeting):
    vote = vote_on(meeting, by=ben, item=items[0])

    page = enter(client, chloe)

    assert "You have not voted yet" in page
    assert reverse("meetings:cast_ballot", args=["2026-03-02", vote.pk]) in page
    assert "You are marked as here." in page
    assert 'id="finish-' not in page
    actions.cast_ballot(vote, by=chloe, choice="A")
    assert "Your ballot is counted" in enter(client, chloe)


def test_the_chair_moves_the_meeting_on_from_the_room(client, ben, items, on):
    page = enter(client, ben)

    assert f'id="finish-{on.pk}"' in page
    assert f'id="start-{items[1].pk}"' in page


def test_who_is_recused_sees_the_title_and_when_they_are_called_back(
    client, chloe, ben, items, on, meeting
):
    declare(items[0], chloe)
    vote_on(meeting, by=ben, item=items[0])
    paper = items[0].papers.get()

    page = enter(client, chloe)

    assert "Vehicles" in page
    assert "You are recused from this item." in page
    assert "you are called back" in page
    for hidden in ("Vote open", "may vote", f"papers/{paper.pk}/", "Ben Chair", "votes/"):
        assert hidden not in page


def test_a_secretary_who_is_recused_reads_nothing_of_the_item(client, ed, ben, items, on, meeting):
    declare(items[0], ed)
    vote_on(meeting, by=ben, item=items[0])

    page = enter(client, ed)

    assert "this item is closed to you" in page
    for hidden in ("ballots are in", "data-book", 'id="papers"'):
        assert hidden not in page


def test_who_is_recused_hears_nothing_of_it_in_the_poll(client, chloe, ben, ed, items, on, meeting):
    declare(items[0], chloe)
    page = enter(client, chloe)

    vote = vote_on(meeting, by=ben, item=items[0])
    actions.cast_ballot(vote, by=ben, choice="A")
    actions.chair_item(items[0], by=ed, chair=None)
    told = poll(client, page).content.decode()

    assert "data-room-panel" not in told


def test_who_presents_sees_when_they_are_called_and_nothing_of_others(client, amina, items, ed):
    lab = amina.appointments.get().organisation
    proposal = items[1].papers.get().proposal
    proposal.submitting_body = lab
    proposal.save()

    page = enter(client, amina)
    assert "Next for you: Vans" in page
    assert "Vehicles" not in page
    actions.start_item(items[1], by=ed)
    assert "You are on: Vans" in enter(client, amina)
    actions.finish_item(items[1], by=ed)
    assert "Nothing more waits for you" in enter(client, amina)


def test_who_has_nothing_to_do_there_does_not_find_the_room(client, amina, gus, items):
    for person in (amina, gus):
        enter(client, person)
        assert client.get(ROOM).status_code == 404
        assert client.get(LIVE).status_code == 404


def test_a_guest_who_is_on_the_list_enters(client, gus, items, meeting):
    guest = seat(meeting, gus)
    guest.items.add(items[1])

    assert "Next for you: Vans" in enter(client, gus)


@pytest.mark.parametrize("state", ["called", "closed", "cancelled"])
def test_the_room_says_when_nothing_is_going_on(client, meeting, items, chloe, amina, state):
    lab = amina.appointments.get().organisation
    items[0].papers.get().proposal.__class__.objects.update(submitting_body=lab)
    meeting.state, meeting.called_at = state, NINE
    meeting.save()

    page = enter(client, chloe)

    assert {"called": "has not started", "closed": "is closed", "cancelled": "was cancelled"}[
        state
    ] in page


# --- the buttons


def post(client, by, act, /, *args, **said):
    client.force_login(by, backend="django.contrib.auth.backends.ModelBackend")
    return client.post(reverse(f"meetings:{act}", args=["2026-03-02", *args]), said)


def test_items_are_started_finished_deferred_and_reopened_by_their_buttons(client, ed, items):
    first, second = items
    assert post(client, ed, "start_item", first.pk).url == ROOM
    post(client, ed, "start_item", second.pk, instead_of=first.pk)
    post(client, ed, "finish_item", second.pk)
    post(client, ed, "reopen_item", second.pk)
    post(client, ed, "defer_item", second.pk, to="December")

    for item in items:
        item.refresh_from_db()
    assert (first.state, second.state, second.deferred_words) == (
        "finished", "deferred", "Deferred to December"
    )  # fmt: skip


@pytest.mark.parametrize("seen", [{}, {"instead_of": ""}])
def test_start_ends_no_item_that_its_page_did_not_show(client, ed, ben, items, seen):
    assert 'name="instead_of" value=""' in enter(client, ben)
    actions.start_item(items[0], by=ed)

    answer = post(client, ben, "start_item", items[1].pk, **seen)

    assert answer.status_code == 409
    assert "“Vehicles” is on now." in answer.text
    assert items[0].meeting.item_on() == items[0]


def test_who_waits_outside_starts_the_next_item(client, ben, items, on):
    declare(on, ben)
    assert f'name="instead_of" value="{on.pk}"' in enter(client, ben)

    assert post(client, ben, "start_item", items[1].pk, instead_of=on.pk).url == ROOM

    assert on.meeting.item_on() == items[1]


def test_deferring_until_too_long_words_is_refused_on_its_page(client, ed, items):
    post(client, ed, "defer_item", items[0].pk, to="x" * 81)

    items[0].refresh_from_db()
    assert items[0].state == "waiting"


def test_the_chair_of_an_item_is_chosen_among_those_here(client, ed, chloe, amina, on):
    post(client, ed, "chair_item", on.pk, chair=chloe.pk)
    on.refresh_from_db()
    assert on.chaired_by == chloe

    post(client, ed, "chair_item", on.pk, chair=amina.pk)
    on.refresh_from_db()
    assert on.chaired_by == chloe


def test_who_comes_and_goes_is_noted_by_one_button(client, ed, chloe, amina, on, meeting):
    row = meeting.attendances.get(person=chloe)
    post(client, ed, "note_departure", seat=row.pk)
    row.refresh_from_db()
    assert not row.is_here
    post(client, ed, "note_arrival", seat=row.pk, remote="1")
    row.refresh_from_db()
    assert (row.is_here, row.joined_remotely) == (True, True)

    post(client, ed, "note_arrival", person=amina.pk)

    assert meeting.attendances.get(person=amina).is_here


@pytest.mark.parametrize("said", [{}, {"seat": "x"}, {"person": "99999"}, {"seat": "99999"}])
def test_a_button_for_nobody_is_not_found(client, ed, meeting, said):
    assert post(client, ed, "note_arrival", **said).status_code == 404


def test_nobody_without_an_office_arrives_unannounced(client, ed, meeting, gus):
    gus.appointments.all().delete()

    assert post(client, ed, "note_arrival", person=gus.pk).status_code == 404


def test_something_that_comes_up_is_put_behind_the_item_that_is_on(client, ed, items, on):
    said = {"kind": "break", "title": "Break", "after": on.pk, "back": "room"}

    assert post(client, ed, "place_item", **said).url == ROOM

    titles = [item.title for item in on.meeting.items.order_by("position")]
    assert titles == ["Vehicles", "Break", "Vans"]


def test_what_is_put_in_on_the_day_moves_the_close(client, ed, items, on, meeting):
    page = enter(client, ed)
    assert 'name="minutes" inputmode="numeric" maxlength="3" value="15"' in page
    assert 'name="minutes" inputmode="numeric" maxlength="3" value="10"' in page
    assert '<option value="information" selected>' in page
    before = Room(meeting, ed, now=on.began_at).closes
    for minutes in (15, 10):
        said = {"kind": "break", "title": "Break", "minutes": minutes, "back": "room"}
        assert post(client, ed, "place_item", **said, after=on.pk).url == ROOM

    after = Room(meeting, ed, now=on.began_at).closes

    assert (after.hour * 60 + after.minute - before.hour * 60 - before.minute) % 1440 == 25


def test_minutes_that_are_none_are_asked_again(client, ed, on):
    said = {"kind": "break", "title": "Break", "minutes": "ten", "back": "room"}

    answer = post(client, ed, "place_item", **said)

    assert answer.status_code == 200
    assert not on.meeting.items.filter(kind="break").exists()


def test_a_substitute_for_an_item_is_added_from_the_room(client, ed, chloe, on, meeting):
    meeting.attendances.filter(person=chloe).update(presence="apologies")
    said = {"name": "Sub", "capacity": "guest", "mark": "remote", "back": "room"}

    answer = post(client, ed, "add_guest", substitute_for=chloe.pk, items=on.pk, **said)

    row = meeting.attendances.get(name="Sub")
    assert answer.url == ROOM
    assert (row.substitute_for, row.is_voting, row.only_for) == (chloe, False, "for item 1")
    assert "for Chloe Member, for item 1" in enter(client, ed)


def test_a_guest_for_several_items_says_so(meeting, items):
    items.append(AgendaItemFactory(meeting=meeting, title="Talk"))
    row = meeting.attendances.create(name="Guest", capacity="guest", presence="present")
    row.items.set(items)

    assert row.only_for == "for items 1, 2 and “Talk”"


def test_apologies_are_noted_from_the_room(client, ed, amina, meeting):
    said = {f"mark_{amina.pk}": "apologies", "back": "room"}

    assert post(client, ed, "attendance", **said).url == ROOM
    assert meeting.attendances.get(person=amina).presence == "apologies"


def test_apologies_do_not_undo_an_arrival_the_page_had_not_heard_of(client, ed, amina, on, meeting):
    page = enter(client, ed)
    assert f'name="seen_mark_{amina.pk}" value=""' in page
    actions.note_arrival(place_of(meeting, amina), by=ed)

    said = {f"mark_{amina.pk}": "apologies", f"seen_mark_{amina.pk}": "", "back": "room"}
    answer = post(client, ed, "attendance", **said)

    assert "Amina Lab is marked as present since this page was opened." in answer.text
    assert meeting.attendances.get(person=amina).is_here


def test_who_left_by_mistake_is_taken_back_from_the_room(client, ed, ben, chloe, on, meeting):
    row = actions.note_departure(meeting.attendances.get(person=chloe), by=ed)
    movement = row.movements.get()
    assert "Take back" not in enter(client, ben)
    assert f'id="strike-{movement.pk}"' in enter(client, ed)

    answer = post(client, ed, "strike_movement", row.pk, movement=movement.pk, back="room")

    assert answer.url == ROOM
    assert "Came and went" not in enter(client, ed)


@pytest.fixture
def left_open(meeting, on, chloe):
    """One item not reached, one member not marked, one interest not ruled on."""
    appoint("member", name="Unmarked Member")
    return declare(on, chloe, "note")


def test_the_box_that_closes_the_meeting_says_what_is_left_open(client, ed, on, left_open):
    page = enter(client, ed)
    box = client.get(reverse("meetings:room_close", args=["2026-03-02"])).text

    for said in (page, box):
        assert "Not reached: 2 Vans" in said
        assert "Neither marked present nor away: Unmarked Member" in said
        assert "To be ruled on: the interest of Chloe Member in item 1, Vehicles" in said
        assert f"/interests/{left_open.pk}/rule/" in said


def test_what_was_not_reached_is_deferred_by_one_button(client, ed, items, on):
    assert post(client, ed, "defer_rest", to="December").url == ROOM

    items[1].refresh_from_db()
    assert items[1].deferred_words == "Deferred to December"
    box = client.get(reverse("meetings:room_close", args=["2026-03-02"])).text
    assert "Still open" not in box
    assert "Defer what was not reached" not in box


def test_deferring_all_until_too_long_words_defers_nothing(client, ed, items, on):
    post(client, ed, "defer_rest", to="x" * 81)

    items[1].refresh_from_db()
    assert items[1].state == "waiting"


def test_a_meeting_closes_with_things_left_open(client, ed, meeting):
    actions.start_item(AgendaItemFactory(meeting=meeting), by=ed)
    AgendaItemFactory(meeting=meeting, title="Left over")
    page = enter(client, ed)
    assert "Not reached: Left over" in page
    assert "disabled>Close it now" not in page

    post(client, ed, "close_meeting")

    meeting.refresh_from_db()
    assert meeting.is_closed


def test_a_secretary_who_waits_outside_learns_nothing_of_it_from_the_box(client, ed, items, on):
    declare(items[1], ed)

    assert "Not reached" not in enter(client, ed)


ASKED = "Who takes the chair for this item?"


@pytest.fixture
def vice(on, meeting, ben):
    """Ben chairs the meeting; the vice chair is here, too."""
    meeting.chaired_by = ben
    meeting.save()
    vice = appoint("vice_chair", name="Vi Vice")
    seat(meeting, vice)
    return vice


def test_nobody_is_asked_who_chairs_while_somebody_does(client, ed, vice):
    page = enter(client, ed)

    assert ASKED not in page
    assert "in the chair" in page


@pytest.mark.parametrize("effect", ["leave", "speak"])
def test_who_takes_the_chair_is_asked_when_the_chair_is_recused(
    client, ed, ben, chloe, vice, on, effect
):
    declare(on, ben, effect)

    for reader, asks in ((ed, True), (vice, True), (chloe, False), (ben, effect == "speak")):
        page = enter(client, reader)
        assert (ASKED in page) == asks
        assert "in the chair<" not in page
        assert "Ben Chair in the chair" not in page
    assert f'<option value="{vice.pk}">' in enter(client, vice)


def test_who_takes_the_chair_is_asked_when_the_chair_is_away(client, ed, ben, vice, on, meeting):
    actions.note_departure(meeting.attendances.get(person=ben), by=ed)
    assert ASKED in enter(client, ed)

    post(client, ed, "chair_item", on.pk, chair=vice.pk)

    assert ASKED not in enter(client, ed)
    assert "Vi Vice in the chair" in enter(client, vice)


def test_it_is_asked_again_when_whoever_stood_in_leaves(client, ed, vice, on, meeting):
    actions.chair_item(on, by=ed, chair=vice)
    actions.note_departure(meeting.attendances.get(person=vice), by=ed)

    assert f"{ASKED}</b> Vi Vice is away" in enter(client, ed)


def test_between_items_no_chair_is_asked_for(client, ed, ben, vice, on, meeting):
    actions.note_departure(meeting.attendances.get(person=ben), by=ed)
    actions.finish_item(on, by=ed)

    assert ASKED not in enter(client, ed)


def test_ones_own_notes_follow_the_item(client, ed, chloe, items, on):
    page = enter(client, chloe)
    assert f'id="note-agendaitem-{on.pk}"' in page

    actions.start_item(items[1], by=ed)
    told = poll(client, page).text

    assert 'id="room-notes" data-room-panel' in told
    assert f'id="note-agendaitem-{items[1].pk}"' in told


def test_no_address_of_the_room_tells_what_a_note_says(client, chloe, on):
    before = [one for one in seen_on(enter(client, chloe)) if one.startswith("notes:")]

    actions.write_note(on, by=chloe, text="Ask why.")

    page = enter(client, chloe)
    assert "Ask why.</textarea>" in page
    assert [one for one in seen_on(page) if one.startswith("notes:")] == before != []


def test_the_update_on_actions_shows_what_falls_due(client, ed, meeting):
    update = AgendaItemFactory(meeting=meeting, kind="actions_update", title="Update on actions")
    asked = undertaken(PaperFactory(), due_on=meeting.on)

    page = enter(client, ed, f"?item={update.pk}")

    assert f"What the meeting heard of {asked}" in page
