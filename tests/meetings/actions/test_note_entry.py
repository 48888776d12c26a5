from uuid import uuid4

import pytest

from committee.models import Event
from committee.refusals import Refused
from meetings.actions import note_entry
from meetings.models import Entry, MinutesVersion
from tests.factories import NINE, AgendaItemFactory, EntryFactory, MeetingFactory
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event


@pytest.fixture
def item(meeting):
    return AgendaItemFactory(meeting=meeting)


def said(item):
    """The lines of ``item`` as they are read, without their threads."""
    return [entry.text for entry in item.entries.order_by("position")]


def test_note_entry_writes_a_line_at_the_end(item, ed, chloe):
    key = uuid4()
    EntryFactory(item=item)

    entry = note_entry(
        item,
        by=ed,
        key=key,
        kind="question",
        text="Why?",
        speaker="Member",
        speaker_person=chloe,
        after_presenter_left=True,
    )

    entry.refresh_from_db()
    assert (entry.key, entry.kind, entry.text) == (key, "question", "Why?")
    assert (entry.speaker, entry.speaker_person) == ("Member", chloe)
    assert (entry.after_presenter_left, entry.parent, entry.version) == (True, None, 1)
    assert entry == item.entries.last()
    facts = {"item": item.pk, "kind": "question", "key": str(key)}
    assert last_event() == ("meetings.note_entry", "Ed Secretary", facts)


def test_note_entry_sent_twice_makes_one_line(item, ed):
    key = uuid4()

    first = note_entry(item, by=ed, key=key, text="Once")
    second = note_entry(item, by=ed, key=key, text="Once")

    assert first == second
    assert Entry.objects.count() == Event.objects.count() == 1


def test_note_entry_under_a_question_goes_behind_its_replies(item, ed):
    question = note_entry(item, by=ed, text="Q", kind="question")
    note_entry(item, by=ed, text="other")

    for text in ("A1", "A2"):
        note_entry(item, by=ed, text=text, kind="answer", parent=question)

    assert said(item) == ["Q", "A1", "A2", "other"]


def test_note_entry_behind_a_line_goes_behind_its_replies_too(item, ed):
    question = note_entry(item, by=ed, text="Q")
    note_entry(item, by=ed, text="A", parent=question)
    note_entry(item, by=ed, text="last")

    note_entry(item, by=ed, text="between", after=question)

    assert said(item) == ["Q", "A", "between", "last"]


@pytest.mark.parametrize("place", ["parent", "after"])
def test_note_entry_stays_within_its_item(item, ed, place):
    with pytest.raises(Refused, match="That line belongs to another item"):
        note_entry(item, by=ed, text="x", **{place: EntryFactory(item__meeting__slug="2025")})


def test_note_entry_may_be_restricted_from_the_start(item, ed):
    entry = note_entry(item, by=ed, text="x", restricted=True, restricted_reason="Names a person")

    assert entry.restricted


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ("planned", "The meeting has not started."),
        ("called", "The meeting has not started."),
        ("cancelled", "The meeting was cancelled."),
    ],
)
def test_note_entry_only_in_a_meeting_that_took_place(ed, state, reason):
    item = AgendaItemFactory(meeting=MeetingFactory(state=state))

    with pytest.raises(Refused, match=reason):
        note_entry(item, by=ed, text="x")


def minutes(meeting, state, by, number=1):
    """A version of the minutes of ``meeting`` that has come as far as ``state``."""
    steps = ["issued", "approved", "published"]
    reached = steps[: steps.index(state) + 1] if state in steps else []
    known = {f"{step}_at": NINE for step in reached} | {f"{step}_by": by for step in reached}
    note = "" if number == 1 else "A name was wrong"
    return MinutesVersion.objects.create(
        meeting=meeting, number=number, state=state, snapshot={}, change_note=note, **known
    )


@pytest.mark.parametrize("state", ["drafting", "issued"])
def test_note_entry_after_the_close_while_the_minutes_are_written(item, ed, state):
    item.meeting.state = "closed"
    item.meeting.save()
    minutes(item.meeting, state, ed)

    assert note_entry(item, by=ed, text="x").pk


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ("approved", "The chair has approved these minutes."),
        ("published", "The minutes are published. Open a correction to change them."),
    ],
)
def test_note_entry_not_once_the_minutes_stand(item, ed, state, reason):
    item.meeting.state = "closed"
    item.meeting.save()
    minutes(item.meeting, state, ed)

    with pytest.raises(Refused, match=reason):
        note_entry(item, by=ed, text="x")


def test_note_entry_again_in_an_open_correction(item, ed):
    item.meeting.state = "closed"
    item.meeting.save()
    minutes(item.meeting, "published", ed)
    minutes(item.meeting, "drafting", ed, number=2)

    assert note_entry(item, by=ed, text="x").pk


@OTHERS
def test_note_entry_is_for_the_secretariat(request, who, item):
    assert_not_theirs(note_entry, item, by=request.getfixturevalue(who), text="x")
