"""The minutes on paper: tagged, marked as draft until approved, and nothing withheld in them."""

import subprocess

import page
import pytest

from committee import pdf
from committee.tasks import html_of
from meetings.actions import correct_minutes
from tests.meetings.minutes import story


def text_of(content, tmp_path):
    path = tmp_path / "minutes.pdf"
    path.write_bytes(content)
    command = ["pdftotext", "-layout", path, "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def whole(meeting, minutes, ben, ed):
    """Published minutes of the whole story, a hidden item included."""
    story.hide_item(meeting)
    return story.to_publication(minutes, ben=ben, ed=ed)


def test_minutes_on_paper_keep_the_standard(whole):
    report = page.validate_pdf_bytes(pdf.render_pdf(html_of(whole.document)), profile="ua1")

    assert [failure.message for failure in report.failures] == []
    assert report.is_compliant


def test_a_draft_on_paper_keeps_the_standard(whole):
    report = page.validate_pdf_bytes(pdf.render_pdf(html_of(whole.draft_document)), profile="ua1")

    assert report.is_compliant


def test_what_is_printed_is_what_is_published(whole, tmp_path):
    text = text_of(pdf.render_pdf(html_of(whole.document)), tmp_path)

    for words in [
        "Which grades change within a day?",
        "Turn 5 of five.",
        "[After the presenters had left.]",
        "Withheld",
        "Law enforcement, section 31.",
        "R-1",
        "Version 1, approved by Ben Chair",
        "Grades a day apart",
    ]:
        assert words in text
    assert "canary" not in text.lower()


def test_nothing_withheld_reaches_the_printer(whole):
    assert "canary" not in html_of(whole.document).lower()
    assert "canary" not in html_of(whole.draft_document).lower()


def test_only_a_draft_is_marked_as_one(whole):
    draft, final = html_of(whole.draft_document), html_of(whole.document)

    assert ('class="minutes is-draft"' in draft, "This is a draft." in draft) == (True, True)
    assert ("is-draft" in final, "draft" in final.lower()) == (False, False)


def test_a_correction_says_what_it_changes(whole, meeting, ben, ed):
    second = correct_minutes(meeting, by=ed, change_note="Paragraph 9 is clearer.")

    second = story.to_publication(second, ben=ben, ed=ed)

    assert "Changed in version 2.</b> Paragraph 9 is clearer." in html_of(second.document)
    assert "To be changed in version 2.</b>" in html_of(second.draft_document)
