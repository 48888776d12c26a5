import pytest

from committee.refusals import NotPermitted, Refused
from proposals.actions import ask_question, revise_question
from tests.papers import a_paper, section

pytestmark = pytest.mark.django_db


@pytest.fixture
def question(chloe):
    return ask_question(a_paper(), by=chloe, text="Why?")


def test_a_draft_is_put_in_other_words(question, chloe):
    revise_question(question, by=chloe, text="Why not?", section=section())

    question.refresh_from_db()
    assert (question.text, question.section) == ("Why not?", section())


def test_a_colleague_does_not_change_it(question, dev):
    with pytest.raises(NotPermitted, match="Only whoever asks"):
        revise_question(question, by=dev, text="Mine")


def test_what_others_have_read_stays(chloe):
    shared = ask_question(a_paper(), by=chloe, text="Why?", is_shared=True)

    with pytest.raises(NotPermitted, match="Others have read"):
        revise_question(shared, by=chloe, text="Never said")


def test_a_section_of_another_outline_is_refused(question, chloe):
    type(question.paper).objects.update(outline=None)
    question.refresh_from_db()

    with pytest.raises(Refused, match="no such section"):
        revise_question(question, by=chloe, text="Why?", section=section())
