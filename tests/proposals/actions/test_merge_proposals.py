import pytest

from committee.models import Event, Organisation
from committee.refusals import NotPermitted, Refused
from proposals.actions import merge_proposals
from proposals.models import (
    Decision,
    FormerSlug,
    Paper,
    Proposal,
    ProposalMatch,
    Recommendation,
)
from proposals.naming import free_slug
from tests import factories
from tests.factories import DAY, NINE, MeetingFactory, PaperFactory, ProposalFactory
from tests.ledger import advice_on
from tests.papers import a_paper

pytestmark = pytest.mark.django_db


@pytest.fixture
def into():
    return ProposalFactory(slug="night-buses", title="Night buses")


@pytest.fixture
def proposal():
    proposal = ProposalFactory(slug="late-coaches", title="Late coaches")
    proposal.aliases.create(name="Late coaches")
    return proposal


def test_merge_proposals_moves_papers_and_names(proposal, into, ed):
    paper = PaperFactory(proposal=proposal)
    into.aliases.create(name="Night buses")
    proposal.aliases.create(name="Night Buses")

    merge_proposals(proposal, into, by=ed, at=NINE)

    paper.refresh_from_db()
    assert paper.proposal == into
    assert [alias.name for alias in into.aliases.all()] == ["Late coaches", "Night buses"]
    assert list(Proposal.objects.all()) == [into]


def test_merge_proposals_keeps_public_names_public(proposal, into, ed):
    """A reader who knew it by its title or by a printed name finds it under them."""
    Proposal.objects.filter(pk=proposal.pk).update(is_public=True)
    proposal.refresh_from_db()
    into.aliases.create(name="N8")
    proposal.aliases.create(name="n8", is_public=True)
    proposal.aliases.create(name="Working title")

    merge_proposals(proposal, into, by=ed)

    shown = into.aliases.filter(is_public=True).values_list("name", flat=True)
    assert sorted(shown) == ["Late coaches", "N8"]


def test_merge_proposals_leads_old_links_on(proposal, into, ed, client):
    Proposal.objects.update(is_public=True)
    proposal.refresh_from_db()
    into.refresh_from_db()

    merge_proposals(proposal, into, by=ed)

    response = client.get("/proposals/late-coaches/")
    assert (response.status_code, response.headers["Location"]) == (301, "/proposals/night-buses/")


def test_merge_proposals_leads_nowhere_from_a_name_never_published(proposal, into, ed, client):
    Proposal.objects.filter(pk=into.pk).update(is_public=True)
    into.refresh_from_db()

    merge_proposals(proposal, into, by=ed)

    assert client.get("/proposals/late-coaches/").status_code == 404


def test_merge_proposals_keeps_every_old_address(proposal, into, ed):
    proposal.is_public = True
    FormerSlug.objects.create(slug="later-coaches", proposal=proposal)

    merge_proposals(proposal, into, by=ed)

    assert {str(former) for former in into.former_slugs.all()} == {
        "late-coaches",
        "later-coaches",
    }
    assert free_slug("Late coaches") == "late-coaches-2"


def test_merge_proposals_records_what_became_of_which(proposal, into, ed):
    paper = PaperFactory(proposal=proposal)

    merge_proposals(proposal, into, by=ed, at=NINE)

    event = Event.objects.get()
    assert (event.act, event.subject_id, event.actor_id, event.at) == (
        "proposals.merge_proposals",
        str(into.pk),
        str(ed.pk),
        NINE,
    )
    assert event.facts == {
        "merged": "late-coaches",
        "title": "Late coaches",
        "papers": [paper.pk],
    }


def test_merge_proposals_fills_in_what_was_not_known(proposal, into, ed):
    lab = Organisation.objects.get(short_name="Lab")
    Proposal.objects.filter(pk=proposal.pk).update(
        reference="NB_1", submitting_body=lab, summary="Coaches", is_public=True
    )
    Proposal.objects.filter(pk=into.pk).update(summary="Buses")
    proposal.refresh_from_db()
    into.refresh_from_db()

    merge_proposals(proposal, into, by=ed)

    into.refresh_from_db()
    assert (into.reference, into.submitting_body, into.summary, into.is_public) == (
        "NB_1",
        lab,
        "Buses",
        True,
    )


def test_merge_proposals_puts_papers_in_the_order_they_were_heard(proposal, into, ed):
    papers = [PaperFactory(proposal=one) for one in (into, proposal, into)]
    for paper, year in zip(papers, (2026, 2020, 2019), strict=True):
        meeting = MeetingFactory(on=DAY.replace(year=year))
        meeting.meeting_papers.create(paper=paper, key="key")

    merge_proposals(proposal, into, by=ed)

    by_key = Paper.objects.in_bulk([paper.pk for paper in papers])
    latest, middle, first = (by_key[paper.pk] for paper in papers)
    assert (latest.predecessor, middle.predecessor, first.predecessor) == (middle, first, None)


