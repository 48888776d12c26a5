"""What is still missing before minutes are approved, as each reader is told."""

import pytest
from django.urls import reverse

from meetings.actions import draft_minutes, issue_draft_minutes, suggest_correction
from meetings.models import MinutesVersion
from meetings.readiness import missing, unfinished
from tests.factories import (
    NINE,
    AgendaItemFactory,
    EntryFactory,
    VoteFactory,
    an_interest,
    appoint,
    item_with_paper,
)
from tests.interests import recuse
from tests.publishing import advised

pytestmark = pytest.mark.django_db


@pytest.fixture
def item(meeting):
    """An item that was heard and minuted; the meeting is closed."""
    item = AgendaItemFactory(
        meeting=meeting, number="1", title="Vehicles", state="finished", began_at=NINE,
        finished_at=NINE,
    )  # fmt: skip
    EntryFactory(item=item)
    return item


@pytest.fixture
def version(item, meeting, ben):
    meeting.state, meeting.closed_at = "closed", NINE
    meeting.save()
    return draft_minutes(meeting, by=ben)


@pytest.fixture
def told(version, meeting, ed):
    """What the secretary is told, each with its address."""
    return lambda: [(one.text, one.url) for one in missing(meeting, version, ed)]


def at(name, *args):
    return reverse(f"meetings:{name}", args=["2026-03-02", *args])


def test_nothing_is_missing_of_minutes_that_are_whole(told):
    assert told() == []


def test_an_item_that_was_not_reached(told, meeting):
    other = AgendaItemFactory(meeting=meeting, number="2", title="Vans")

    assert told() == [("Not reached: 2 Vans", at("log_item", other.pk))]


def test_an_item_without_a_line(told, item):
    item.entries.all().delete()

    assert told() == [("Nothing is minuted: 1 Vehicles", at("log_item", item.pk))]


@pytest.mark.parametrize(
    "more",
    [{"kind": "welcome"}, {"kind": "break"}, {"state": "deferred"}],
    ids=["a welcome", "a break", "deferred"],
)
def test_of_some_items_nothing_need_be_minuted(told, meeting, more):
    AgendaItemFactory(meeting=meeting, began_at=NINE, **more)

    assert told() == []


def test_an_item_with_advice_or_with_lines_below_it_is_minuted(told, meeting):
    advised(AgendaItemFactory(meeting=meeting, kind="advice", began_at=NINE))
    above = AgendaItemFactory(meeting=meeting, kind="discussion", began_at=NINE)
    EntryFactory(item=AgendaItemFactory(meeting=meeting, parent=above))

    assert told() == []


def test_a_paper_without_outcome_and_a_vote_that_is_open(told, meeting):
    other = item_with_paper(meeting, title="Vans", began_at=NINE)
    EntryFactory(item=other)
    vote = VoteFactory(item=other)
    paper = other.papers.get()

    assert told() == [
        (f"No outcome: {paper}", at("votes")),
        ("The vote is open still: Vans", at("vote", vote.pk)),
    ]


def test_a_voting_member_who_is_not_marked(told):
    appoint("member", name="Unmarked Member")
    appoint("office", name="Nobody waits for")

    text = "Neither marked present nor away: Unmarked Member"
    assert told() == [(text, at("attendance"))]


def test_an_interest_to_rule_on(told, item, chloe):
    interest = an_interest(chloe, item=item, effect="note")

    text = "To be ruled on: the interest of Chloe Member in item 1, Vehicles"
    assert told() == [(text, at("rule_on_interest", interest.pk))]


def test_nobody_is_sent_to_rule_on_an_interest_of_their_own(version, meeting, item, ben):
    an_interest(ben, item=item, effect="note")

    assert [one.url for one in missing(meeting, version, ben)] == [""]


@pytest.mark.parametrize(
    ("words", "lacks"),
    [
        ({}, "owner and day"),
        ({"owner": "Lab"}, "day"),
        ({"due": "May"}, "owner"),
        ({"owner": "Lab", "due_on": "2026-05-01"}, ""),
        ({"state": "dropped"}, ""),
    ],
)
def test_an_action_without_owner_or_day(told, meeting, words, lacks):
    action = meeting.actions.create(text="Do it.", **words)

    expected = (f"An action without {lacks}: Do it.", at("revise_action", action.pk))
    assert told() == ([expected] if lacks else [])


def test_suggestions_to_decide(told, version, ed, chloe):
    issue_draft_minutes(version, by=ed)
    for number in (1, 2):
        suggest_correction(version, by=chloe, paragraph="1", after=f"Better {number}.")

    assert told() == [("2 suggestions to decide", "#suggestions")]


@pytest.mark.parametrize("state", ["approved", "published"])
def test_approved_minutes_miss_nothing(meeting, version, ed, state):
    AgendaItemFactory(meeting=meeting, title="Vans")

    assert missing(meeting, MinutesVersion(state=state), ed) == []


def test_what_is_closed_to_the_reader_is_not_named(version, meeting, item, ben, ed):
    other = item_with_paper(meeting, title="Vans")
    VoteFactory(item=other)
    item.entries.all().delete()
    meeting.actions.create(text="Do it.", item=other)
    recuse(ben, item, other)
    meeting.interests.update(ruled_at=NINE, ruled_by=ed, ruling="So be it.")

    assert missing(meeting, version, ben) == unfinished(meeting, ben) == []


def test_the_chair_reads_what_the_secretariat_mends(version, meeting, ben):
    AgendaItemFactory(meeting=meeting, number="2", title="Vans")

    assert [(one.text, one.url) for one in missing(meeting, version, ben)] == [
        ("Not reached: 2 Vans", "")
    ]
