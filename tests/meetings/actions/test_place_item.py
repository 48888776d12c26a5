import pytest

from committee.refusals import Refused
from meetings.actions import place_item, plan_meeting
from tests.factories import DAY, AgendaItemFactory, MeetingFactory, PaperFactory
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event


@pytest.fixture
def planned(ed):
    return plan_meeting(by=ed, on=DAY)


def printed(meeting):
    return [(item.number, item.title) for item in meeting.items.order_by("position")][4:]


def test_place_item_goes_before_any_other_business(planned, ed):
    item = place_item(planned, by=ed, kind="paper", title="Knife crime", lead=["Lab"])

    assert (item.number, item.kind, item.lead) == ("6", "paper", ["Lab"])
    assert printed(planned)[1:] == [
        ("6", "Knife crime"),
        ("7", "Any other business"),
        (None, "Close"),
    ]
    facts = {"kind": "paper", "papers": []}
    assert last_event() == ("meetings.place_item", "Ed Secretary", facts)


def test_place_item_behind_another_renumbers_what_follows(planned, ed):
    fifth = planned.items.get(number="5")

    place_item(planned, by=ed, kind="paper", title="Knife crime", after=fifth)
    place_item(planned, by=ed, kind="break", title="Lunch", after=fifth)

    assert printed(planned) == [
        ("5", "Update on actions"),
        (None, "Lunch"),
        ("6", "Knife crime"),
        ("7", "Any other business"),
        (None, "Close"),
    ]


def test_place_item_under_another_takes_a_letter(planned, ed):
    fifth = planned.items.get(number="5")

    for title in ("One", "Two"):
        place_item(planned, by=ed, kind="paper", title=title, parent=fifth)

    assert printed(planned)[:3] == [("5", "Update on actions"), ("5a", "One"), ("5b", "Two")]


def test_place_item_leaves_numbers_that_somebody_typed(planned, ed):
    planned.items.filter(number="6").update(number="9")

    place_item(planned, by=ed, kind="paper", title="Knife crime")
    place_item(planned, by=ed, kind="paper", title="IOM", number="3 (a)")

    assert printed(planned)[1:-1] == [
        (None, "Knife crime"),
        ("3 (a)", "IOM"),
        ("9", "Any other business"),
    ]


def test_place_item_makes_its_papers_papers_of_the_meeting(planned, ed):
    papers = [PaperFactory(), PaperFactory()]
    second_of_one = PaperFactory(proposal=papers[0].proposal)

    place_item(planned, by=ed, kind="paper", papers=papers)
    place_item(planned, by=ed, kind="paper", papers=[second_of_one, papers[0]])

    slugs = [paper.proposal.slug for paper in papers]
    keys = list(planned.meeting_papers.values_list("key", flat=True))
    assert keys == [*slugs, f"{slugs[0]}-2"]


def test_place_item_nests_one_level_only(planned, ed):
    child = place_item(planned, by=ed, kind="paper", parent=planned.items.get(number="5"))

    with pytest.raises(Refused, match="Items nest one level only"):
        place_item(planned, by=ed, kind="paper", parent=child)


def test_place_item_stays_within_its_meeting(planned, ed):
    stranger = AgendaItemFactory(meeting=MeetingFactory(slug="2025"))

    with pytest.raises(Refused, match="That item belongs to another meeting"):
        place_item(planned, by=ed, kind="paper", parent=stranger)


def test_place_item_on_an_empty_agenda(ed, db):
    item = place_item(MeetingFactory(), by=ed, kind="training", title="GDPR")

    assert (item.number, item.position) == ("1", 0)


@OTHERS
def test_place_item_is_for_the_secretariat(request, who, db):
    person = request.getfixturevalue(who)

    assert_not_theirs(place_item, MeetingFactory(), by=person, kind="paper")


def test_place_item_refuses_a_cancelled_meeting(ed):
    with pytest.raises(Refused, match=r"The meeting was cancelled."):
        place_item(MeetingFactory(state="cancelled"), by=ed, kind="paper")
