import pytest

from committee.refusals import NotPermitted
from proposals.actions import answer_question, ask_question, send_questions, withdraw_question
from proposals.models import AdvanceQuestion
from tests.papers import a_paper

pytestmark = pytest.mark.django_db


@pytest.fixture
def question(chloe):
    return ask_question(a_paper(), by=chloe, text="Why?", is_shared=True)


def test_a_question_is_withdrawn_before_it_is_answered(question, chloe, dev, amina, ed):
    send_questions(question.paper, by=ed, questions=[question])

    withdraw_question(question, by=chloe)

    assert question.state == "withdrawn"
    seen = AdvanceQuestion.objects.visible_to
    assert [seen(one).exists() for one in (dev, amina)] == [False, False]


def test_an_answered_question_stays(question, chloe, ed, amina):
    send_questions(question.paper, by=ed, questions=[question])
    answer_question(question, by=amina, text="Because.")

    with pytest.raises(NotPermitted, match="answered in writing"):
        withdraw_question(question, by=chloe)


def test_nobody_withdraws_the_question_of_another(question, ed):
    with pytest.raises(NotPermitted):
        withdraw_question(question, by=ed)
