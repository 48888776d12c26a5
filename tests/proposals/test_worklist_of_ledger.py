"""What the ledger leaves to be done, role by role."""

import datetime as dt

import pytest

from committee.models import Organisation, TermsOfReference
from proposals.actions import approve_letter
from proposals.models import AdviceLetter, ExpectedReturn, Recommendation, Response
from proposals.worklist_of_ledger import items
from tests.factories import NINE, PaperFactory, ProposalFactory
from tests.ledger import asked_of, undertaken
from tests.letters import letter_on

pytestmark = pytest.mark.django_db
PAST = dt.date(2020, 1, 1)


@pytest.fixture
def proposal(amina):
    body = amina.appointments.get().organisation
    return ProposalFactory(title="Vans", submitting_body=body)


@pytest.fixture
def letter(ed, ben):
    letter = approve_letter(letter_on("B", by=ed), by=ben)
    sent = {"state": "sent", "sent_at": NINE, "sent_by": ed}
    AdviceLetter.objects.filter(pk=letter.pk).update(**sent)
    return letter


def texts(person):
    return [item.text for item in items(person)]


def test_the_secretariat_asks_after_what_is_late(proposal, ed):
    ExpectedReturn.objects.create(proposal=proposal, words="in spring", due_on=PAST)
    undertaken(PaperFactory(proposal=proposal), due_on=PAST)
    undertaken(PaperFactory(), due_on=PAST)
    undertaken(PaperFactory(), due_on=PAST, state="answered")

    assert texts(ed) == ["Ask what became of “Vans”", "2 points are overdue"]


def test_the_secretariat_is_told_of_what_comes_back_on_no_day(proposal, ed, client):
    expected = ExpectedReturn.objects.create(proposal=proposal, words="after the rebuild")

    [item] = items(ed)

    assert item.text == "1 proposal is to come back, and no day is set"
    client.force_login(ed)
    assert "after the rebuild" in client.get(item.url).content.decode()
    expected.due_on = PAST
    expected.save()
    assert texts(ed) == ["Ask what became of “Vans”"]


def test_an_office_answers_and_responds(letter, gus, ed):
    asked_of(PaperFactory(), addressee="office")
    line = letter.advice.lines.get()
    line.recommendation.addressee = "office"
    line.recommendation.save()

    assert texts(gus) == [
        "Answer 1 point put to the PCC or the force",
        f"Enter the response to {letter.reference}, “{letter.advice}”",
    ]

    office = Organisation.objects.get(short_name="OPCC")
    said = {"acceptance": "accepted", "responded_on": NINE.date(), "entered_at": NINE}
    Response.objects.create(letter=letter, office=office, entered_by=ed, **said)

    assert texts(gus) == ["Answer 1 point put to the PCC or the force"]


def test_the_secretariat_is_told_of_silence_once_it_is_late(letter, ed):
    assert texts(ed) == []

    TermsOfReference.objects.update(response_days=28)

    [item] = items(ed)
    assert (item.tag, item.detail) == ("Late", "Chief Constable’s office")


def test_others_are_told_nothing(letter, proposal, chloe):
    undertaken(PaperFactory(proposal=proposal), due_on=PAST)

    assert texts(chloe) == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("", "Answer 2 points put to the PCC or the force"),
        ("office", "Answer 1 point put to the PCC"),
        ("force", "Answer 1 point put to the force"),
    ],
)
def test_an_office_is_told_of_points_of_those_it_answers_for(ed, ben, gus, said, told):
    for addressee in ("office", "force"):
        letter = approve_letter(letter_on("B", by=ed), by=ben)
        AdviceLetter.objects.update(state="sent", sent_at=NINE, sent_by=ed)
        Recommendation.objects.filter(line__advice=letter.advice).update(addressee=addressee)
    Organisation.objects.update(answers_for=said)

    assert [text for text in texts(gus) if text.startswith("Answer")] == [told]
