import datetime as dt

import pytest

from committee.models import Event, OutcomeOption, Person
from committee.refusals import NotPermitted, Refused
from meetings.actions import load_record
from meetings.models import Entry, Meeting
from meetings.records import parse
from proposals.models import Decision, Paper, Proposal
from tests import factories
from tests.records import changed, own

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock():
    return Person.objects.clock()


@pytest.fixture
def autumn(clock):
    return load_record(parse(own("full")), by=clock)


def other(change) -> bytes:
    return parse(changed(own("full"), change))


def test_load_record_puts_the_meeting_on_record(autumn):
    meeting = Meeting.objects.get()

    assert (meeting.slug, meeting.on, meeting.precision) == (
        "2021-10-05",
        dt.date(2021, 10, 5),
        "day",
    )
    assert (meeting.state, meeting.terms.version) == ("closed", 1)
    assert (meeting.starts_at, meeting.ends_at) == (dt.time(9, 30), dt.time(12, 15))
    assert meeting.record_sha256 == parse(own("full")).sha256
    assert autumn.is_new


def test_load_record_writes_one_event(autumn, clock):
    event = Event.objects.get(act="meetings.load_record")

    assert (event.act, event.subject_id, event.actor_id) == (
        "meetings.load_record",
        str(autumn.pk),
        str(clock.pk),
    )
    assert event.facts == {
        "sha256": autumn.record_sha256,
        "source": "shelf-12.txt",
        "papers": ["bike-theft", "call-times", "lost-dogs"],
    }


def test_load_record_names_those_who_were_there(autumn):
    rows = autumn.attendances.values_list("name", "initials", "capacity", "presence", "is_voting")

    assert list(rows) == [
        ("Ben Chair", "BC", "member", "present", False),
        ("Amina Lab", "AL", "officer", "in_attendance", False),
        (None, "QR", "officer", "in_attendance", False),
        ("Rosa Quill", None, "member", "apologies", False),
    ]


def test_load_record_knows_people_by_exactly_their_name(ben, clock):
    factories.PersonFactory.create_batch(2, name="Amina Lab")
    count = Person.objects.count()

    meeting = load_record(parse(own("full")), by=clock)

    assert meeting.chaired_by == ben
    assert list(meeting.attendances.values_list("person", flat=True)) == [ben.pk, None, None, None]
    assert Person.objects.count() == count


def test_load_record_keeps_agenda_and_lines_in_order(autumn):
    items = autumn.items.values_list("number", "kind", "lead")
    lines = Entry.objects.filter(item__position=1).order_by("pk")

    assert list(items) == [
        ("1", "welcome", ["Ben Chair"]),
        ("2a & 2b", "paper", ["AL", "QR"]),
        (None, "break", []),
        ("3", "information", []),
        ("4", "advice", []),
    ]
    assert [(line.kind, line.position, line.parent and line.parent.kind) for line in lines] == [
        ("heading", 0, None),
        ("question", 1, None),
        ("action", 2, None),
        ("answer", 0, "question"),
        ("note", 1, "question"),
        ("comment", 0, "answer"),
    ]


def test_load_record_puts_papers_under_their_items(autumn):
    papers = autumn.items.get(number="2a & 2b").papers.order_by("item_papers__position")

    assert [(paper.title, paper.state, paper.submitted_by) for paper in papers] == [
        ("Bicycle theft forecast", "considered", "Lab"),
        ("Answering times of calls", "considered", "Lab"),
    ]
    assert papers[0].proposal.submitting_body.short_name == "Lab"
    assert papers[0].proposal.reference == "EX_2021_01"


def test_load_record_records_decisions_and_advice(autumn):
    given = autumn.advice_given.get()
    decisions = given.advice.decisions.values_list(
        "outcome__letter", "unanimity", "wording", "made_on"
    )
    lines = given.advice.lines.order_by("pk").values_list("kind", "text", "parent__text")

    assert given.item.number == "4"
    assert (given.advice.heading, given.advice.occasion, given.advice.state) == (
        "Bicycles and calls",
        "Autumn meeting, 5 October 2021",
        "approved",
    )
    assert list(decisions) == [
        ("C", "unanimous", "The committee chose C, all agreeing.", dt.date(2021, 10, 5)),
        ("B", "majority", "Outcome B", dt.date(2021, 10, 5)),
    ]
    assert list(lines) == [
        ("comment", "A careful paper.", None),
        ("recommendation", "Count the lanes before the spring.", None),
        ("point", "And the gates.", "Count the lanes before the spring."),
    ]


