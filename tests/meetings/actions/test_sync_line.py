from uuid import uuid4

import pytest

from committee.lines import Stale
from committee.refusals import NotPermitted, Refused
from meetings.actions import note_entry, sync_line
from meetings.models import Entry, LineOp
from tests.factories import AgendaItemFactory, EntryFactory, appoint
from tests.meetings.roles import OTHERS, assert_not_theirs


@pytest.fixture
def item(meeting):
    return AgendaItemFactory(meeting=meeting)


def sync(item, by, do, op=None):
    return sync_line(item.meeting, by=by, op=op or uuid4(), key=uuid4(), do=do)


def test_sync_line_does_what_is_asked_once(item, ed):
    op = uuid4()

    told = [sync(item, ed, lambda: note_entry(item, by=ed, text="Once"), op) for _ in range(3)]

    assert {(one.outcome, one.version) for one in told} == {("done", 1)}
    assert Entry.objects.count() == LineOp.objects.count() == 1


def test_sync_line_says_the_same_of_what_was_refused(item, ed):
    """Else what a person was told is not saved might be saved by a request that comes late."""

    def refuse():
        raise Refused("Not now.")

    op = uuid4()
    sync(item, ed, refuse, op)

    told = sync(item, ed, lambda: note_entry(item, by=ed, text="Late"), op)

    assert (told.outcome, told.sentence) == ("refused", "Not now.")
    assert not Entry.objects.exists()


def test_sync_line_takes_back_what_was_half_done(item, ed):
    def half():
        note_entry(item, by=ed, text="Half")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        sync(item, ed, half)

    assert not Entry.objects.exists()
    assert not LineOp.objects.exists()


@pytest.mark.parametrize(
    ("error", "outcome"),
    [(Stale(None, {}), "conflict"), (LookupError("It is gone."), "missing")],
)
def test_sync_line_names_what_came_of_it(item, ed, error, outcome):
    def do():
        raise error

    assert sync(item, ed, do).outcome == outcome


def test_sync_line_tells_nobody_what_another_sent(item, ed):
    op, other = uuid4(), appoint("secretariat")
    sync(item, ed, lambda: EntryFactory(item=item), op)

    with pytest.raises(NotPermitted, match="somebody else"):
        sync(item, other, lambda: None, op)


@OTHERS
def test_sync_line_is_for_the_secretariat(request, who, item):
    by = request.getfixturevalue(who)

    assert_not_theirs(sync_line, item.meeting, by=by, op=uuid4(), key=uuid4(), do=lambda: None)
