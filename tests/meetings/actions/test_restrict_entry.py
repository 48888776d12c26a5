import pytest

from meetings.actions import restrict_entry
from tests.factories import AgendaItemFactory, EntryFactory
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event


@pytest.fixture
def entry(meeting):
    return EntryFactory(item=AgendaItemFactory(meeting=meeting))


def test_restrict_entry_withholds_it_for_a_reason(entry, ed):
    restrict_entry(entry, by=ed, reason="Names an officer")

    assert (entry.restricted, entry.restricted_reason) == (True, "Names an officer")
    facts = {"reason": "Names an officer"}
    assert last_event() == ("meetings.restrict_entry", "Ed Secretary", facts)


def test_restrict_entry_again_changes_the_reason(entry, ed):
    for reason in ("One", "Another"):
        restrict_entry(entry, by=ed, reason=reason)

    assert entry.restricted_reason == "Another"


@OTHERS
def test_restrict_entry_is_for_the_secretariat(request, who, entry):
    assert_not_theirs(restrict_entry, entry, by=request.getfixturevalue(who), reason="x")
