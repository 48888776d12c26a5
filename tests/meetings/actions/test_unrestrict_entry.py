import pytest

from meetings.actions import unrestrict_entry
from tests.factories import AgendaItemFactory, EntryFactory
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event


@pytest.fixture
def entry(meeting):
    item = AgendaItemFactory(meeting=meeting)
    return EntryFactory(item=item, restricted=True, restricted_reason="Names an officer")


def test_unrestrict_entry_publishes_it_after_all(entry, ed):
    unrestrict_entry(entry, by=ed)

    assert (entry.restricted, entry.restricted_reason) == (False, "")
    assert last_event() == ("meetings.unrestrict_entry", "Ed Secretary", {})


@OTHERS
def test_unrestrict_entry_is_for_the_secretariat(request, who, entry):
    assert_not_theirs(unrestrict_entry, entry, by=request.getfixturevalue(who))
