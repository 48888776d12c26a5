"""What minutes say, as plain JSON: order, places, and nothing that is withheld."""

import datetime as dt
import json

import pytest

from meetings.actions import start_item
from meetings.minutes import is_same_text, number_paragraphs, snapshot_of
from meetings.models import MinutesVersion
from proposals.models import Decision
from tests.factories import NINE, VoteFactory
from tests.meetings.minutes import story

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(meeting):
    return story.tell(meeting)


@pytest.fixture
def take(meeting):
    def take():
        number_paragraphs(meeting)
        return snapshot_of(meeting, MinutesVersion(meeting=meeting, number=1))

    return take


def section(snapshot, title):
    return next(each for each in snapshot["sections"] if each["title"] == title)


def test_snapshot_is_plain_json(told, take):
    assert json.loads(json.dumps(take())) == take()


def test_everybody_is_listed_by_class(told, take):
    listed = {each["heading"]: each["people"] for each in take()["attendance"]}

    assert list(listed) == [
        "Members", "Presenters and officers", "Guests", "Apologies", "Absent"
    ]  # fmt: skip
    assert listed["Members"][0] == {
        "name": "Ruth Okonjo",
        "initials": "",
        "particulars": ["Vice Chair"],
    }
    assert listed["Presenters and officers"][0]["name"] == "YK"


def test_items_stand_in_order_with_unique_anchors(told, take):
    sections = take()["sections"]

    assert [each["anchor"] for each in sections] == [
        "item-1", "item-2", "item-3a-3b", "item-break", "item-3a-3b_2", "item-5"
    ]  # fmt: skip


def test_an_item_without_title_is_called_by_its_kind(told, take):
    assert take()["sections"][0]["title"] == "Welcome"


def test_lines_nest_as_they_were_said(told, take):
    block = section(take(), "Burglary patterns")["blocks"][0]
    line, said = block["lines"][0], []
    while line:
        said.append((line["kind"], line["p"]))
        line = next(iter(line["replies"]), None)

    assert block["heading"] == "Questions were put:"
    assert said == [
        ("question", "2"), ("answer", "3"), ("comment", "4"), ("answer", "5"), ("comment", "6")
    ]  # fmt: skip


def test_a_markdown_table_is_a_table(told, take):
    table = section(take(), "Burglary patterns")["blocks"][0]["lines"][1]["table"]

    assert table["caption"] == "Grades a day apart"
    assert [cell["align"] for cell in table["rows"][0]] == ["start", "num", "centre"]


def test_paragraph_numbers_run_through_items_and_advice(told, take):
    assert take()["paragraphs"] == [str(number) for number in range(1, 16)]


def test_advice_stands_in_its_session_and_the_paper_links_to_it(told, take):
    snapshot = take()

    assert [each["heading"] for each in section(snapshot, "Advice")["advice"]] == [
        "Missing persons, both papers", ""
    ]  # fmt: skip
    assert [
        (each["anchor"], each["letter"])
        for each in section(snapshot, "Missing persons")["decided_elsewhere"]
    ] == [("outcome-triage", "E"), ("outcome-interviews", "C"), ("outcome-burglary", "B")]


def test_advice_stands_where_it_is_said_to_have_been_given(told, take, meeting):
    meeting.advice_given.filter(position=0).update(item=told["burglary"])

    assert section(take(), "Burglary patterns")["advice"][0]["heading"].startswith("Missing")


def test_without_a_session_advice_stands_under_its_paper(told, take):
    told["session"].delete()

    assert len(section(take(), "Missing persons")["advice"]) == 2


def test_advice_comes_after_all_its_papers(told, take, meeting):
    story.AgendaItemFactory(meeting=meeting, kind="discussion", title="Early", position=0)

    assert section(take(), "Early")["advice"] == []


def test_advice_without_any_item_is_not_lost(meeting, take):
    story.advise(meeting, heading="Alone", lines=[("point", "A word.")])

    snapshot = take()

    assert snapshot["sections"][0]["title"] == "Advice"
    assert snapshot["sections"][0]["advice"][0]["heading"] == "Alone"


def test_advice_on_no_paper_stands_with_the_advice_before_it(told, take, meeting):
    story.advise(meeting, heading="More of it", lines=[("point", "And so on.")])

    assert section(take(), "Advice")["advice"][-1]["heading"] == "More of it"


