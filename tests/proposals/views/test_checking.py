"""Checking papers, and keeping proposals in order, through the pages."""

import pytest
from django.urls import reverse

from committee.models import Organisation
from proposals.models import CheckPoint, Proposal
from tests.factories import PaperFactory, ProposalFactory
from tests.ledger import undertaken
from tests.papers import a_paper, section, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def secretary(client, ed):
    client.force_login(ed)
    return client


@pytest.fixture
def paper():
    return a_paper("submitted", purpose="To find cars.", bias="")


def test_the_page_tells_what_the_terms_ask_of_the_frozen_text(secretary, paper):
    asked = [
        {"evidence": "dpia", "section": "", "is_blocking": True},
        {"evidence": "legal_opinion", "section": "", "is_blocking": False},
        {"evidence": "", "section": "bias", "is_blocking": False},
        {"evidence": "", "section": "purpose", "is_blocking": False},
        {"evidence": "", "section": "unheard-of", "is_blocking": False},
    ]
    evidence = [{"kind": "dpia", "status": "Approved", "dated": "2 March 2026"}]
    more = {"asked": asked, "evidence": evidence}
    written(paper, more=more, purpose="To find cars.", bias="")

    page = secretary.get(paper.url_to("check_paper"))

    told = {one.label: one.is_met for one in page.context["requested"]}
    assert told == {
        "Data protection impact assessment": True,
        "Legal opinion": False,
        "Bias": False,
        "Purpose and benefits": True,
        "unheard-of": False,
    }
    assert "approved, no file" in page.content.decode()


def test_a_point_is_ticked_and_unticked(secretary, paper):
    point = CheckPoint.objects.first() or CheckPoint.objects.create(text="It opens.")
    there = paper.url_to("tick_check")

    secretary.post(there, {"point": point.pk, "is_met": "1"})
    assert "Ed Secretary" in secretary.get(paper.url_to("check_paper")).content.decode()
    secretary.post(there, {"point": point.pk})
    assert not paper.versions.get().ticks.exists()
    assert secretary.post(there, {"point": "x"}).status_code == 302


def test_a_paper_goes_back_with_reasons_and_comes_again(secretary, paper, amina):
    there = paper.url_to("return_paper")
    refused = secretary.post(there, {"reason-bias": "  "})
    assert "Say why the paper comes back" in refused.content.decode()

    answer = secretary.post(there, {"reason": "A file.", "reason-bias": "Say for whom."})

    assert answer.url == reverse("meetings:inbox")
    paper.refresh_from_db()
    assert paper.state == "returned"
    assert "Returned, with their body" in secretary.get(answer.url).content.decode()
    written(paper, purpose="Now.", bias="For all.")
    type(paper).objects.update(state="submitted")
    shown = secretary.get(paper.url_to("check_paper")).content.decode()
    assert "Say for whom." in shown
    assert "A file." in shown


def test_the_page_shows_answers_evidence_and_roles_as_they_were_handed_in(secretary, paper):
    evidence = {
        "kind": "dpia",
        "label": "Data protection impact assessment",
        "status": "Approved",
        "dated": "2 March 2026",
        "approver": "the DPO",
        "note": "Covers vans.",
        "file": {"name": "DPIA.pdf", "sha256": "a" * 64},
    }
    answer = {"label": "R-3", "asked": "Publish it.", "extent": "Done", "text": "It is out."}
    roles = [{"role": "leads the work", "who": "Supt. May"}, {"role": "presents", "who": ""}]
    written(paper, more={"evidence": [evidence], "answers": [answer], "roles": roles})

    shown = secretary.get(paper.url_to("check_paper")).content.decode()

    assert "Approved, 2 March 2026, by the DPO" in shown
    assert "Covers vans." in shown
    assert "DPIA.pdf" in shown
    assert "It is out." in shown
    assert "Supt. May" in shown
    assert "Not said" in shown


