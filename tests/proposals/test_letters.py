import datetime as dt

import pytest

from committee.models import Organisation, OutcomeOption
from proposals.actions import add_advice_line, approve_advice, draft_letter, record_decision
from proposals.letters import snapshot_of
from proposals.models import Advice
from tests.factories import PaperFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def advice(ed):
    return Advice.objects.create(
        heading="Vehicle theft", occasion="Formal meeting, 2 March 2026", given_on="2026-03-02"
    )


def decide(advice, by, letter="B", **more):
    outcome = OutcomeOption.objects.get(letter=letter)
    paper = PaperFactory(title=f"Paper {letter}", reference=f"DL-{letter}")
    return record_decision([paper], by=by, advice=advice, outcome=outcome, **more)


def test_the_letter_says_what_was_decided_and_advised(advice, ed, ben):
    decide(advice, ed, unanimity="unanimous")
    add_advice_line(advice, by=ed, kind="recommendation", text="Publish it.", due="in March")
    add_advice_line(advice, by=ed, kind="condition", text="Anonymise.", due_on=dt.date(2026, 5, 4))
    add_advice_line(advice, by=ed, kind="comment", text="A good use of data.")
    approve_advice(advice, by=ben)
    letter = draft_letter(advice, by=ed)

    said = snapshot_of(letter, signed_by=ben, on=dt.date(2026, 3, 23))

    assert (said["date"], said["reference"]) == ("23 March 2026", f"L-{letter.pk}")
    assert (said["committee"], said["is_draft"]) == ("Data Ethics Committee", False)
    assert said["subject"] == "Advice on Vehicle theft"
    assert said["signatory"] == {"name": "Ben Chair", "role": "Chair"}
    assert [to["name"] for to in said["addressees"]] == [
        "The Chief Constable",
        "The Police and Crime Commissioner",
    ]
    assert [to["dear"] for to in said["addressees"]] == [
        "Chief Constable",
        "Police and Crime Commissioner",
    ]
    (decision,) = said["decisions"]
    assert decision["papers"] == [
        {"title": "Paper B", "reference": "DL-B", "stage": "In principle"}
    ]
    assert (decision["letter"], decision["short_label"]) == ("B", "Proceed with minor amendments")
    assert decision["wording"] == "It advises approving the project with minor amendments"
    assert (decision["unanimity"], decision["printed_wording"]) == ("Unanimous", "")
    (recommendation,) = decision["recommendations"]
    assert (recommendation["label"], recommendation["text"]) == ("R-1", "Publish it.")
    assert recommendation["due"] == "in March"
    assert [(row["label"], row["due"]) for row in decision["conditions"]] == [("C-1", "4 May 2026")]
    assert [row["text"] for row in decision["comments"]] == ["A good use of data."]


def test_a_draft_names_the_chair_who_will_sign(advice, ed, ben):
    decide(advice, ed)

    said = snapshot_of(draft_letter(advice, by=ed))

    assert said["signatory"] == {"name": "Ben Chair", "role": "Chair"}


def test_a_draft_says_that_it_is_one(advice, ed):
    decide(advice, ed)

    said = snapshot_of(draft_letter(advice, by=ed))

    assert (said["is_draft"], said["date"]) == (True, None)
    assert said["opening"].startswith("The Committee considered “Paper B” (Formal meeting")


def test_what_is_advised_on_several_decisions_stands_once(advice, ed):
    decide(advice, ed, "B")
    decide(advice, ed, "C")
    add_advice_line(advice, by=ed, kind="recommendation", text="Publish both.")

    said = snapshot_of(draft_letter(advice, by=ed))

    assert [decision["recommendations"] for decision in said["decisions"]] == [[], []]
    assert [row["text"] for row in said["recommendations"]] == ["Publish both."]


def test_a_result_without_a_letter_has_its_words(advice, ed):
    record_decision([PaperFactory()], by=ed, advice=advice, result="not_asked")

    (decision,) = snapshot_of(draft_letter(advice, by=ed))["decisions"]

    assert decision["letter"] is None
    assert decision["short_label"] == "Committee not asked to advise"


def test_restricted_lines_are_never_in_a_letter(advice, ed):
    decide(advice, ed)
    secret = add_advice_line(
        advice,
        by=ed,
        kind="comment",
        text="SECRET one",
        restricted=True,
        restricted_reason="Operational",
    )
    add_advice_line(advice, by=ed, kind="recommendation", text="SECRET two", parent=secret)
    comment = add_advice_line(advice, by=ed, kind="comment", text="Open.")
    add_advice_line(
        advice,
        by=ed,
        kind="point",
        text="SECRET three",
        parent=comment,
        restricted=True,
        restricted_reason="Operational",
    )

    assert "SECRET" not in str(snapshot_of(draft_letter(advice, by=ed)))


def test_headings_lead_in_and_nested_lines_stay_with_their_own(advice, ed):
    decide(advice, ed)
    heading = add_advice_line(advice, by=ed, kind="heading", text="To be addressed:")
    question = add_advice_line(advice, by=ed, kind="question", text="Why?", parent=heading)
    add_advice_line(advice, by=ed, kind="point", text="And how?", parent=question)
    add_advice_line(advice, by=ed, kind="condition", text="Say so.", parent=question)

    (decision,) = snapshot_of(draft_letter(advice, by=ed))["decisions"]

    assert [(row["text"], row["points"]) for row in decision["questions"]] == [
        ("Why?", ["And how?"])
    ]
    assert [row["text"] for row in decision["conditions"]] == ["Say so."]


def test_printed_words_stand_beside_the_terms(advice, ed):
    decision = decide(advice, ed)
    decision.wording = "Outcome B – proceed"
    decision.save()

    (said,) = snapshot_of(draft_letter(advice, by=ed))["decisions"]

    assert said["printed_wording"] == "Outcome B – proceed"


def test_nobody_receives_advice_until_an_office_is_entered(advice, ed):
    Organisation.objects.update(receives_advice=False)
    decide(advice, ed)

    assert snapshot_of(draft_letter(advice, by=ed))["addressees"] == []
