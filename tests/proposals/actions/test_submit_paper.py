import datetime as dt

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from committee.models import Document, Event, Mail, TermsOfReference
from committee.refusals import NotPermitted, Refused
from proposals.actions import set_evidence, submit_paper
from proposals.models import PaperVersion, ProposalMatch
from proposals.versions import digest_of
from tests.factories import NINE, MeetingFactory, PaperFactory, ProposalFactory, an_interest
from tests.writing import ask, begun, lab_of, say

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.mark.parametrize("name", ["amina", "ed"])
def test_submit_paper_hands_it_in_to_be_checked(amina, chloe, name, request):
    proposal = ProposalFactory(submitting_body=lab_of(amina))
    paper = PaperFactory(proposal=proposal, state="draft", submitted_at=None, accepted_at=None)
    papers = type(paper).objects
    assert not papers.visible_to(chloe).exists()

    submit_paper(paper, by=request.getfixturevalue(name), at=NINE)

    assert (paper.state, paper.submitted_at) == ("submitted", NINE)
    assert not papers.visible_to(chloe).exists()
    event = Event.objects.get()
    assert (event.act, event.at) == ("proposals.submit_paper", NINE)


def test_submit_paper_freezes_what_it_says_and_orders_its_pdf(amina, ed):
    paper = begun(amina, title="Model of waiting")
    say(paper, "summary", "One.\n\nTwo.", by=amina)
    set_evidence(paper, by=amina, kind="dpia", status="draft")
    paper.files.create(
        name="a.pdf", sha256="a" * 64, size=1, media_type="application/pdf", added_by=amina
    )

    submit_paper(paper, by=amina, at=NINE)

    version = PaperVersion.objects.get()
    said = version.snapshot
    assert (version.number, version.submitted_by, said["title"]) == (1, amina, "Model of waiting")
    assert said["sections"][0]["paragraphs"] == [
        {"number": 1, "text": "One."},
        {"number": 2, "text": "Two."},
    ]
    assert said["evidence"][0]["status"] == "Draft"
    assert said["files"][0]["sha256"] == "a" * 64
    assert said["digest"] == digest_of(said) == Event.objects.about(paper).first().facts["digest"]
    assert Document.objects.get() == version.document
    assert version.document.template == "proposals/documents/paper.html"


def test_submit_paper_asks_once_whether_a_proposal_of_the_same_name_is_the_same(amina, ed):
    ours, theirs = ProposalFactory(submitting_body=lab_of(amina)), ProposalFactory()
    for proposal in (ours, theirs):
        proposal.aliases.create(name="Waiting in custody")
    ProposalFactory().aliases.create(name="Another")

    for _ in range(2):
        paper = begun(amina, proposal=ours)
        submit_paper(paper, by=amina)

    match = ProposalMatch.objects.get()
    assert (match.paper, match.candidate) == (ours.papers.first(), theirs)
    assert match.reason == "It has the same name."


def test_submit_paper_tells_the_secretariat_with_a_link_alone(amina, ed):
    paper = begun(amina, title="Model of waiting")

    submit_paper(paper, by=amina)

    mail = Mail.objects.get()
    assert (mail.to, mail.subject) == (ed.email, "A paper is submitted")
    assert paper.get_absolute_url() in mail.body
    assert "waiting" not in mail.body


def test_submit_paper_after_a_return_makes_the_next_version(amina):
    paper = begun(amina)
    say(paper, "summary", "First.", by=amina)
    submit_paper(paper, by=amina)
    type(paper).objects.update(state="returned")
    say(paper, "summary", "Second.", by=amina, version=1)

    submit_paper(paper, by=amina)

    told = [(one.number, one.snapshot["sections"][0]["text"]) for one in PaperVersion.objects.all()]
    assert told == [(1, "First."), (2, "Second.")]


@pytest.mark.parametrize(("days", "is_late"), [(19, False), (20, False), (21, True)])
def test_submit_paper_past_the_deadline_is_late(amina, days, is_late):
    TermsOfReference.objects.update(paper_deadline_days=days)
    meeting = MeetingFactory(on=TODAY + dt.timedelta(days=20), state="called")
    paper = begun(amina, wanted_meeting=meeting.slug)

    submit_paper(paper, by=amina)

    assert paper.is_late is is_late
    assert PaperVersion.objects.get().snapshot["is_late"] is is_late
    assert Event.objects.about(paper).first().facts["is_late"] is is_late