def test_the_page_leads_to_what_changed(secretary, paper):
    there = paper.url_to("paper_changes")
    assert there not in secretary.get(paper.url_to("check_paper")).content.decode()
    first = PaperFactory(proposal=paper.proposal, title="In principle")
    type(paper).objects.filter(pk=paper.pk).update(predecessor=first)
    written(paper, purpose="Now.")

    shown = secretary.get(paper.url_to("check_paper")).content.decode()

    assert f'<a href="{there}">What changed since “In principle”</a>' in shown
    assert f'<a href="{there}?version=1">What changed since version 1' in shown


def test_reasons_at_evidence_and_answers_stand_there_for_the_body(client, secretary, paper, amina):
    undertaken(PaperFactory(proposal=paper.proposal, state="considered"))
    said = {"reason-:evidence": "The DPIA has no date.", "reason-:answers": "What of R-3?"}
    secretary.post(paper.url_to("return_paper"), said)
    client.force_login(amina)

    shown = client.get(paper.url_to("write_paper")).content.decode()

    at = [shown.index(words) for words in ("What of R-3?", 'id="asked"', "The DPIA has no date.")]
    assert at == sorted(at)
    assert shown.index('id="evidence-title"') < at[2]
    assert shown.count("returned to you") == 2
    assert "What of R-3?" in client.get(paper.get_absolute_url()).content.decode()


def test_a_paper_without_sections_can_be_checked(secretary):
    assert secretary.get(PaperFactory(state="submitted").url_to("check_paper")).status_code == 200


def test_points_are_added_and_retired(secretary):
    there = reverse("proposals:check_points")
    secretary.post(reverse("proposals:add_check_point"), {"text": "It has pages.", "stage": ""})
    point = CheckPoint.objects.get(text="It has pages.")
    assert point.stage is None
    assert "It has pages." in secretary.get(there).content.decode()

    secretary.post(reverse("proposals:retire_check_point", args=[point.pk]))

    assert "It has pages." not in secretary.get(there).content.decode()


def test_a_predecessor_is_chosen(secretary, paper):
    first = PaperFactory(proposal=paper.proposal, title="In principle")
    secretary.get(paper.url_to("match_predecessor"))

    secretary.post(paper.url_to("match_predecessor"), {"predecessor": first.pk})

    paper.refresh_from_db()
    assert paper.predecessor == first


def test_a_merger_is_shown_before_it_is_done(secretary):
    into, other = ProposalFactory(title="Night buses"), ProposalFactory(title="Late coaches")
    PaperFactory(proposal=other, title="Coaches in principle")
    there = reverse("proposals:merge_proposals", args=[other.slug])
    assert "What will happen" not in secretary.get(there).content.decode()

    shown = secretary.get(there, {"into": into.pk}).content.decode()
    assert "1 paper moves to “Night buses”, which has 0 now: Coaches in principle" in shown
    assert Proposal.objects.count() == 2

    answer = secretary.post(there, {"into": into.pk})

    assert answer.url == reverse("proposals:workspace", args=[into.slug])
    assert list(Proposal.objects.all()) == [into]


def test_a_merger_of_two_bodies_asks_whether_it_is_meant(secretary):
    lab, ndas = (Organisation.objects.get(short_name=name) for name in ("Lab", "NDAS"))
    into = ProposalFactory(submitting_body=lab)
    other = ProposalFactory(submitting_body=ndas)
    there = reverse("proposals:merge_proposals", args=[other.slug])

    shown = secretary.get(there, {"into": into.pk}).content.decode()
    refused = secretary.post(there, {"into": into.pk}).content.decode()

    assert "They belong to two bodies. Lab will read all papers" in shown
    assert "If that is meant" in refused
    assert Proposal.objects.count() == 2

    secretary.post(there, {"into": into.pk, "joins_bodies": "on"})

    assert Proposal.objects.get() == into


def test_a_section_of_a_paper_has_its_reason_beside_it(secretary, paper):
    shown = secretary.get(paper.url_to("check_paper")).content.decode()

    assert f'name="reason-{section().key}"' in shown
