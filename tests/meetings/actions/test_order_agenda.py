import datetime as dt

import pytest

from committee.models import Document, Event
from committee.refusals import NotPermitted
from meetings.actions import order_agenda
from meetings.agenda_document import snapshot_of
from tests.factories import AgendaItemFactory, MeetingFactory, PaperFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def agenda(ben):
    """A planned meeting with a paper, a break and an item that is not for everybody."""
    meeting = MeetingFactory(venue="Town Hall", starts_at=dt.time(10), ends_at=dt.time(12, 30))
    paper = PaperFactory(title="Burglary patterns", reference="DEC/26/03", stage="final_report")
    item = AgendaItemFactory(
        meeting=meeting, number="1", title="Burglary", starts_at=dt.time(10), lead=["Dr Karim"]
    )
    item.item_papers.create(paper=paper)
    AgendaItemFactory(meeting=meeting, kind="break", title="Break", starts_at=dt.time(11))
    AgendaItemFactory(
        meeting=meeting,
        number="2",
        title="SECRET NAME",
        lead=["SECRET PERSON"],
        restricted=True,
        restricted_reason="A live investigation",
    )
    return meeting


def test_order_agenda_freezes_what_it_says(agenda, ed, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        document = order_agenda(agenda, by=ed)

    agenda.refresh_from_db()
    assert agenda.agenda_document == document
    assert (document.title, document.state, document.ordered_by) == (
        "Agenda, 2 March 2026",
        "queued",
        ed,
    )
    assert document.snapshot["version"] == 1
    event = Event.objects.get()
    assert (event.act, event.facts) == ("meetings.order_agenda", {"document": document.pk})
    assert [callback.args for callback in callbacks] == [("render_document", document.pk)]


def test_the_snapshot_says_everything_and_nothing_restricted(agenda):
    said = snapshot_of(agenda)

    assert {name: said[name] for name in ("day", "time", "venue", "chair", "quorum")} == {
        "day": "Monday 2 March 2026",
        "time": "10:00 to 12:30",
        "venue": "Town Hall",
        "chair": "Ben Chair",
        "quorum": "",
    }
    assert said["items"] == [
        {
            "number": "1",
            "time": "10:00",
            "is_part": False,
            "is_pause": False,
            "title": "Burglary",
            "ask": "To advise",
            "lead": "Dr Karim",
            "papers": ["DEC/26/03, Burglary patterns, Final report"],
        },
        {
            "number": "",
            "time": "11:00",
            "is_part": False,
            "is_pause": True,
            "title": "Break",
            "ask": "",
            "lead": "",
            "papers": [],
        },
        {
            "number": "2",
            "time": "",
            "is_part": False,
            "is_pause": False,
            "withheld": "A live investigation",
        },
    ]
    assert "SECRET" not in str(said)


def test_the_snapshot_lists_open_actions_of_every_meeting(agenda):
    earlier = MeetingFactory(on=dt.date(2025, 12, 10))
    earlier.actions.create(text="Change the legend", owner="Dr Karim", due_on=dt.date(2026, 3, 1))
    earlier.actions.create(text="Done long ago", state="done")

    assert snapshot_of(agenda)["actions"] == [
        {
            "text": "Change the legend",
            "owner": "Dr Karim",
            "due": "1 March 2026",
            "from": "10 December 2025",
        }
    ]


def test_the_snapshot_counts_the_quorum_the_terms_set(agenda):
    agenda.terms.quorum_at_least = 5
    agenda.terms.save()

    assert snapshot_of(agenda)["quorum"] == "5 of 1 voting members"


def test_the_same_agenda_is_made_once(agenda, ed):
    first = order_agenda(agenda, by=ed)

    assert order_agenda(agenda, by=ed) == first
    assert Document.objects.count() == 1


def test_a_changed_agenda_is_a_new_version(agenda, ed):
    first = order_agenda(agenda, by=ed)
    agenda.items.update(title="Burglary again")

    second = order_agenda(agenda, by=ed)

    assert second != first
    assert second.snapshot["version"] == 2
    agenda.refresh_from_db()
    assert agenda.agenda_document == second


@pytest.mark.parametrize("state", ["closed", "cancelled"])
def test_order_agenda_refuses_a_meeting_that_is_over(agenda, ed, state):
    agenda.state = state

    with pytest.raises(NotPermitted, match=f"This meeting is {state}"):
        order_agenda(agenda, by=ed)


def test_order_agenda_refuses_an_empty_agenda(ed):
    with pytest.raises(NotPermitted, match="The agenda has no items yet"):
        order_agenda(MeetingFactory(), by=ed)


@pytest.mark.parametrize("name", ["amina", "ben", "chloe", "gus", "fay"])
def test_only_the_secretariat_orders_the_agenda(agenda, name, request):
    with pytest.raises(NotPermitted, match="Only the secretariat"):
        order_agenda(agenda, by=request.getfixturevalue(name))

    assert Event.objects.count() == 0
