"""Papers through their pages, for those who submit, keep and read them."""

import io

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from proposals.models import ExpectedReturn, Paper, Proposal
from tests.factories import PaperFactory, ProposalFactory
from tests.ledger import undertaken
from tests.writing import begun


@pytest.fixture
def lab(amina):
    return amina.appointments.get().organisation


@pytest.fixture
def paper(lab):
    return PaperFactory(proposal=ProposalFactory(submitting_body=lab), title="Final report")


def pdf(name="Paper.pdf"):
    content = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(content)
    return SimpleUploadedFile(name, content.getvalue(), "application/pdf")


def test_a_paper_from_its_proposal_to_the_committee(client, lab, amina, chloe, ed):
    client.force_login(amina)

    added = client.post(
        reverse("proposals:add_proposal"), {"title": "IOM model", "submitting_body": lab.pk}
    )
    proposal = Proposal.objects.get()
    assert added.url == reverse("proposals:workspace", args=[proposal.slug])
    begun = client.post(
        reverse("proposals:draft_paper", args=[proposal.slug]),
        {"title": "IOM in principle", "stage": "in_principle"},
    )
    paper = Paper.objects.get()
    assert begun.url == paper.url_to("write_paper")
    client.post(paper.url_to("attach_file"), {"files": pdf()})
    client.force_login(chloe)
    assert client.get(paper.get_absolute_url()).status_code == 404
    client.force_login(amina)
    client.post(paper.url_to("submit_paper"))
    client.force_login(ed)
    client.post(paper.url_to("accept_paper"))
    client.force_login(chloe)
    shown = client.get(paper.get_absolute_url()).content.decode()

    assert "IOM in principle" in shown
    assert "Paper.pdf" in shown
    assert "Send the files" not in shown


@pytest.mark.parametrize("act", ["revise_paper", "withdraw_paper"])
def test_a_paper_is_revised_and_withdrawn(client, paper, ed, act):
    client.force_login(ed)
    assert client.get(paper.url_to(act)).status_code == 200

    client.post(paper.url_to(act), {"title": "Better", "stage": "update", "reason": "Late."})

    paper.refresh_from_db()
    assert (paper.title, paper.state) in {("Better", "accepted"), ("Final report", "withdrawn")}


def test_a_proposal_is_described(client, paper, amina):
    client.force_login(amina)
    url = reverse("proposals:revise_proposal", args=[paper.proposal.slug])
    assert client.get(url).status_code == 200

    client.post(url, {"title": paper.proposal.title, "kind": "predictive", "phase": ""})

    paper.proposal.refresh_from_db()
    assert (paper.proposal.kind, paper.proposal.phase) == ("predictive", None)


def test_each_sees_their_own_proposals(client, paper, amina, chloe, ed, gus):
    PaperFactory(state="draft", title="Of NDAS")

    seen = {}
    for person in (amina, chloe, ed, gus):
        client.force_login(person)
        shown = client.get(reverse("proposals:mine"))
        desk = shown.context.get("desk")
        seen[person.name] = len(desk.proposals if desk else shown.context["page"].object_list)

    assert seen == {"Amina Lab": 1, "Chloe Member": 1, "Ed Secretary": 2, "Gus Office": 0}


def test_papers_are_counted_that_the_reader_may_read(client, paper, ed, chloe):
    PaperFactory(state="draft", proposal=paper.proposal)

    counted = {}
    for person in (ed, chloe):
        client.force_login(person)
        (proposal,) = client.get(reverse("proposals:mine")).context["page"]
        counted[person.name] = len(proposal.theirs)

    assert counted == {"Ed Secretary": 2, "Chloe Member": 1}


@pytest.mark.parametrize("name", ["chloe", "gus"])
def test_who_may_not_add_proposals_finds_nothing(client, name, request):
    client.force_login(request.getfixturevalue(name))

    assert client.get(reverse("proposals:add_proposal")).status_code == 404


def test_the_work_on_a_proposal_is_not_for_other_bodies(client, amina, gus):
    other = ProposalFactory(is_public=True)
    client.force_login(amina)

    assert client.get(reverse("proposals:workspace", args=[other.slug])).status_code == 404


def test_the_lists_do_not_grow_in_queries(client, ed, django_assert_max_num_queries):
    client.force_login(ed)
    PaperFactory()
    with django_assert_max_num_queries(20) as few:
        client.get(reverse("proposals:mine"))
    for _ in range(5):
        PaperFactory()

    with django_assert_max_num_queries(len(few)):
        client.get(reverse("proposals:mine"))


@pytest.mark.parametrize(
    ("before", "stage"),
    [
        ("nothing", "in_principle"),
        ("advice", "update"),
        ("points", "follow_up"),
        ("return", "follow_up"),
    ],
)
def test_a_paper_begins_at_the_stage_that_is_likely(client, lab, amina, before, stage):
    proposal = ProposalFactory(submitting_body=lab)
    earlier = PaperFactory(proposal=proposal, state="considered") if before != "nothing" else None
    if before == "points":
        undertaken(earlier)
    if before == "return":
        ExpectedReturn.objects.create(proposal=proposal, words="next meeting")
    client.force_login(amina)

    shown = client.get(reverse("proposals:draft_paper", args=[proposal.slug]))

    assert shown.context["form"].initial["stage"] == stage


def test_a_paper_is_withdrawn_from_where_it_is_written(client, amina):
    paper = begun(amina)
    client.force_login(amina)

    shown = client.get(paper.url_to("write_paper")).content.decode()

    assert f'<a href="{paper.url_to("withdraw_paper")}">Withdraw the paper</a>' in shown


@pytest.mark.parametrize(
    ("state", "words"),
    [("draft", "Write and submit it"), ("returned", "Put it right and submit again")],
)
def test_what_its_writers_do_next_stands_above_the_paper(client, amina, state, words):
    paper = begun(amina)
    type(paper).objects.update(state=state)
    client.force_login(amina)

    shown = client.get(paper.get_absolute_url()).content.decode()

    assert shown.index(f'href="{paper.url_to("write_paper")}">{words}</a>') < shown.index(
        '"people"'
    )
