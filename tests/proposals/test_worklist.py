"""Letters await the chair, then the secretary; drafts of papers await their body."""

import datetime as dt

import pytest
from django.urls import reverse

from committee.models import Organisation
from committee.post import order_document
from proposals.actions import (
    add_advice_line,
    approve_letter,
    ask_question,
    send_letter,
    send_questions,
)
from proposals.models import Advice, AdviceLetter, ExpectedReturn
from proposals.worklist import (
    items,
    letters_received,
    letters_to_move_on,
    papers_to_begin,
    papers_to_submit,
    questions_in_advance,
)
from tests.factories import NINE, PaperFactory, ProposalFactory
from tests.ledger import undertaken
from tests.letters import letter_on, reachable
from tests.papers import a_paper
from tests.writing import begun

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
    assert letters_received(gus) == papers_to_begin(amina) == []
    send_letter(letter, by=ed)

    assert texts(letters_received(gus)) == [f"Read {letter.reference}: advice on “Vehicle theft”"]
    assert texts(papers_to_begin(amina)) == [
        f"“{paper.proposal}”: begin the paper that answers the point of the committee"
    ]
    assert letters_received(chloe) == papers_to_begin(chloe) == []


def test_a_letter_says_how_to_answer_and_leads_to_each_point(ben, ed, amina, client):
    reachable()
    body = amina.appointments.get().organisation
    paper = PaperFactory(proposal=ProposalFactory(submitting_body=body))
    letter = approve_letter(letter_on("B", by=ed, paper=paper), by=ben)
    send_letter(letter, by=ed)
    client.force_login(amina)

    shown = client.get(letter.get_absolute_url()).content.decode()

    point = letter.advice.lines.get().recommendation
    assert "How to answer" in shown
    assert f'<a class="de-strong" href="{point.get_absolute_url()}">{point}</a>' in shown


def test_a_new_body_adds_its_first_proposal(amina, chloe):
    [step] = papers_to_begin(amina)

    assert (step.text, step.group) == ("Add your first proposal", "First steps")
    assert step.url == reverse("proposals:add_proposal")
    assert papers_to_begin(chloe) == []


@pytest.fixture
def considered(amina):
    """A paper of the Lab about vans on which the committee has advised."""
    body = amina.appointments.get().organisation
    proposal = ProposalFactory(title="Vans", submitting_body=body)
    return PaperFactory(proposal=proposal, state="considered")


def test_what_was_asked_and_its_return_are_one_step(amina, considered):
    undertaken(considered)
    undertaken(considered)
    expected = ExpectedReturn.objects.create(
        proposal=considered.proposal, words="in six months", due_on=dt.date(2020, 1, 1)
    )

    [step] = items(amina)

    assert step.text == "“Vans”: begin the paper that answers 2 points of the committee"
    assert step.detail == "To come back in six months"
    assert (step.due, step.tag) == (expected.due_on, "Overdue")
    assert step.url == reverse("proposals:draft_paper", args=[considered.proposal.slug])


@pytest.mark.parametrize("addressee", ["office", "force", "committee"])
def test_points_put_to_others_are_no_step_of_the_body(amina, considered, addressee):
    undertaken(considered, addressee=addressee)

    assert items(amina) == []


def test_once_the_paper_is_begun_that_is_the_step(amina, considered):
    undertaken(considered)
    begun(amina, proposal=considered.proposal, title="Follow-up")
    PaperFactory(proposal=considered.proposal, state="considered", title="Beside it")

    assert texts(items(amina)) == ["Finish and submit “Follow-up”"]


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
