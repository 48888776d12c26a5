import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from proposals.actions import mark_file_public
from proposals.files import Uncovered
from proposals.models import PublishedFile
from tests.factories import NINE, PaperFactory, ProposalFactory
from tests.proposals.filed import a_file
from tests.publishing import advised, heard, held, published

pytestmark = pytest.mark.django_db
AUTHOR = {"words": "The names of its authors were taken out.", "is_removed": True}
CHANGES = {"words": "Two tracked changes.", "is_removed": False}
CLEAN = Uncovered([AUTHOR], "b" * 64, 99)


def test_mark_file_public_keeps_its_clean_copy_and_what_was_taken_out(ed):
    file = mark_file_public(a_file(by=ed), CLEAN, by=ed, at=NINE)

    assert (file.is_public, file.public_sha256, file.public_size) == (True, "b" * 64, 99)
    assert file.loses == [AUTHOR["words"]]
    event = Event.objects.get()
    assert (event.act, event.at) == ("proposals.mark_file_public", NINE)
    assert event.facts["stopped_by"] == []
    assert not PublishedFile.objects.exists()


def test_what_is_hidden_keeps_it_confidential_and_is_said(ed):
    file = mark_file_public(a_file(by=ed), Uncovered([AUTHOR, CHANGES]), by=ed)

    assert (file.is_public, file.public_sha256) == (False, None)
    assert file.hides == ["Two tracked changes."]
    assert Event.objects.get().facts["stopped_by"] == ["Two tracked changes."]


def test_it_is_out_at_once_where_the_outcome_is_published(ed):
    paper = PaperFactory(proposal=ProposalFactory(slug="open"))
    meeting = held()
    advised(heard(meeting, paper), "A")
    published(meeting, ed)

    mark_file_public(a_file(by=ed, paper=paper), CLEAN, by=ed)

    out = PublishedFile.objects.get()
    assert (out.paper, out.name, out.sha256, out.size) == (paper, "a.pdf", "b" * 64, 99)


def test_a_file_is_marked_once(ed):
    file = mark_file_public(a_file(by=ed), CLEAN, by=ed)

    with pytest.raises(Refused, match="marked public already"):
        mark_file_public(file, CLEAN, by=ed)


@pytest.mark.parametrize("state", ["held", "refused"])
def test_only_a_file_that_is_ready_is_marked(ed, state):
    file = a_file(by=ed, state=state, refusal="Bad." if state == "refused" else "")

    with pytest.raises(NotPermitted, match="not ready"):
        mark_file_public(file, CLEAN, by=ed)


def test_its_body_marks_until_it_is_submitted(amina):
    body = amina.appointments.get().organisation
    paper = PaperFactory(proposal=ProposalFactory(submitting_body=body), state="draft")
    assert mark_file_public(a_file(by=amina, paper=paper), CLEAN, by=amina).is_public

    submitted = PaperFactory(proposal=paper.proposal, state="submitted", submitted_at=NINE)
    with pytest.raises(NotPermitted, match="the secretariat keeps what is public"):
        mark_file_public(a_file(by=amina, paper=submitted), CLEAN, by=amina)


@pytest.mark.parametrize("name", ["ben", "chloe", "gus"])
def test_nobody_else_marks(name, request, ed):
    with pytest.raises(NotPermitted):
        mark_file_public(a_file(by=ed), CLEAN, by=request.getfixturevalue(name))
