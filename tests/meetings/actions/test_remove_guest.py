import pytest

from committee.refusals import Refused
from meetings.actions import add_guest, remove_guest
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event


def test_remove_guest_takes_them_off_the_list(meeting, ed):
    guest = add_guest(meeting, by=ed, name="Kim Jones")

    remove_guest(guest, by=ed)

    assert not meeting.attendances.filter(name="Kim Jones").exists()
    facts = {"meeting": meeting.slug}
    assert last_event() == ("meetings.remove_guest", "Ed Secretary", facts)


def test_remove_guest_keeps_voting_members(meeting, ed, chloe):
    with pytest.raises(Refused, match="mark them absent instead"):
        remove_guest(meeting.attendances.get(person=chloe), by=ed)


@OTHERS
def test_remove_guest_is_for_the_secretariat(request, who, meeting, ed):
    guest = add_guest(meeting, by=ed, name="Kim Jones")

    assert_not_theirs(remove_guest, guest, by=request.getfixturevalue(who))
