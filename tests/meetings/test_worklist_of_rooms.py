"""Who finds the way into the room of a meeting that is under way."""

import pytest

from meetings.models import Attendance
from meetings.room import Room
from meetings.worklist import rooms_to_enter
from tests.factories import NINE, MeetingFactory, item_with_paper, seat

pytestmark = pytest.mark.django_db


@pytest.fixture
def item(meeting):
    return item_with_paper(meeting)


def present(item, person):
    """The paper of ``item`` is one of the body that ``person`` presents for."""
    proposal = item.papers.get().proposal
    proposal.submitting_body = person.appointments.get().organisation
    proposal.save()


def ask(item, person):
    seat(item.meeting, person, presence="absent").items.add(item)


def list_as_here(item, person):
    seat(item.meeting, person)


def have_leave(item, person):
    seat(item.meeting, person, left_at=NINE)


def expect_nowhere(item, person):
    pass


@pytest.mark.parametrize("how", [present, ask, list_as_here])
def test_who_is_expected_for_an_item_finds_the_room(item, amina, how):
    how(item, amina)

    (row,) = rooms_to_enter(amina)

    assert (row.text, row.url) == ("Join the meeting of 2 March 2026", "/meetings/2026-03-02/room/")


@pytest.mark.parametrize("how", [expect_nowhere, have_leave])
def test_others_do_not(item, amina, how):
    how(item, amina)

    assert rooms_to_enter(amina) == []


@pytest.mark.parametrize("how", [present, ask, list_as_here, expect_nowhere, have_leave])
def test_the_list_and_the_door_of_the_room_agree(item, amina, how):
    how(item, amina)

    room = Room(item.meeting, amina, now=NINE)

    assert bool(rooms_to_enter(amina)) == room.is_expected


def test_the_committee_finds_every_room_and_the_secretariat_its_own_way(item, chloe, ed):
    Attendance.objects.all().delete()

    assert [len(rooms_to_enter(person)) for person in (chloe, ed)] == [1, 0]


def test_a_meeting_that_does_not_last_is_nobodys_to_join(amina, chloe):
    for state in ("planned", "called", "closed"):
        list_as_here(item_with_paper(MeetingFactory(state=state, slug=state)), amina)

    assert rooms_to_enter(amina) == rooms_to_enter(chloe) == []


def test_the_way_in_costs_one_query_more(item, amina, django_assert_max_num_queries):
    for how in (present, list_as_here):
        how(item, amina)

    with django_assert_max_num_queries(3):  # their appointments, for what they present
        rooms_to_enter(amina)
