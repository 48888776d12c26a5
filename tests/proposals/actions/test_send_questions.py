import pytest

from committee.models import Event, Mail
from committee.refusals import NotPermitted, Refused
from proposals.actions import ask_question, send_questions
from proposals.models import AdvanceQuestion
from tests.factories import NINE
from tests.papers import a_paper

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper():
    return a_paper()


@pytest.fixture
def questions(paper, chloe, dev):
    texts = {chloe: "Why?", dev: "How often?"}
    return [ask_question(paper, by=by, text=text, is_shared=True) for by, text in texts.items()]


def test_questions_are_sent_together_without_names(paper, questions, ed, amina):
    send_questions(paper, by=ed, questions=questions, at=NINE)

    assert {(one.state, one.sent_by, one.sent_at) for one in questions} == {("sent", ed, NINE)}
    assert AdvanceQuestion.objects.visible_to(amina).count() == 2
    mail = Mail.objects.get(to=amina.email)
    assert paper.url_to("questions") in mail.body
    assert not {"Why?", "Chloe", "Dev", str(paper)} & set(mail.body.split())
    event = Event.objects.last()
    assert event.facts == {"questions": [one.pk for one in questions]}


def test_the_chair_sends_too(paper, questions, ben):
    send_questions(paper, by=ben, questions=questions[:1])

    assert questions[0].state == "sent"


def test_a_draft_and_a_question_of_another_paper_are_not_sent(paper, chloe, ed):
    draft = ask_question(paper, by=chloe, text="Hm?")
    other = ask_question(a_paper(), by=chloe, text="Why?", is_shared=True)

    with pytest.raises(Refused, match="is draft"):
        send_questions(paper, by=ed, questions=[draft])
    with pytest.raises(Refused, match="another paper"):
        send_questions(paper, by=ed, questions=[other])
    with pytest.raises(Refused, match="at least one"):
        send_questions(paper, by=ed, questions=[])


@pytest.mark.parametrize("name", ["chloe", "amina", "gus"])
def test_who_may_not_send(paper, questions, name, request):
    with pytest.raises(NotPermitted):
        send_questions(paper, by=request.getfixturevalue(name), questions=questions)
