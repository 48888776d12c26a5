"""A point about papers of two bodies is answered by each; neither reads or settles the other's."""

import csv
import datetime as dt
import io

import pytest
from django.urls import reverse
from django.utils import timezone

from committee.models import Organisation
from meetings.minutes import snapshot_of
from meetings.models import MinutesVersion
from proposals.actions import answer_recommendation, approve_advice
from proposals.desk import desk_of
from proposals.ledger import give_answers, unanswered
from proposals.letters import snapshot_of as letter_of
from proposals.models import Advice, AdviceLetter, Answer, Recommendation
from proposals.reminders import recommendations
from tests.attachments import a_pdf
from tests.factories import NINE, AppointmentFactory, PaperFactory, ProposalFactory
from tests.ledger import advice_on, rule
from tests.paperwork import a_document
from tests.proposals.filed import a_file
from tests.publishing import advised, heard, held
from tests.writing import begun, lab_of

pytestmark = pytest.mark.django_db
DUE = dt.date(2026, 6, 1)


@pytest.fixture
def nils(db):
    body = Organisation.objects.create(name="National lab", is_submitting_body=True)
    return AppointmentFactory(
        role="presenter", organisation=body, person__name="NILS-CANARY"
    ).person


@pytest.fixture
def ours(amina):
    return PaperFactory(proposal=_proposal(amina, "Ours"), title="Ours", state="considered")


@pytest.fixture
def theirs(nils):
    return PaperFactory(
        proposal=_proposal(nils, "Theirs"), title="TITLE-CANARY", state="considered"
    )


def _proposal(person, title):
    return ProposalFactory(title=title, submitting_body=lab_of(person))


@pytest.fixture
def asked(ours, theirs, ben, ed):
    """One recommendation of advice on both papers, in a letter that both bodies have."""
    item = heard(held(), ours)
    item.item_papers.create(paper=theirs)
    advice = advised(item, "C", [("recommendation", "Publish it.")]).advice
    type(advice).objects.filter(pk=advice.pk).update(
        state="approved", approved_at=NINE, approved_by=ben
    )
    AdviceLetter.objects.create(
        advice=advice, state="sent", approved_at=NINE, approved_by=ben, sent_at=NINE, sent_by=ed,
        document=a_document("ready"),
    )  # fmt: skip
    asked = Recommendation.objects.get()
    asked.papers.set([ours, theirs])
    type(asked).objects.update(due_on=DUE)
    return asked


def answer(asked, by, text, **facts):
    return answer_recommendation(asked, by=by, extent="partly", text=text, **facts)


def answered_by(nils, asked, theirs):
    file = a_file(by=nils, paper=theirs, content=a_pdf("theirs"), name="FILE-CANARY.pdf")
    return answer(asked, nils, "ANSWER-CANARY", file=file)


def pages(asked, ours):
    yield asked.get_absolute_url()
    yield reverse("proposals:answer_recommendation", args=[asked.label])
    yield from (reverse("proposals:ledger"), reverse("proposals:mine"), "/work/")
    yield reverse("proposals:workspace", args=[ours.proposal.slug])
    yield ours.get_absolute_url()


def test_a_body_reads_nothing_of_what_the_other_answers(client, asked, ours, theirs, amina, nils):
    answered_by(nils, asked, theirs)
    client.force_login(amina)

    for address in pages(asked, ours):
        html = client.get(address).content.decode()
        assert "CANARY" not in html, address
    answer(asked, amina, "Our own answer.")
    assert "Our own answer." in client.get(asked.get_absolute_url()).content.decode()


@pytest.mark.parametrize("name", ["nils", "chloe", "ed", "gus"])
def test_its_own_body_the_committee_and_the_offices_read_it(
    client, asked, theirs, nils, name, request
):
    answered_by(nils, asked, theirs)
    client.force_login(request.getfixturevalue(name))

    html = client.get(asked.get_absolute_url()).content.decode()

    for canary in ("ANSWER-CANARY", "NILS-CANARY", "FILE-CANARY"):
        assert canary in html


def test_what_one_body_answers_is_still_asked_of_the_other(asked, ours, theirs, amina, nils):
    draft = begun(amina, proposal=ours.proposal)
    answered_by(nils, asked, theirs)

    asked.refresh_from_db()
    assert asked.state == "open"
    assert list(unanswered(draft)) == [asked]
    assert (desk_of(amina).to_answer, desk_of(nils).to_answer) == (1, 0)
    assert len(list(recommendations(amina, DUE))) == 1
    assert list(recommendations(nils, DUE)) == []


def test_it_is_answered_once_both_have(asked, ours, theirs, amina, nils):
    answered_by(nils, asked, theirs)
    draft = begun(amina, proposal=ours.proposal)
    answer(asked, amina, "Ours.", paper=draft)
    asked.refresh_from_db()
    assert asked.state == "open"

    give_answers(draft, by=amina, at=timezone.now())

    asked.refresh_from_db()
    assert asked.state == "answered"
    assert {one.body for one in Answer.objects.all()} == {lab_of(amina), lab_of(nils)}


def test_what_the_committee_keeps_open_is_asked_of_both_again(
    asked, ours, theirs, amina, nils, ben, ed
):
    answered_by(nils, asked, theirs)
    answer(asked, amina, "Ours.")
    advice = advice_on(PaperFactory(proposal=ours.proposal), "B")
    advice.decisions.get().decision_papers.create(paper=PaperFactory(proposal=theirs.proposal))
    rule(advice, asked, "keeps", by=ed)
    approve_advice(advice, by=ben)
    AdviceLetter.objects.create(
        advice=advice, state="sent", approved_at=NINE, approved_by=ben, sent_at=NINE, sent_by=ed,
        document=a_document("ready"),
    )  # fmt: skip

    assert (desk_of(amina).to_answer, desk_of(nils).to_answer) == (1, 1)


def test_a_withdrawn_paper_answers_nothing(asked, ours, theirs, amina, nils):
    draft = begun(nils, proposal=theirs.proposal)
    answer(asked, nils, "Theirs.", paper=draft)
    give_answers(draft, by=nils, at=timezone.now())
    assert desk_of(nils).to_answer == 0

    type(draft).objects.filter(pk=draft.pk).update(state="withdrawn")

    assert desk_of(nils).to_answer == 1


def test_advice_on_one_paper_quotes_no_answer_of_the_other_body(
    asked, ours, theirs, amina, nils, ed
):
    answer(asked, amina, "Our own answer.")
    answered_by(nils, asked, theirs)
    meeting = held(timezone.localdate() + dt.timedelta(days=1))
    advice = advised(heard(meeting, PaperFactory(proposal=ours.proposal)), "B").advice
    rule(advice, asked, "closes", by=ed)

    letter = str(letter_of(AdviceLetter(advice=advice)))
    minutes = str(snapshot_of(meeting, MinutesVersion(meeting=meeting, number=1)))

    assert "Our own answer." in letter
    assert "Our own answer." in minutes
    assert "CANARY" not in letter + minutes


def test_figures_count_its_own_answers_alone(client, asked, theirs, amina, nils):
    answered_by(nils, asked, theirs)
    Advice.objects.update(given_on=NINE.date())

    counted = {}
    for person in (amina, nils):
        client.force_login(person)
        text = client.get(reverse("proposals:figure_file", args=["to-answer"])).content.decode()
        counted[person] = len(list(csv.reader(io.StringIO(text)))) - 1

    assert counted == {amina: 0, nils: 1}