def test_outcomes_list_every_decision_in_the_order_of_the_papers(told, take):
    outcomes = take()["outcomes"]

    assert [(each["letter"], each["label"], len(each["papers"])) for each in outcomes] == [
        ("B", "Proceed with minor amendments", 2),
        ("E", "More information needed", 1),
        ("C", "Proceed with major amendments", 1),
        ("", "Committee not asked to advise", 1),
    ]
    assert [each["ref"] for each in outcomes[1]["asked"]] == ["", ""]


def test_a_paper_without_decision_is_listed_as_such(told, take, meeting):
    item = story.AgendaItemFactory(meeting=meeting, number="7", title="Left open")
    story.paper(meeting, item, "left-open", "Left open")
    late = story.AgendaItemFactory(meeting=meeting, number="8", title="Put off", state="deferred")
    story.paper(meeting, late, "put-off", "Put off")

    assert [each["label"] for each in take()["outcomes"][-2:]] == [
        "No outcome recorded",
        "Deferred",
    ]


def test_wording_is_as_printed_or_else_from_the_terms(told, take):
    by_letter = {each["letter"]: each for each in take()["outcomes"]}
    quoted, printed = by_letter["C"], by_letter["B"]

    assert (quoted["wording"], quoted["is_quoted"]) == (
        "It advises approving the project with major amendments", True
    )  # fmt: skip
    assert (printed["wording"], printed["is_quoted"]) == ("Outcome B – carry on, mostly", False)


def test_wording_that_only_names_the_outcome_is_printed_once(told, take, meeting):
    advice = story.advise(meeting)
    story.decide([told["b"]], "A", advice=advice, wording="Outcome A – proceed")

    (outcome,) = (each for each in take()["outcomes"] if each["letter"] == "A")

    assert (outcome["heading"], outcome["wording"]) == ("Outcome A – proceed", "")


def test_how_the_vote_went_is_never_more_than_may_be_said(told, take):
    assert [each["how"] for each in take()["outcomes"]] == ["", "Unanimous", "By a majority", ""]


@pytest.mark.parametrize(
    ("count", "method", "unanimity", "public_sees", "how"),
    [
        ({"E": 6, "abstain": 1}, "ballot", "unanimous", None, "Unanimous"),
        ({"E": 6, "abstain": 1}, "ballot", "unanimous", "outcome", "Unanimous"),
        (
            {"E": 6, "abstain": 1}, "ballot", "unanimous", "count",
            "Unanimous, 6 members voting; 1 abstained",
        ),
        (
            {"E": 4, "C": 2}, "ballot", "majority", "count",
            "By a majority, 6 members voting: 2 for C, 4 for E",
        ),
        ({"E": 4, "C": 2}, "ballot", "not_stated", None, ""),
        ({"E": 1}, "show_of_hands", "not_stated", "count", "1 member voting"),
        ({"E": 6}, "unanimity", "unanimous", "count", "Unanimous"),
    ],
)  # fmt: skip
def test_how_a_vote_went_is_told_as_far_as_the_terms_say(
    told, take, ben, count, method, unanimity, public_sees, how
):
    decision = told["m1"].decisions.get()
    decision.unanimity = unanimity
    decision.save()
    vote = VoteFactory(
        item=told["missing"],
        method=method,
        state="closed",
        closed_at=NINE,
        closed_by=ben,
        count=count,
        decision=decision,
    )
    vote.terms.public_sees = public_sees
    vote.terms.save()

    assert take()["outcomes"][1]["how"] == how


def test_a_decision_that_also_covers_a_withheld_paper_is_not_told(told, take, meeting):
    item = story.hide_item(meeting)
    item.position = 0  # the other paper is heard later, under an item that is shown
    item.save()
    hidden = item.papers.get()
    story.decide([told["f"], hidden], result="not_asked", reason="CANARY-REASON")

    assert "canary" not in json.dumps(take()).lower()


def test_a_withheld_line_is_a_mark_with_its_number(told, take):
    lines = section(take(), "Missing persons")["blocks"][0]["lines"]

    assert lines[1]["withheld"] == {
        "what": "One question", "reason": "Law enforcement, section 31."
    }  # fmt: skip
    assert lines[1]["p"] == "10"
    assert lines[1]["replies"][0]["withheld"]["what"] == "One answer"


