"""What a meeting did not come to, as its rows say."""

import pytest

from meetings.actions import start_item
from meetings.models import ActionPoint
from meetings.reached import not_reached
from tests.factories import NINE, AgendaItemFactory, EntryFactory, MeetingFactory, VoteFactory
from tests.publishing import advised

pytestmark = pytest.mark.django_db


@pytest.fixture
def first(meeting, ed):
    return start_item(AgendaItemFactory(meeting=meeting, title="First"), by=ed, at=NINE)


def titles(meeting):
    return [item.title for item in not_reached(meeting)]


def add(meeting, **item):
    return AgendaItemFactory(meeting=meeting, title="Other", **item)


def test_an_item_that_waits_was_not_reached(meeting, first):
    add(meeting)

    assert titles(meeting) == ["Other"]


def test_a_meeting_that_took_up_nothing_says_nothing(meeting):
    add(meeting)

    assert titles(meeting) == []


@pytest.mark.parametrize("state", ["finished", "deferred"])
def test_what_is_finished_or_put_off_is_no_question(meeting, first, state):
    add(meeting, state=state, finished_at=NINE)

    assert titles(meeting) == []


def test_what_was_taken_up_and_reopened_was_reached(meeting, first):
    add(meeting, began_at=NINE)

    assert titles(meeting) == []


@pytest.mark.parametrize("kind", ["welcome", "apologies", "declarations", "break", "close"])
def test_nobody_takes_up_a_welcome_or_a_break(meeting, first, kind):
    add(meeting, kind=kind)

    assert titles(meeting) == []


@pytest.mark.parametrize(
    "speak",
    [
        lambda item: EntryFactory(item=item),
        lambda item: VoteFactory(item=item),
        advised,
    ],
    ids=["a line", "a vote", "advice"],
)
def test_what_something_was_said_or_decided_under_was_reached(meeting, first, speak):
    speak(add(meeting))

    assert titles(meeting) == []


def test_a_void_vote_is_none(meeting, first):
    VoteFactory(item=add(meeting), state="void", void_reason="Wrong.")

    assert titles(meeting) == ["Other"]


def test_an_item_above_or_below_one_that_was_heard_was_reached(meeting, first):
    add(meeting, parent=first)
    above = add(meeting)
    EntryFactory(item=add(meeting, parent=above))

    assert titles(meeting) == []


def test_minutes_approved_here_were_heard(meeting, first, issued_elsewhere):
    add(meeting, kind="last_minutes")
    assert titles(meeting) == ["Other"]

    issued_elsewhere.approved_in = meeting
    issued_elsewhere.save()

    assert titles(meeting) == []


@pytest.fixture
def issued_elsewhere(ed):
    return MeetingFactory(slug="earlier", state="closed").minutes.create(number=1)


def test_actions_of_which_something_was_heard_were_reached(meeting, first, issued_elsewhere, ed):
    add(meeting, kind="actions_update")
    action = ActionPoint.objects.create(meeting=issued_elsewhere.meeting, text="Do it.")
    assert titles(meeting) == ["Other"]

    action.updates.create(meeting=meeting, text="Done.", at=NINE, by=ed)

    assert titles(meeting) == []