@pytest.mark.parametrize(
    ("stage", "result"), [("information", "not_asked"), ("update", "no_outcome")]
)
def test_load_record_says_so_where_nothing_was_decided(clock, stage, result):
    record = other(lambda data: data["proposals"][2].update(stage=stage))

    load_record(record, by=clock)

    assert Decision.objects.get(papers__title="Lost dogs").result == result


def test_load_record_finds_the_item_of_an_action(autumn):
    rows = autumn.actions.values_list("item_label", "item__number", "owner", "due")

    assert list(rows) == [
        ("2a & 2b", "2a & 2b", "Lab", "next meeting"),
        ("3", "3", None, None),
        (None, None, None, None),
    ]


@pytest.mark.parametrize(
    ("label", "kind"), [("5", "advice"), ("6", None), ("0", None), ("x", None)]
)
def test_load_record_counts_items_where_none_has_the_number(clock, label, kind):
    record = other(lambda data: data["actions"][0].update(item=label))

    meeting = load_record(record, by=clock)

    item = meeting.actions.first().item
    assert (item.kind if item else None) == kind


def test_load_record_twice_is_the_same_meeting(autumn, clock):
    again = load_record(parse(own("full")), by=clock)

    assert (again, again.is_new) == (autumn, False)
    assert (Meeting.objects.count(), Event.objects.filter(act="meetings.load_record").count()) == (
        1,
        1,
    )


def test_load_record_never_changes_what_is_on_record(autumn, clock):
    corrected = load_record(other(lambda data: data["meeting"].update(venue="Room 5")), by=clock)

    autumn.refresh_from_db()
    assert (autumn.slug, autumn.venue) == ("2021-10-05", "Room 4, The Old Library")
    assert (corrected.slug, corrected.venue) == ("2021-10-05-2", "Room 5")
    assert Proposal.objects.count() == 3


@pytest.mark.parametrize(
    ("date", "slugs"),
    [
        (None, ["undated", "undated-2", "undated-3"]),
        ("2020", ["2020", "2020-2", "2020-3"]),
        ("2019-07", ["2019-07", "2019-07-2", "2019-07-3"]),
    ],
)
def test_load_record_gives_each_meeting_an_address_of_its_own(clock, date, slugs):
    made = [
        load_record(
            other(lambda data, venue=slug: data["meeting"].update(date=date, venue=venue)), by=clock
        )
        for slug in slugs
    ]

    assert [meeting.slug for meeting in made] == slugs


def test_load_record_makes_a_paper_follow_the_one_heard_before(autumn, clock):
    def earlier(data):
        data["meeting"]["date"] = "2020"

    load_record(other(earlier), by=clock)

    first, last = Paper.objects.filter(reference="EX_2021_01").order_by(
        "meeting_papers__meeting__on"
    )
    assert (first.predecessor, last.predecessor) == (None, first)


@pytest.mark.parametrize(
    ("reference", "title"), [("NB_1", "NB_1"), (None, "Lost dogs")], ids=["reference", "key"]
)
def test_load_record_names_a_proposal_whose_paper_has_no_title(clock, reference, title):
    record = other(lambda data: data["proposals"][2].update(title=None, reference=reference))

    load_record(record, by=clock)

    paper = Paper.objects.get(title=None)
    assert (paper.proposal.title, str(paper)) == (title, title)


def test_load_record_refuses_an_outcome_the_terms_do_not_have(clock):
    OutcomeOption.objects.filter(letter="B").delete()

    with pytest.raises(Refused, match=r"^The terms in force at the meeting have no outcome B\.$"):
        load_record(parse(own("full")), by=clock)

    assert not Meeting.objects.exists()


@pytest.mark.parametrize(
    "role", ["chair", "vice_chair", "member", "adviser", "presenter", "office"]
)
def test_load_record_refuses_everybody_but_the_secretariat(role):
    with pytest.raises(NotPermitted, match=r"^Only the secretariat loads records\.$"):
        load_record(parse(own("full")), by=factories.appoint(role))


def test_load_record_is_for_the_secretariat(ed):
    assert load_record(parse(own("full")), by=ed).is_new


def test_load_record_undoes_everything_when_it_cannot_be_recorded(clock, monkeypatch):
    def fail(*args, **kwargs):
        raise OSError("disk full")

    monkeypatch.setattr(Event, "save", fail)

    with pytest.raises(OSError, match="disk full"):
        load_record(parse(own("full")), by=clock)

    assert (Meeting.objects.count(), Proposal.objects.count(), Paper.objects.count()) == (0, 0, 0)
