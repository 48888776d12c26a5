import pytest

from committee.authority import why_not
from committee.models import Event, Mail, Organisation
from committee.refusals import NotPermitted, Refused
from proposals.actions import answer_recommendation
from proposals.ledger import give_answers, standing, to_answer, unanswered
from proposals.models import Answer, ExpectedReturn
from tests.factories import NINE, PaperFactory, ProposalFactory
from tests.ledger import answered, asked_of, undertaken

pytestmark = pytest.mark.django_db
SAID = {"extent": "partly", "text": "Two of five are done."}


@pytest.fixture
def proposal(amina):
    body = amina.appointments.get().organisation
    return ProposalFactory(submitting_body=body)


@pytest.fixture
def asked(proposal):
    return undertaken(PaperFactory(proposal=proposal))


@pytest.fixture
def paper(proposal):
    return PaperFactory(proposal=proposal, state="draft", submitted_at=None)


def test_an_answer_on_its_own_is_given_at_once(asked, amina):
    answer = answer_recommendation(asked, by=amina, at=NINE, **SAID)

    assert (answer.extent, answer.given_at, answer.written_by) == ("partly", NINE, amina)
    asked.refresh_from_db()
    assert asked.state == "answered"
    event = Event.objects.get()
    assert (event.act, event.facts["given"]) == ("proposals.answer_recommendation", True)


def test_the_secretariat_is_told_of_an_answer_on_its_own(asked, paper, amina, ed):
    answer_recommendation(asked, by=amina, paper=paper, **SAID)
    assert not Mail.objects.exists()

    answer_recommendation(asked, by=amina, **SAID)

    mail = Mail.objects.get()
    assert (mail.to, mail.subject) == (ed.email, "A point of the committee is answered")
    assert asked.get_absolute_url() in mail.body
    assert SAID["text"] not in mail.body


def test_an_answer_in_a_paper_is_a_draft_until_that_is_submitted(asked, paper, amina):
    answer_recommendation(asked, by=amina, paper=paper, **SAID)
    answer = answer_recommendation(asked, by=amina, paper=paper, extent="done", text="All five.")

    assert Answer.objects.get() == answer
    assert (answer.text, answer.given_at) == ("All five.", None)
    asked.refresh_from_db()
    assert asked.state == "open"

    assert give_answers(paper, by=amina, at=NINE) == [answer]

    asked.refresh_from_db()
    assert asked.state == "answered"
    assert Answer.objects.get().given_at == NINE


def test_a_submitted_paper_is_the_return_that_was_expected(asked, paper, amina):
    expected = ExpectedReturn.objects.create(proposal=paper.proposal, words="next meeting")

    give_answers(paper, by=amina, at=NINE)

    expected.refresh_from_db()
    assert expected.met_by == paper


def test_a_paper_answers_what_was_asked_before_and_stands_open(proposal, paper, amina):
    first = PaperFactory(proposal=proposal)
    one, two, three = (undertaken(first, text) for text in ("One.", "Two.", "Three."))
    undertaken(paper, "Asked of this very paper.")
    asked_of(first, text="Approved, but nobody was told yet.")
    undertaken(first, "Of the force.", addressee="force")
    answered(three, amina)
    answer_recommendation(three, by=amina, **SAID)

    assert list(unanswered(paper)) == [one, two]

    answer = answer_recommendation(two, by=amina, paper=paper, **SAID)

    assert list(unanswered(paper)) == [one]
    assert to_answer(paper) == [(one, None), (two, answer)]
    assert standing(proposal).count() == 6


@pytest.mark.parametrize("state", ["submitted", "accepted", "considered"])
def test_a_paper_that_is_handed_in_says_no_more(asked, proposal, amina, state):
    handed_in = PaperFactory(proposal=proposal, state=state)

    with pytest.raises(Refused, match="it says no more"):
        answer_recommendation(asked, by=amina, paper=handed_in, **SAID)


def test_an_answer_stands_in_a_paper_on_the_same_proposal(asked, amina):
    other = PaperFactory(state="draft", submitted_at=None)

    with pytest.raises(Refused, match="asked about another proposal"):
        answer_recommendation(asked, by=amina, paper=other, **SAID)


@pytest.mark.parametrize("state", ["closed"])
def test_what_is_closed_is_answered_no_more(asked, amina, state):
    type(asked).objects.update(state=state)

    with pytest.raises(NotPermitted, match="This undertaking is closed"):
        answer_recommendation(asked, by=amina, **SAID)


@pytest.mark.parametrize(
    ("addressee", "names"),
    [
        ("body", {"amina"}),
        ("force", {"ed", "gus"}),
        ("office", {"ed", "gus"}),
        ("committee", {"ed", "ben"}),
    ],
)
@pytest.mark.parametrize("name", ["amina", "ben", "chloe", "ed", "gus"])
def test_only_those_it_is_put_to_answer(asked, addressee, names, name, request):
    type(asked).objects.update(addressee=addressee)
    person = request.getfixturevalue(name)
    if name in names:
        assert answer_recommendation(asked, by=person, **SAID)
        return

    with pytest.raises(NotPermitted, match="Only those it is put to"):
        answer_recommendation(asked, by=person, **SAID)


@pytest.mark.parametrize(
    ("said", "answers"),
    [("", {"office", "force"}), ("office", {"office"}), ("force", {"force"})],
)
def test_an_office_answers_for_whom_it_says(asked, gus, said, answers):
    Organisation.objects.update(answers_for=said)

    may = set()
    for addressee in ("office", "force", "committee", "body"):
        asked.addressee = addressee
        if why_not(gus, "proposals.answer_recommendation", asked) is None:
            may.add(addressee)

    assert may == answers


def test_another_body_does_not_answer(amina):
    theirs = undertaken(PaperFactory())

    with pytest.raises(NotPermitted):
        answer_recommendation(theirs, by=amina, **SAID)


def test_a_draft_of_what_was_ruled_on_meanwhile_reopens_nothing(asked, paper, amina):
    answer_recommendation(asked, by=amina, paper=paper, **SAID)
    type(asked).objects.update(state="closed")

    give_answers(paper, by=amina, at=NINE)

    asked.refresh_from_db()
    assert asked.state == "closed"