def test_nothing_withheld_is_in_the_snapshot(told, take, meeting):
    story.hide_item(meeting)
    text = json.dumps(take()).lower()

    assert "canary" not in text
    assert text.count("personal data.") == 4  # item, child and two actions


def test_advice_about_a_withheld_paper_is_withheld_where_it_stands(told, take, meeting):
    item = story.hide_item(meeting)
    told["session"].position = item.position + 9
    told["session"].save()

    snapshot = take()
    given = section(snapshot, "Advice")["advice"]

    assert given[-1]["withheld"] == {
        "what": "Advice", "reason": "Personal data.", "paragraphs": "Paragraph 18"
    }  # fmt: skip
    assert "canary" not in json.dumps(snapshot).lower()


def test_a_withheld_item_says_which_paragraphs_are_missing(told, take, meeting):
    story.hide_item(meeting)
    hidden, child = [each for each in take()["sections"] if each["withheld"]]

    assert hidden["title"] == "Item withheld"
    assert hidden["withheld"]["paragraphs"] == "Paragraphs 16 to 17"
    assert child["withheld"]["reason"] == "Personal data."


def test_no_person_is_identified_beyond_the_minutes(told, take, chloe, meeting):
    chloe.name, chloe.email = "CANARY-PERSON", "canary@example.org"
    chloe.save()
    meeting.attendances.create(person=chloe, name="C. M.", capacity="member", presence="present")
    told["kept"].speaker, told["kept"].speaker_person = "Member", chloe
    told["kept"].save()
    meeting.actions.update(owner_person=chloe)
    meeting.source = None

    text = json.dumps(take())

    assert "canary" not in text.lower()
    assert "C. M." in text


def test_speakers_are_printed_only_where_the_minutes_were_typed_here(told, take, meeting):
    def speakers():
        return {
            line["speaker"] for line in section(take(), "Burglary patterns")["blocks"][0]["lines"]
        }

    typed = speakers()
    meeting.source = "minutes.txt"

    assert (typed, speakers()) == ({"Member", ""}, {""})


def test_the_same_rows_say_the_same(told, take):
    before = take()
    told["kept"].text = "Another question?"
    told["kept"].save()

    assert is_same_text(before, before | {"status": {"line": "later"}})
    assert not is_same_text(before, take())


def test_queries_do_not_grow_with_the_minutes(told, take, meeting, django_assert_num_queries):
    number_paragraphs(meeting)
    version = MinutesVersion(meeting=meeting, number=1)
    with django_assert_num_queries(18):
        snapshot_of(meeting, version)
    for _ in range(3):
        item = story.AgendaItemFactory(meeting=meeting)
        story.line(item, "Again.", story.line(item, "More."))

    with django_assert_num_queries(18):
        snapshot_of(meeting, version)


def test_differing_views_stand_under_the_outcome_without_names(minutes):
    decision = Decision.objects.filter(outcome__isnull=False).first()
    decision.differing_views = "Some members held a different view."
    decision.save()

    snapshot = snapshot_of(minutes.meeting, minutes)

    assert [one["differing_views"] for one in snapshot["outcomes"] if one["id"] == decision.pk] == [
        "Some members held a different view."
    ]


def test_a_meeting_run_here_gives_when_it_opened_and_closed(meeting, take):
    meeting.starts_at, meeting.ends_at = dt.time(9), dt.time(12)
    meeting.started_at, meeting.closed_at = NINE, NINE + dt.timedelta(hours=3, minutes=40)

    facts = take()["meeting"]

    assert (facts["starts"], facts["ends"]) == ("09:00", "12:40")


def test_items_give_when_they_began(told, take, ed):
    told["missing"].starts_at = dt.time(10)
    told["missing"].save()
    starts = {each["title"]: each["starts"] for each in take()["sections"]}
    start_item(told["burglary"], by=ed, at=NINE + dt.timedelta(minutes=20))

    begun = {each["title"]: each["starts"] for each in take()["sections"]}

    assert starts == dict.fromkeys(starts, "") | {"Missing persons": "10:00"}
    assert begun == dict.fromkeys(starts, "") | {"Burglary patterns": "09:20"}
