import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from proposals.actions import ask_question, share_question
from tests.papers import a_paper

pytestmark = pytest.mark.django_db


@pytest.fixture
def question(chloe):
    return ask_question(a_paper(), by=chloe, text="Why?")


def test_a_question_is_shared_once(question, chloe):
    share_question(question, by=chloe)

    assert question.state == "shared"
    assert Event.objects.last().act == "proposals.share_question"
    with pytest.raises(Refused, match="shared with the committee"):
        share_question(question, by=chloe)


def test_nobody_shares_the_question_of_another(question, ben):
    with pytest.raises(NotPermitted):
        share_question(question, by=ben)
