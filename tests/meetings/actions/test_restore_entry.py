from uuid import uuid4

import pytest

from committee.refusals import Refused
from meetings.actions import note_entry, remove_entry, restore_entry, revise_entry
from tests.factories import AgendaItemFactory, MeetingFactory
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event


@pytest.fixture
def item(meeting):
    return AgendaItemFactory(meeting=meeting)


@pytest.fixture
def removed(item, ed, chloe):
    """A line that was edited once and then removed."""
    words = {"kind": "question", "speaker": "Member", "speaker_person": chloe}
    entry = note_entry(item, by=ed, text="Why?", **words)
    revise_entry(entry, by=ed, version=1, text="Why not?")
    remove_entry(entry, by=ed, version=2)
    return entry


def test_restore_entry_brings_a_line_back_with_its_last_words(item, ed, chloe, removed):
    note_entry(item, by=ed, text="Next")

    entry = restore_entry(item, by=ed, key=removed.key)

    entry.refresh_from_db()
    assert (entry.key, entry.kind, entry.text) == (removed.key, "question", "Why not?")
    assert (entry.speaker, entry.speaker_person) == ("Member", chloe)
    assert entry == item.entries.last()
    facts = {"item": item.pk, "key": str(removed.key)}
    assert last_event() == ("meetings.restore_entry", "Ed Secretary", facts)


def test_restore_entry_counts_on_so_that_no_earlier_edit_fits(item, ed, removed):
    assert restore_entry(item, by=ed, key=removed.key).version == 3


def test_restore_entry_twice_makes_one_line(item, ed, removed):
    first = restore_entry(item, by=ed, key=removed.key)

    assert restore_entry(item, by=ed, key=removed.key) == first
    assert item.entries.count() == 1


def test_restore_entry_goes_under_what_it_answered_while_that_is_there(item, ed):
    question = note_entry(item, by=ed, text="Q")
    answer = note_entry(item, by=ed, text="A", parent=question)
    note_entry(item, by=ed, text="Next")
    remove_entry(answer, by=ed, version=1)

    back = restore_entry(item, by=ed, key=answer.key)

    assert back.parent == question
    assert [one.text for one in item.entries.all()] == ["Q", "A", "Next"]


def test_restore_entry_stands_alone_when_that_is_gone(item, ed):
    question = note_entry(item, by=ed, text="Q")
    answer = note_entry(item, by=ed, text="A", parent=question)
    for entry in (answer, question):
        entry.refresh_from_db()
        remove_entry(entry, by=ed, version=1)

    assert restore_entry(item, by=ed, key=answer.key).parent is None


def test_restore_entry_puts_an_action_back_on_the_list(item, ed):
    entry = note_entry(item, by=ed, text="Do it", kind="action", owner="Lab")
    remove_entry(entry, by=ed, version=1)
    assert not item.meeting.actions.exists()

    restore_entry(item, by=ed, key=entry.key)

    assert item.meeting.actions.get().text == "Do it"


def test_restore_entry_of_what_never_was(item, ed):
    with pytest.raises(Refused, match="No such line"):
        restore_entry(item, by=ed, key=uuid4())


def test_restore_entry_stays_in_its_meeting(ed, removed):
    elsewhere = AgendaItemFactory(meeting=MeetingFactory(slug="x", state="under_way"))

    with pytest.raises(Refused, match="No such line"):
        restore_entry(elsewhere, by=ed, key=removed.key)


@OTHERS
def test_restore_entry_is_for_the_secretariat(request, who, item, removed):
    by = request.getfixturevalue(who)

    assert_not_theirs(restore_entry, item, by=by, key=removed.key)
