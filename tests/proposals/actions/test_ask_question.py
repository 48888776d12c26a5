import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from proposals.actions import ask_question
from proposals.models import AdvanceQuestion
from tests.factories import NINE, PaperFactory, appoint
from tests.papers import a_paper, section

pytestmark = pytest.mark.django_db


def test_a_question_is_its_authors_draft_at_first(chloe, dev, amina, ed):
    question = ask_question(a_paper(), by=chloe, text="Why?", section=section("bias"), at=NINE)

    assert (question.state, question.asked_by, question.asked_at) == ("drafted", chloe, NINE)
    seen = AdvanceQuestion.objects.visible_to
    assert [seen(one).exists() for one in (chloe, dev, ed, amina)] == [True, False, False, False]
    event = Event.objects.get()
    assert (event.act, event.subject_type) == ("proposals.ask_question", "proposals.paper")
    assert "Why?" not in str(vars(event))


def test_a_question_is_shared_in_the_same_step(chloe, dev):
    question = ask_question(a_paper(), by=chloe, text="Why?", is_shared=True)

    assert question.state == "shared"
    assert AdvanceQuestion.objects.visible_to(dev).get() == question


def test_a_section_of_another_outline_is_refused(chloe):
    with pytest.raises(Refused, match="no such section"):
        ask_question(PaperFactory(), by=chloe, text="Why?", section=section())


@pytest.mark.parametrize("state", ["submitted", "considered", "withdrawn"])
def test_only_a_paper_before_the_committee_is_asked_about(chloe, state):
    with pytest.raises(NotPermitted, match=f"This paper is {state}"):
        ask_question(PaperFactory(state=state), by=chloe, text="Why?")


@pytest.mark.parametrize("role", ["secretariat", "presenter", "office"])
def test_members_and_advisers_ask(role):
    with pytest.raises(NotPermitted, match="Members and advisers"):
        ask_question(PaperFactory(), by=appoint(role), text="Why?")


def test_an_adviser_asks():
    assert ask_question(PaperFactory(), by=appoint("adviser"), text="Why?").pk
