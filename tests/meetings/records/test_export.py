# ruff: noqa: E501 -- records stand as they are written
"""The record of a meeting that was logged by hand."""

import datetime as dt

import pytest

from committee.models import OutcomeOption
from meetings.actions import start_item
from meetings.records import as_yaml, parse, record_of
from proposals.models import Advice
from tests.factories import NINE, AgendaItemFactory, EntryFactory, item_with_paper

pytestmark = pytest.mark.django_db


@pytest.fixture
def by_hand(meeting):
    """A paper heard under an item, a secret line, and advice on the paper."""
    meeting.items.all().delete()
    item = item_with_paper(meeting, position=1, number="2", title="Night buses")
    item.starts_at = dt.time(9, 5)
    item.save()
    AgendaItemFactory(
        meeting=meeting, position=0, number="2a", title="Routes", kind="discussion", parent=item
    )
    AgendaItemFactory(meeting=meeting, position=0, number="1", title="Welcome", kind="welcome")
    last = EntryFactory(
        item=item, position=1, text="Who drives?", kind="question", speaker="Member"
    )
    EntryFactory(item=item, position=0, parent=last, text="We do.", kind="answer")
    EntryFactory(
        item=item,
        position=0,
        text="A name.",
        restricted=True,
        restricted_reason="Personal data",
        after_presenter_left=True,
    )
    advice = Advice.objects.create(heading="Night buses")
    advice.lines.create(position=0, kind="condition", text="Come back in spring.")
    decision = advice.decisions.create(
        result="outcome", outcome=OutcomeOption.objects.get(letter="B"), unanimity="majority"
    )
    decision.decision_papers.create(paper=item.papers.get())
    meeting.advice_given.create(advice=advice, item=item)
    return meeting


def test_a_meeting_logged_by_hand_has_a_record_in_the_usual_keys(by_hand):
    data = record_of(by_hand)

    key = data["proposals"][0]["key"]
    assert data["items"] == [
        {"number": "1", "start": None, "kind": "welcome", "title": "Welcome", "lead": [], "proposals": [], "entries": []},
        {"number": "2", "start": "09:05", "kind": "paper", "title": "Night buses", "lead": [], "proposals": [key], "entries": [
            {"kind": "point", "speaker": None, "text": "A name.", "restricted": "Personal data", "after_presenter_left": True},
            {"kind": "question", "speaker": "Member", "text": "Who drives?", "entries": [
                {"kind": "answer", "speaker": None, "text": "We do."},
            ]},
        ]},
        {"number": "2a", "start": None, "kind": "discussion", "title": "Routes", "lead": [], "proposals": [], "entries": []},
    ]  # fmt: skip
    assert data["advice"] == [
        {
            "heading": "Night buses",
            "decisions": [
                {"proposals": [key], "outcome": "B", "unanimous": False, "text": None},
            ],
            "entries": [{"kind": "condition", "text": "Come back in spring."}],
        }
    ]


def test_the_record_of_a_meeting_logged_by_hand_can_be_read(by_hand):
    data = record_of(by_hand)

    assert parse(as_yaml(data)).data == data


def test_what_was_filled_in_since_comes_out(by_hand):
    by_hand.record_shape = {
        "record": {"absent": ["source", "committee"], "given": {"actions": None}},
        "meeting": {"absent": ["venue"]},
    }
    by_hand.venue = "Room 4"
    by_hand.actions.create(text="Count the lanes.")

    data = record_of(by_hand)

    assert data["meeting"]["venue"] == "Room 4"
    assert "source" not in data
    assert data["actions"] == [
        {"item": None, "owner": None, "due": None, "text": "Count the lanes."}
    ]


def test_a_meeting_run_here_goes_out_with_its_real_times(by_hand, ed):
    by_hand.starts_at, by_hand.ends_at = dt.time(9), dt.time(12)
    by_hand.started_at = NINE + dt.timedelta(minutes=5)
    by_hand.closed_at = NINE + dt.timedelta(hours=4)
    start_item(by_hand.items.get(number="2"), by=ed, at=NINE + dt.timedelta(minutes=20))

    data = record_of(by_hand)

    assert (data["meeting"]["start"], data["meeting"]["end"]) == ("09:05", "13:00")
    assert [item["start"] for item in data["items"]] == [None, "09:20", None]
