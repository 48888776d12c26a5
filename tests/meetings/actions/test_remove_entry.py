import pytest

from committee.lines import Stale
from committee.refusals import Refused
from meetings.actions import remove_entry, revise_entry
from meetings.models import Entry
from tests.factories import AgendaItemFactory, EntryFactory
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event


@pytest.fixture
def entry(meeting):
    return EntryFactory(item=AgendaItemFactory(meeting=meeting))


def test_remove_entry_takes_it_out(entry, ed):
    item = entry.item_id

    remove_entry(entry, by=ed, version=1)

    assert Entry.objects.count() == 0
    facts = {"item": item, "kind": "point"}
    assert last_event() == ("meetings.remove_entry", "Ed Secretary", facts)


def test_remove_entry_refuses_one_just_edited(entry, ed):
    revise_entry(entry, by=ed, version=1, text="theirs")

    with pytest.raises(Stale):
        remove_entry(entry, by=ed, version=1)

    assert Entry.objects.count() == 1


def test_remove_entry_refuses_one_with_replies(entry, ed):
    EntryFactory(item=entry.item, parent=entry)

    with pytest.raises(Refused, match=r"This line has replies."):
        remove_entry(entry, by=ed, version=1)


@OTHERS
def test_remove_entry_is_for_the_secretariat(request, who, entry):
    assert_not_theirs(remove_entry, entry, by=request.getfixturevalue(who), version=1)