def test_who_was_in_time_stays_so_when_the_paper_was_returned(amina):
    meeting = MeetingFactory(on=TODAY + dt.timedelta(days=20), state="called")
    paper = begun(amina, wanted_meeting=meeting.slug)
    submit_paper(paper, by=amina)
    type(paper).objects.update(state="returned")
    TermsOfReference.objects.update(paper_deadline_days=30)

    submit_paper(paper, by=amina)

    assert not paper.is_late


def test_submit_paper_stops_where_something_must_be_there(amina, ed):
    ask(TermsOfReference.objects.get(), ed, dpia=True, summary=False)
    paper = begun(amina)

    with pytest.raises(Refused, match="Data protection impact assessment: must be there"):
        submit_paper(paper, by=amina)

    paper.refresh_from_db()
    assert (paper.state, PaperVersion.objects.count()) == ("draft", 0)


def test_a_version_is_never_changed(amina):
    submit_paper(begun(amina), by=amina)

    with pytest.raises(DatabaseError, match="never_changed"), transaction.atomic():
        PaperVersion.objects.update(number=7)
    with pytest.raises(DatabaseError, match="never_deleted"), transaction.atomic():
        PaperVersion.objects.all().delete()


def test_the_committee_sees_the_version_that_was_accepted(amina, chloe, ed):
    paper = begun(amina)
    for _ in range(2):
        submit_paper(paper, by=amina)
        type(paper).objects.update(state="returned")
    seen = {}
    for state in ("submitted", "accepted"):
        accepted_at = NINE if state == "accepted" else None
        type(paper).objects.update(state=state, accepted_at=accepted_at)
        for person in (amina, chloe, ed):
            found = PaperVersion.objects.visible_to(person).values_list("number", flat=True)
            documents = Document.objects.visible_to(person).filter(key__startswith="paper-")
            seen[state, person.name] = (list(found), documents.count())

    assert seen == {
        ("submitted", "Amina Lab"): ([1, 2], 0),
        ("submitted", "Chloe Member"): ([], 0),
        ("submitted", "Ed Secretary"): ([1, 2], 2),
        ("accepted", "Amina Lab"): ([1, 2], 0),
        ("accepted", "Chloe Member"): ([2], 1),
        ("accepted", "Ed Secretary"): ([1, 2], 2),
    }


@pytest.mark.parametrize("state", ["submitted", "accepted", "considered", "withdrawn"])
def test_only_a_draft_is_submitted(ed, state):
    with pytest.raises(Refused, match=f"This paper is {state}"):
        submit_paper(PaperFactory(state=state), by=ed)


@pytest.mark.parametrize("name", ["amina", "ben", "chloe", "gus"])
def test_who_may_not_submit_the_paper_of_another_body(name, request):
    with pytest.raises(NotPermitted):
        submit_paper(PaperFactory(state="draft"), by=request.getfixturevalue(name))


def test_submit_paper_is_all_or_nothing(amina, monkeypatch):
    paper = begun(amina)
    monkeypatch.setattr(Event, "save", lambda *_, **__: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        submit_paper(paper, by=amina)

    assert not PaperVersion.objects.exists()
    assert not Document.objects.exists()


def test_who_left_for_a_paper_finds_no_pdf_of_it(amina, chloe, ed):
    paper = begun(amina)
    submit_paper(paper, by=amina)
    type(paper).objects.update(state="accepted", accepted_at=NINE)
    meeting = MeetingFactory(state="under_way", started_at=NINE)
    documents = Document.objects.filter(key__startswith="paper-")
    assert documents.visible_to(chloe).exists()
    an_interest(chloe, meeting=meeting, paper=paper)

    chloe = type(chloe).objects.get(pk=chloe.pk)

    assert not documents.visible_to(chloe).exists()
    assert not PaperVersion.objects.visible_to(chloe).exists()
