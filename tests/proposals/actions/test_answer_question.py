import pytest

from committee.models import Mail, Organisation
from committee.refusals import NotPermitted, Refused
from proposals.actions import answer_question, ask_question, send_questions
from tests.factories import NINE, AppointmentFactory
from tests.papers import a_paper

pytestmark = pytest.mark.django_db


@pytest.fixture
def question(chloe, ed):
    question = ask_question(a_paper(), by=chloe, text="Why?", is_shared=True)
    send_questions(question.paper, by=ed, questions=[question])
    question.refresh_from_db()
    return question


def test_a_question_is_answered_in_writing_and_its_author_is_told(question, amina, chloe):
    answer_question(question, by=amina, text="Because.", at=NINE)

    assert (question.state, question.answer) == ("answered", "Because.")
    assert (question.answered_by, question.answered_at) == (amina, NINE)
    mail = Mail.objects.get(to=chloe.email)
    assert question.get_absolute_url() in mail.body
    assert "Because" not in mail.body


def test_an_answer_is_given_better(question, amina):
    answer_question(question, by=amina, text="Because.")
    answer_question(question, by=amina, text="Because of this.")

    assert question.answer == "Because of this."


def test_what_was_not_sent_is_not_answered(amina, chloe):
    question = ask_question(a_paper(), by=chloe, text="Why?", is_shared=True)

    with pytest.raises(Refused, match="shared with the committee"):
        answer_question(question, by=amina, text="Because.")


def test_another_body_and_members_do_not_answer(question, chloe):
    ndas = Organisation.objects.get(short_name="NDAS")
    other = AppointmentFactory(role="presenter", organisation=ndas).person

    for person in (chloe, other):
        with pytest.raises(NotPermitted):
            answer_question(question, by=person, text="Because.")
