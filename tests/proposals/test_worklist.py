"""Letters await the chair, then the secretary; drafts of papers await their body."""

import pytest

from committee.models import Organisation
from committee.post import order_document
from proposals.actions import (
    add_advice_line,
    approve_letter,
    ask_question,
    send_letter,
    send_questions,
)
from proposals.models import Advice, AdviceLetter
from proposals.worklist import (
    letters_received,
    letters_to_move_on,
    papers_to_submit,
    points_to_answer,
    questions_in_advance,
)
from tests.factories import NINE, PaperFactory, ProposalFactory
from tests.letters import letter_on, reachable
from tests.papers import a_paper

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter():
    advice = Advice.objects.create(heading="IOM", occasion="Formal meeting, 2 March 2026")
    return AdviceLetter.objects.create(advice=advice)


def approve(letter, ben):
    letter.document = order_document("x", title="X", template="x.html", snapshot={}, by=ben)
    letter.state, letter.approved_at, letter.approved_by = "approved", NINE, ben
    letter.save()


def texts(items):
    return [item.text for item in items]


def test_a_drafted_letter_awaits_the_chair(letter, ben, ed):
    assert texts(letters_to_move_on(ben)) == ["Sign the letter of advice on “IOM”"]
    assert letters_to_move_on(ed) == []


def test_an_approved_letter_awaits_the_secretary(letter, ben, ed):
    approve(letter, ben)

    assert texts(letters_to_move_on(ed)) == ["Send the letter of advice on “IOM”"]
    assert letters_to_move_on(ben) == []


def test_letters_await_nobody_else(letter, chloe, amina, gus):
    assert [letters_to_move_on(person) for person in (chloe, amina, gus)] == [[], [], []]


def test_a_draft_awaits_the_body_it_belongs_to(amina, chloe):
    lab = Organisation.objects.get(short_name="Lab")
    PaperFactory(title="Vans", state="draft", submitted_at=None, proposal__submitting_body=lab)
    PaperFactory(title="Other", state="draft", submitted_at=None)
    PaperFactory(title="In", proposal__submitting_body=lab)

    assert texts(papers_to_submit(amina)) == ["Finish and submit “Vans”"]
    assert papers_to_submit(chloe) == []


def test_a_sent_letter_awaits_the_offices_and_its_points_the_lab(ben, ed, gus, amina, chloe):
    reachable()
    body = amina.appointments.get().organisation
    paper = PaperFactory(proposal=ProposalFactory(submitting_body=body))
    letter = letter_on("B", by=ed, paper=paper)
    add_advice_line(
        letter.advice,
        by=ed,
        kind="condition",
        text="Withheld.",
        restricted=True,
        restricted_reason="Operational",
    )
    approve_letter(letter, by=ben)
    assert letters_received(gus) == points_to_answer(amina) == []
    send_letter(letter, by=ed)

    assert texts(letters_received(gus)) == [f"Read {letter.reference}: advice on “Vehicle theft”"]
    assert texts(points_to_answer(amina)) == [
        f"Answer a point of {letter.reference}, “Vehicle theft”"
    ]
    assert letters_received(chloe) == points_to_answer(chloe) == []


def test_many_letters_with_points_leave_room_on_the_worklist(ben, ed, amina, client):
    reachable()
    body = amina.appointments.get().organisation
    letters = []
    for _ in range(7):
        paper = PaperFactory(proposal=ProposalFactory(submitting_body=body))
        letters.append(letter_on("B", by=ed, paper=paper))
        approve_letter(letters[-1], by=ben)
        send_letter(letters[-1], by=ed)

    said = texts(points_to_answer(amina))

    assert said[0] == f"Answer a point of {letters[-1].reference}, “Vehicle theft”"
    assert said[5:] == ["2 earlier letters with points to answer"]
    client.force_login(amina)
    assert b"How to answer" in client.get(letters[0].get_absolute_url()).content


def test_questions_await_whoever_sends_and_then_the_body(ed, ben, chloe, dev, amina):
    paper = a_paper()
    first = ask_question(paper, by=chloe, text="Why?", is_shared=True)
    assert texts(questions_in_advance(ed)) == [f"Read and send a question about “{paper}”"]
    second = ask_question(paper, by=dev, text="How often?", is_shared=True)
    assert texts(questions_in_advance(ben)) == [f"Read and send 2 questions about “{paper}”"]
    assert questions_in_advance(amina) == []

    send_questions(paper, by=ed, questions=[first, second])

    assert texts(questions_in_advance(amina)) == [f"Answer 2 questions about “{paper}”"]
    assert [questions_in_advance(one) for one in (ed, ben, chloe)] == [[], [], []]
