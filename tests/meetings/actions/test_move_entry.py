import pytest

from committee.refusals import Refused
from meetings.actions import move_entry, note_entry
from tests.factories import AgendaItemFactory, EntryFactory, MeetingFactory
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event


@pytest.fixture
def item(meeting):
    return AgendaItemFactory(meeting=meeting)


@pytest.fixture
def thread(item, ed):
    """Q with an answer A, then R and S."""
    question = note_entry(item, by=ed, text="Q")
    answer = note_entry(item, by=ed, text="A", parent=question)
    return question, answer, *(note_entry(item, by=ed, text=text) for text in "RS")


def said(item):
    return "".join(entry.text for entry in item.entries.order_by("position"))


def test_move_entry_takes_its_replies_along(item, thread, ed):
    question, _, _, last = thread

    move_entry(question, by=ed, after=last)

    assert said(item) == "RSQA"
    facts = {"item": item.pk, "parent": None}
    assert last_event() == ("meetings.move_entry", "Ed Secretary", facts)


def test_move_entry_to_the_top(item, thread, ed):
    move_entry(thread[3], by=ed)

    assert said(item) == "SQAR"


def test_move_entry_under_another(item, thread, ed):
    question, answer, third, last = thread

    move_entry(third, by=ed, parent=question)
    move_entry(last, by=ed, parent=question, after=answer)

    assert said(item) == "QRAS"
    assert third.parent == last.parent == question


def test_move_entry_to_another_item_goes_to_its_end(item, thread, meeting, ed):
    there = AgendaItemFactory(meeting=meeting)
    EntryFactory(item=there, text="E")

    move_entry(thread[0], by=ed, item=there)

    assert (said(item), said(there)) == ("RS", "EQA")
    assert there.entries.get(text="A").parent == thread[0]


def test_move_entry_out_of_its_thread_into_another_item(thread, meeting, ed):
    there = AgendaItemFactory(meeting=meeting)

    assert move_entry(thread[1], by=ed, item=there).parent is None


def test_move_entry_not_under_its_own_reply(thread, ed):
    with pytest.raises(Refused, match="among the other lines of its item"):
        move_entry(thread[0], by=ed, parent=thread[1])


def test_move_entry_not_behind_a_line_elsewhere(thread, ed):
    with pytest.raises(Refused, match="among the other lines of its item"):
        move_entry(thread[0], by=ed, after=EntryFactory(item__meeting__slug="2025"))


def test_move_entry_not_into_another_meeting(thread, ed):
    elsewhere = AgendaItemFactory(meeting=MeetingFactory(slug="2025"))

    with pytest.raises(Refused, match="A line stays in the minutes of its meeting"):
        move_entry(thread[0], by=ed, item=elsewhere)


@OTHERS
def test_move_entry_is_for_the_secretariat(request, who, thread):
    assert_not_theirs(move_entry, thread[0], by=request.getfixturevalue(who))
