"""What falls due at a meeting stands under "Update on actions" by itself."""

import datetime as dt

import pytest

from meetings.agenda_document import snapshot_of
from meetings.falling_due import due_at, due_for_all, returning_at
from proposals.actions import approve_advice, expect_return
from tests.factories import NINE, AgendaItemFactory, MeetingFactory, PaperFactory, appoint
from tests.interests import recuse
from tests.ledger import advice_on, asked_of, undertaken
from tests.publishing import heard

pytestmark = pytest.mark.django_db
JUNE = dt.date(2026, 6, 3)


@pytest.fixture
def meeting():
    return MeetingFactory(on=JUNE, state="called", called_at=NINE)


def labels(rows):
    return [row.label for row in rows]


@pytest.mark.parametrize(
    ("facts", "is_due"),
    [
        ({}, False),
        ({"due_on": JUNE}, True),
        ({"due_on": dt.date(2026, 5, 1)}, True),
        ({"due_on": dt.date(2026, 7, 1)}, False),
        ({"due": "Next meeting"}, True),
        ({"due": "next meeting", "asked_on": JUNE}, False),
        ({"due_on": JUNE, "state": "answered"}, True),
        ({"due_on": JUNE, "state": "closed"}, False),
    ],
)
def test_a_point_is_due_by_its_day_or_at_the_next_meeting(meeting, ed, facts, is_due):
    undertaken(PaperFactory(), **facts)

    assert labels(due_at(meeting, ed)) == (["U-1"] if is_due else [])


def test_conditions_are_due_when_their_proposal_comes_back(meeting, ed, ben):
    first = PaperFactory()
    advice = advice_on(first, "C", ("condition", "Sign it."), given_on=NINE.date())
    approve_advice(advice, by=ben)
    assert due_at(meeting, ed) == []

    paper = PaperFactory(proposal=first.proposal)
    first.proposal.expected_returns.update(met_by=paper)
    heard(meeting, paper)

    assert labels(due_at(meeting, ed)) == ["C-1"]
    assert [one.met_by for one in returning_at(meeting, ed)] == [paper]


def test_a_return_is_awaited_by_its_day(meeting, ed, ben):
    paper = PaperFactory()
    advice = advice_on(paper, "E", given_on=NINE.date())
    said = {"words": "in spring", "due_on": dt.date(2026, 6, 1)}
    expect_return(advice.decisions.get(), paper.proposal, by=ed, **said)
    assert returning_at(meeting, ed) == [], "the advice is not approved"

    approve_advice(advice, by=ben)

    assert [str(one.words) for one in returning_at(meeting, ed)] == ["in spring"]


def test_a_meeting_that_is_over_hears_no_more(meeting, ed):
    undertaken(PaperFactory(), due_on=JUNE)
    meeting.state = "closed"

    assert due_at(meeting, ed) == returning_at(meeting, ed) == []


def test_it_stands_on_the_agenda_and_beside_the_item(meeting, ed, client):
    undertaken(PaperFactory(), "Share the plan.", due_on=JUNE)
    meeting.state, meeting.started_at = "under_way", NINE
    meeting.save()
    item = AgendaItemFactory(meeting=meeting, kind="actions_update", title="")

    rows = snapshot_of(meeting)["actions"]
    client.force_login(ed, backend="django.contrib.auth.backends.ModelBackend")
    html = client.get(item.log_url).content.decode()

    assert [row["text"] for row in rows] == ["U-1: Share the plan."]
    assert "Share the plan." in html
    there = f"/meetings/{meeting.slug}/items/{item.pk}/hear/U-1/"
    assert f'action="{there}"' in html

    client.post(there, {"text": "It is on the web."})

    html = client.get(item.log_url).content.decode()
    assert "U-1: It is on the web." in html
    assert "In the minutes" in client.get("/recommendations/U-1/work/").content.decode()


def test_whoever_left_hears_nothing_of_it_nor_does_the_agenda(meeting):
    item = heard(MeetingFactory(on=dt.date(2026, 3, 2)))
    paper = item.papers.get()
    undertaken(paper, due_on=JUNE)
    gone = appoint("member")
    recuse(gone, item)

    assert due_at(meeting, gone) == []
    assert due_for_all(meeting) == []


def test_a_withheld_line_is_not_on_the_agenda(meeting):
    asked = asked_of(PaperFactory(), due_on=JUNE)
    asked.line.restricted, asked.line.restricted_reason = True, "A person"
    asked.line.save()

    assert due_for_all(meeting) == []


def test_a_line_of_an_earlier_record_is_linked_on_both_sides(ed, client):
    old = MeetingFactory(on=dt.date(2026, 2, 1), state="closed", closed_at=NINE)
    item = AgendaItemFactory(meeting=old, kind="actions_update")
    entry = item.entries.create(text="The plan was shared.", position=0)
    asked = undertaken(PaperFactory(), asked_on=dt.date(2025, 11, 1))
    client.force_login(ed, backend="django.contrib.auth.backends.ModelBackend")
    there = f"/meetings/{old.slug}/lines/{entry.pk}/link/"
    assert str(asked) in client.get(there).content.decode()

    client.post(there, {"recommendations": [asked.pk]})

    assert "The plan was shared." in client.get(asked.get_absolute_url()).content.decode()
    assert f'href="{asked.get_absolute_url()}"' in client.get(item.log_url).content.decode()
