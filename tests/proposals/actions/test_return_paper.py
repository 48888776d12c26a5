import pytest

from committee.models import Event, Mail
from committee.refusals import NotPermitted, Refused
from proposals.actions import return_paper, submit_paper
from proposals.said import AT_ANSWERS, AT_EVIDENCE, why_returned
from tests.factories import NINE, PaperFactory
from tests.papers import a_paper, section

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper():
    return a_paper("submitted")


def test_a_paper_comes_back_with_reasons_at_its_sections(paper, ed, amina):
    reasons = [(section("bias"), "Say for whom."), (None, "Two files are missing.")]

    return_paper(paper, by=ed, reasons=reasons, at=NINE)

    assert paper.state == "returned"
    found = paper.versions.get().reasons.values_list("section__key", "text")
    assert set(found) == {("bias", "Say for whom."), (None, "Two files are missing.")}
    event = Event.objects.last()
    assert (event.act, event.facts) == ("proposals.return_paper", {"version": 1, "reasons": 2})
    mail = Mail.objects.get(to=amina.email)
    assert paper.url_to("write_paper") in mail.body
    assert "missing" not in mail.body


def test_reasons_stand_at_evidence_and_at_answers_too(paper, ed):
    reasons = [("evidence", "The DPIA has no date."), ("answers", "R-3 is not done.")]

    return_paper(paper, by=ed, reasons=reasons)

    found = why_returned(paper.versions.get())
    assert {at: [str(one) for one in reasons] for at, reasons in found.items()} == {
        AT_EVIDENCE: ["The DPIA has no date."],
        AT_ANSWERS: ["R-3 is not done."],
    }


def test_a_returned_paper_is_submitted_again(paper, ed, amina):
    return_paper(paper, by=ed, reasons=[(None, "Again.")])

    submit_paper(paper, by=amina)

    assert paper.state == "submitted"


def test_without_a_reason_nothing_comes_back(paper, ed):
    with pytest.raises(Refused, match="Say why"):
        return_paper(paper, by=ed, reasons=[])


def test_reasons_need_a_version_and_its_sections(ed, paper):
    with pytest.raises(Refused, match="No version"):
        return_paper(PaperFactory(state="submitted"), by=ed, reasons=[(None, "Why")])
    type(paper).objects.update(outline=None)
    with pytest.raises(Refused, match="no such section"):
        return_paper(paper, by=ed, reasons=[(section(), "Why")])


@pytest.mark.parametrize("state", ["draft", "returned", "accepted", "considered", "withdrawn"])
def test_only_a_submitted_paper_comes_back(ed, state):
    with pytest.raises(NotPermitted, match=f"This paper is {state}"):
        return_paper(PaperFactory(state=state), by=ed, reasons=[(None, "Why")])


@pytest.mark.parametrize("name", ["amina", "ben", "chloe", "gus"])
def test_who_may_not_return_papers(paper, name, request):
    with pytest.raises(NotPermitted):
        return_paper(paper, by=request.getfixturevalue(name), reasons=[(None, "Why")])
