"""A paper as a document: its sections, what changed, what the committee may see of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from proposals.actions import ask_question
from tests.factories import NINE, PaperFactory
from tests.papers import a_paper, section, written

pytestmark = pytest.mark.django_db


def page(client, person, paper, name="paper", query=""):
    client.force_login(person)
    answer = client.get(reverse(f"proposals:{name}", args=[paper.proposal.slug, paper.pk]) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_committee_reads_the_accepted_version_not_later_edits(client, chloe, ed):
    paper = a_paper(purpose="As it was accepted.")
    paper.texts.create(section=section(), text="Edited since.", saved_at=NINE, saved_by=ed)

    shown = page(client, chloe, paper)

    assert "As it was accepted." in shown
    assert "Edited since." not in shown
    assert 'id="section-purpose"' in shown


def test_its_body_reads_what_it_writes_until_that_is_submitted(client, amina, ed):
    paper = a_paper("draft")
    paper.texts.create(section=section(), text="So far.", saved_at=NINE, saved_by=ed)

    assert "So far." in page(client, amina, paper)


def test_a_paper_without_sections_stays_a_page_with_its_files(client, chloe):
    shown = page(client, chloe, PaperFactory(summary="Loaded from a record."))

    assert "Loaded from a record." in shown
    assert "section-" not in shown


def test_what_is_frozen_of_evidence_and_answers_is_shown(client, chloe):
    paper = a_paper()
    asked = {"label": "R-1", "asked": "Say why.", "extent": "Done", "text": "Said."}
    held = {"kind": "dpia", "label": "Data protection", "status": "Final", "dated": "2 May 2026",
            "approver": "", "covers_human_rights": None, "note": "", "file": None}  # fmt: skip
    written(paper, more={"answers": [asked], "evidence": [held]}, purpose="To find cars.")

    shown = page(client, chloe, paper)

    assert "What was asked, and what came of it" in shown
    assert "Final, 2 May 2026" in shown


def test_words_are_escaped_in_text_and_redline(client, chloe):
    first = a_paper(purpose="<b>old</b>")
    second = a_paper(proposal=first.proposal, purpose="<script>new</script>")
    type(first).objects.filter(pk=second.pk).update(predecessor=first)

    for name in ("paper", "paper_changes"):
        shown = page(client, chloe, second, name)
        assert "<script>new" not in shown
        assert "<b>old" not in shown


@pytest.fixture
def follow_up():
    first = a_paper(purpose="To find cars.", bias="None.", advisory="A person decides.")
    second = a_paper(proposal=first.proposal, purpose="To find vans.", bias="None.")
    type(first).objects.filter(pk=second.pk).update(predecessor=first)
    second.refresh_from_db()
    return second


def test_what_changed_since_the_last_paper_is_told_by_section(client, chloe, follow_up):
    shown = page(client, chloe, follow_up, "paper_changes")

    assert "2 sections changed, 1 did not." in shown
    assert '<span class="govuk-visually-hidden">[taken out: </span>cars' in shown
    assert '<span class="govuk-visually-hidden">[put in: </span>vans' in shown
    assert "No longer there" in shown
    assert "1 section without a change" in shown


def test_versions_that_came_back_are_told_to_body_and_secretariat_alone(
    client, chloe, amina, ed, follow_up
):
    written(follow_up, purpose="To find lorries.", bias="None.")

    for person in (amina, ed):
        shown = page(client, person, follow_up, "paper_changes", "?version=1")
        assert "since version 1" in shown
        assert "lorries" in shown
    assert "Since version 1" not in page(client, chloe, follow_up, "paper_changes")
    client.force_login(chloe)
    assert client.get(follow_up.url_to("paper_changes") + "?version=1").status_code == 404


def test_there_may_be_nothing_to_compare(client, chloe):
    assert "Nothing to compare" in page(client, chloe, a_paper(), "paper_changes")


def test_a_returned_paper_shows_its_reasons_to_its_body(client, amina):
    paper = a_paper("returned", purpose="Short.")
    version = paper.versions.get()
    version.reasons.create(section=section(), text="Say more of it.")
    version.reasons.create(text="A file is missing.")

    shown = page(client, amina, paper)

    assert "Say more of it." in shown
    assert "A file is missing." in shown


def test_queries_do_not_grow_with_sections_and_questions(
    client, chloe, dev, django_assert_num_queries
):
    paper = a_paper()
    ask_question(paper, by=dev, text="Why?", section=section(), is_shared=True)
    there = paper.get_absolute_url()
    client.force_login(chloe)
    client.get(there)
    with CaptureQueriesContext(connection) as first:
        client.get(there)
    for _ in range(4):
        ask_question(paper, by=dev, text="Why?", section=section(), is_shared=True)

    with django_assert_num_queries(len(first)):
        client.get(there)
