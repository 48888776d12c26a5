import pytest

from committee.models import Event, Mail
from committee.refusals import NotPermitted, Refused
from proposals.actions import accept_paper
from tests.factories import NINE, PaperFactory
from tests.papers import a_paper

pytestmark = pytest.mark.django_db


def test_accept_paper_puts_it_before_the_committee(ed, chloe):
    paper = PaperFactory(state="submitted", accepted_at=None)
    papers = type(paper).objects
    assert not papers.visible_to(chloe).exists()

    accept_paper(paper, by=ed, at=NINE)

    assert (paper.state, paper.accepted_at) == ("accepted", NINE)
    assert papers.visible_to(chloe).exists()
    event = Event.objects.get()
    assert not Mail.objects.exists()  # nobody presents for this body
    assert (event.act, event.at) == ("proposals.accept_paper", NINE)


def test_its_body_is_told(ed, amina):
    paper = a_paper("submitted")

    accept_paper(paper, by=ed)

    mail = Mail.objects.get(to=amina.email)
    assert paper.get_absolute_url() in mail.body
    assert str(paper) not in mail.body


@pytest.mark.parametrize("state", ["draft", "accepted", "considered", "withdrawn"])
def test_only_a_submitted_paper_is_accepted(ed, state):
    with pytest.raises(Refused, match=f"This paper is {state}"):
        accept_paper(PaperFactory(state=state), by=ed)


@pytest.mark.parametrize("name", ["amina", "ben", "chloe", "gus"])
def test_who_may_not_accept_papers(name, request):
    with pytest.raises(NotPermitted):
        accept_paper(PaperFactory(state="submitted"), by=request.getfixturevalue(name))
