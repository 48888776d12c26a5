"""What of proposals and papers is kept from whom."""

import pytest
from django.urls import reverse

from committee.models import Organisation
from committee.refusals import NotPermitted, Refused
from proposals.actions import add_proposal, revise_proposal, withdraw_paper
from proposals.models import AdviceLetter, Decision, Paper, Proposal
from tests.factories import (
    NINE,
    AppointmentFactory,
    PaperFactory,
    ProposalFactory,
)
from tests.publishing import advised, heard, held, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def lab():
    return Organisation.objects.get(short_name="Lab")


@pytest.fixture
def draft(lab):
    proposal = ProposalFactory(title="Unheard of", submitting_body=lab)
    return PaperFactory(proposal=proposal, state="draft", submitted_at=None)


@pytest.fixture
def ndas():
    body = Organisation.objects.get(short_name="NDAS")
    return AppointmentFactory(role="presenter", organisation=body).person


def test_members_do_not_learn_of_a_draft_nor_of_its_proposal(draft, chloe, client):
    client.force_login(chloe)

    assert list(Paper.objects.visible_to(chloe)) == []
    assert list(Proposal.objects.visible_to(chloe)) == []
    url = reverse("proposals:workspace", args=[draft.proposal.slug])
    assert client.get(url).status_code == 404


def test_a_draft_that_is_given_up_stays_unread(draft, amina, chloe):
    withdraw_paper(draft, by=amina)

    assert list(Paper.objects.visible_to(chloe)) == []
    assert list(Proposal.objects.visible_to(chloe)) == []
    assert list(Paper.objects.visible_to(amina)) == [draft]


def test_a_paper_that_was_put_stays_readable_when_it_is_withdrawn(lab, amina, chloe):
    paper = PaperFactory(proposal=ProposalFactory(submitting_body=lab), submitted_at=NINE)
    withdraw_paper(paper, by=amina)

    assert list(Paper.objects.visible_to(chloe)) == [paper]
    assert list(Proposal.objects.visible_to(chloe)) == [paper.proposal]


def test_members_do_not_count_drafts(draft, chloe, client):
    PaperFactory(proposal=draft.proposal)
    client.force_login(chloe)

    (shown,) = client.get(reverse("proposals:mine")).context["page"]

    assert len(shown.theirs) == 1


def test_people_of_an_office_read_no_papers_of_their_body(lab, draft, client):
    """Only presenters submit, and read what is being written."""
    person = AppointmentFactory(role="office", organisation=lab).person
    client.force_login(person)

    assert list(Paper.objects.visible_to(person)) == []
    assert client.get(draft.get_absolute_url()).status_code == 404
    url = reverse("proposals:workspace", args=[draft.proposal.slug])
    assert client.get(url).status_code == 404


def test_a_name_that_another_body_uses_tells_nothing_and_stops_nobody(draft, ndas):
    draft.proposal.aliases.create(name="Short name")
    body = ndas.appointments.get().organisation

    ours = add_proposal(by=ndas, title="short NAME", submitting_body=body)

    assert ours != draft.proposal
    with pytest.raises(Refused, match="“short NAME” is known by that name already"):
        add_proposal(by=ndas, title="Short name", submitting_body=body)


def test_bodies_do_not_write_on_the_open_register(lab, amina, ed):
    proposal = ProposalFactory(submitting_body=lab, is_public=True)

    with pytest.raises(NotPermitted, match="the secretariat changes what it says"):
        revise_proposal(proposal, by=amina, title="Approved by the committee")

    revise_proposal(proposal, by=ed, title="Better title")


@pytest.fixture
def decision(lab):
    meeting = held()
    paper = PaperFactory(proposal=ProposalFactory(submitting_body=lab), state="considered")
    return advised(heard(meeting, paper), "D")


def sees(client, person, decision):
    client.force_login(person)
    page = client.get(decision.papers.get().get_absolute_url()).content.decode()
    return 'id="outcome"' in page


def test_a_body_learns_the_outcome_when_it_is_told(decision, amina, chloe, client):
    assert sees(client, chloe, decision)
    assert not sees(client, amina, decision)

    letter = AdviceLetter.objects.create(advice=decision.advice)
    assert not sees(client, amina, decision)
    AdviceLetter.objects.filter(pk=letter.pk).delete()

    decision.advice.state, decision.advice.approved_at = "approved", NINE
    decision.advice.approved_by = chloe
    decision.advice.save()
    assert not sees(client, amina, decision)
    published(decision.advice.given.meeting, chloe)
    assert sees(client, amina, decision)
    assert Decision.objects.visible_to(amina).count() == 1
