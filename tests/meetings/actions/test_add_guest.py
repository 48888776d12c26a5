import pytest

from committee.refusals import Refused
from meetings.actions import add_guest
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event


def test_add_guest_notes_them_as_minuted(meeting, ed):
    guest = add_guest(
        meeting,
        by=ed,
        name="Kim Jones",
        rank="Insp.",
        role="Project lead",
        organisation="WMP",
        capacity="officer",
        joined_remotely=True,
    )

    assert (guest.name, guest.initials, guest.rank, guest.role) == (
        "Kim Jones",
        "KJ",
        "Insp.",
        "Project lead",
    )
    assert (guest.organisation, guest.capacity, guest.presence) == ("WMP", "officer", "present")
    assert (guest.joined_remotely, guest.is_voting, guest.person) == (True, False, None)
    facts = {"meeting": meeting.slug, "presence": "present"}
    assert last_event() == ("meetings.add_guest", "Ed Secretary", facts)


def test_add_guest_puts_them_after_those_in_office(meeting, ed):
    first, second = (add_guest(meeting, by=ed, name=name) for name in ("One", "Two"))

    assert list(meeting.attendances.all())[-2:] == [first, second]


def test_add_guest_to_an_empty_list(meeting, ed):
    meeting.attendances.all().delete()

    assert add_guest(meeting, by=ed, name="Kim Jones").position == 1000


def test_add_guest_takes_nobody_twice(meeting, ed, chloe):
    with pytest.raises(Refused, match="Chloe Member is on the list already"):
        add_guest(meeting, by=ed, name="Chloe", person=chloe)


@OTHERS
def test_add_guest_is_for_the_secretariat(request, who, meeting):
    assert_not_theirs(add_guest, meeting, by=request.getfixturevalue(who), name="Me")