def test_merge_proposals_hands_on_the_questions(proposal, into, ed):
    asked_of_both, asked_of_one = PaperFactory.create_batch(2)
    for paper, candidate in (
        (asked_of_both, into),
        (asked_of_both, proposal),
        (asked_of_one, proposal),
    ):
        ProposalMatch.objects.create(paper=paper, candidate=candidate, score="0.6")
    ProposalMatch.objects.create(paper=PaperFactory(proposal=proposal), candidate=into, score="0.6")

    merge_proposals(proposal, into, by=ed)

    questions = ProposalMatch.objects.open().order_by("pk").values_list("paper", "candidate")
    assert list(questions) == [(asked_of_both.pk, into.pk), (asked_of_one.pk, into.pk)]


def test_merge_proposals_takes_along_what_is_expected_back(proposal, into, ed):
    joint, alone = (Decision.objects.create(result="no_outcome") for _ in range(2))
    kept = into.expected_returns.create(decision=joint, words="in six months")
    proposal.expected_returns.create(decision=joint, words="in six months")
    moved = proposal.expected_returns.create(decision=alone, words="next meeting")
    said = proposal.expected_returns.create(words="once it is rebuilt")

    merge_proposals(proposal, into, by=ed)

    assert {one.pk for one in into.expected_returns.all()} == {kept.pk, moved.pk, said.pk}


def test_merge_proposals_keeps_what_belongs_to_its_papers(proposal, into, ed, chloe):
    paper = a_paper(proposal=proposal)
    paper.evidence.create(kind="dpia", status="final")
    asked = Recommendation.objects.create(kind="U", number=1, text="Report back.")
    asked.papers.add(paper)
    question = paper.advance_questions.create(text="Why?", asked_by=chloe, asked_at=NINE)

    merge_proposals(proposal, into, by=ed)

    (moved,) = into.papers.all()
    assert (moved.versions.count(), moved.evidence.count()) == (1, 1)
    assert list(moved.recommendations.all()) == [asked]
    assert list(moved.advance_questions.all()) == [question]


def test_merge_proposals_leaves_nothing_behind_that_it_does_not_know_of():
    """A proposal goes only when every row about it is moved: so a new model must be thought of."""
    known = {"aliases", "papers", "case_files", "expected_returns", "matches", "former_slugs"}

    assert {one.get_accessor_name() for one in Proposal._meta.related_objects} == known


def test_merge_proposals_refuses_to_merge_one_with_itself(into, ed):
    with pytest.raises(Refused, match=r"^A proposal cannot be merged into itself\.$"):
        merge_proposals(into, into, by=ed)

    assert Event.objects.count() == 0


@pytest.mark.parametrize("role", ["chair", "member", "adviser", "presenter", "office"])
def test_merge_proposals_is_for_the_secretariat(proposal, into, role):
    with pytest.raises(NotPermitted, match=r"^Only the secretariat keeps the register"):
        merge_proposals(proposal, into, by=factories.appoint(role))


def test_merge_proposals_undoes_everything_when_it_cannot_be_recorded(
    proposal, into, ed, monkeypatch
):
    def fail(*args, **kwargs):
        raise OSError("disk full")

    monkeypatch.setattr(Event, "save", fail)

    with pytest.raises(OSError, match="disk full"):
        merge_proposals(proposal, into, by=ed)

    assert (Proposal.objects.count(), FormerSlug.objects.count()) == (2, 0)


def test_what_was_to_come_back_comes_back_to_the_one_that_stays(proposal, into, ed):
    decision = advice_on(PaperFactory(proposal=proposal), "E").decisions.get()
    for one in (proposal, into):
        one.expected_returns.create(decision=decision, words="next meeting")
    proposal.expected_returns.create(words="in a year")

    merge_proposals(proposal, into, by=ed)

    said = into.expected_returns.values_list("words", flat=True)
    assert sorted(said) == ["in a year", "next meeting"]


@pytest.fixture
def of_two_bodies(proposal, into):
    """``proposal`` of NDAS with a draft, ``into`` of the Lab."""
    for one, body in ((proposal, "NDAS"), (into, "Lab")):
        one.submitting_body = Organisation.objects.get(short_name=body)
        one.save()
    return PaperFactory(proposal=proposal, state="draft", submitted_at=None)


def test_merging_hands_no_papers_from_body_to_body_unsaid(proposal, into, of_two_bodies, ed, amina):
    with pytest.raises(Refused, match="“Late coaches” is of NDAS, “Night buses” of Lab, who would"):
        merge_proposals(proposal, into, by=ed)

    assert not Paper.objects.visible_to(amina).exists()
    assert Proposal.objects.count() == 2


def test_merging_two_bodies_that_is_meant_is_recorded(proposal, into, of_two_bodies, ed, amina):
    merge_proposals(proposal, into, by=ed, joins_bodies=True)

    assert Paper.objects.visible_to(amina).get() == of_two_bodies
    assert Event.objects.get().facts["joins_bodies"] is True


def test_a_proposal_of_no_body_is_merged_as_ever(proposal, into, of_two_bodies, ed):
    Proposal.objects.filter(pk=proposal.pk).update(submitting_body=None)
    proposal.refresh_from_db()

    assert merge_proposals(proposal, into, by=ed) == into
