"""The printed paper: every word of its snapshot, properly tagged."""

import io

import page
import pikepdf
import pytest

from committee.models import Document
from committee.pdf import render_pdf
from committee.tasks import html_of
from proposals.actions import set_evidence, submit_paper
from tests.factories import DAY, NINE
from tests.writing import begun, say

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(amina):
    paper = begun(amina, title="Waiting in custody", stage="final_report", reference="DL-46")
    say(paper, "summary", "People wait <too> long.\n\nThey need not.", by=amina)
    say(paper, "lawful", "A duty of care.", by=amina)
    set_evidence(paper, by=amina, kind="dpia", status="approved", dated=DAY, approver="DPO")
    paper.files.create(
        name="Figures.pdf", sha256="a" * 64, size=2048, media_type="application/pdf", added_by=amina
    )
    submit_paper(paper, by=amina, at=NINE)
    return Document.objects.get()


def test_the_paper_says_everything_that_was_submitted(document):
    html = html_of(document)

    for words in (
        "<h1>Waiting in custody</h1>",
        "Paper DL-46, final report",
        "People wait &lt;too&gt; long.",
        '<span class="n">2</span></span> They need not.',
        "<h3>Lawful</h3>",
        "2 March 2026, 09:00 by Amina Lab",
        "Data protection impact assessment",
        "Figures.pdf",
        "a" * 32,
        document.snapshot["digest"][:32],
    ):
        assert words in html
    assert "after the deadline" not in html


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_the_paper_keeps_the_standards(document, profile):
    report = page.validate_pdf_bytes(render_pdf(html_of(document), at=NINE), profile=profile)

    assert [failure.message for failure in report.failures] == []


def test_the_paper_has_its_title_and_language(document):
    with pikepdf.open(io.BytesIO(render_pdf(html_of(document), at=NINE))) as file:
        assert str(file.docinfo["/Title"]) == "DL-46: Waiting in custody, version 1"
        assert str(file.Root.Lang) == "en-GB"


def test_a_late_paper_with_answers_says_so(document):
    snapshot = document.snapshot | {
        "is_late": True,
        "meeting": {"slug": "x", "date": "9 December 2026"},
        "summary": "In short.",
        "answers": [{"label": "C-1", "asked": "Sign it.", "extent": "Done", "text": "Signed."}],
    }

    html = html_of(document, snapshot)

    for words in ("after the deadline of the meeting", "9 December 2026", "In short.", "Signed."):
        assert words in html
