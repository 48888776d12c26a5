"""Files of a paper, sent from the page: several at once, past a cut, and looked through."""

import hashlib
import re

import pytest
from django.urls import reverse

from committee.storage import path_of
from proposals.models import PaperFile
from tests import factories
from tests.attachments import a_hidden_layer, a_pdf
from tests.papers import a_paper

A_TABLE = b"Quarter,Cases\n" + b"2019 Q1,1204\n" * 200_000  # pieces are of 1 MB


@pytest.fixture
def files_page(page, sign_in, first_rows):
    lab = factories.appoint("presenter", name="Amina Lab")
    paper = a_paper("draft")
    sign_in(page, lab).goto(reverse("proposals:paper_files", args=[paper.proposal.slug, paper.pk]))
    return page


def send(page, *files):
    page.get_by_label("Add files").set_input_files(
        [{"name": name, "mimeType": "", "buffer": content} for name, content in files]
    )
    page.get_by_role("button", name="Send the files").click()


def test_of_several_files_each_says_what_became_of_it(files_page, assert_accessible):
    assert_accessible(files_page)

    send(files_page, ("Report.pdf", a_pdf("Words")), ("Macro.docm", b"PK\x03\x04 no"))

    files_page.get_by_role("link", name="Report.pdf").wait_for()
    refused = files_page.locator(".is-refused")
    refused.wait_for()
    assert "Macro.docm" in refused.inner_text()
    assert_accessible(files_page)
    refused.get_by_role("button", name="Dismiss").click()
    assert files_page.get_by_label("Add files").evaluate("it => it === document.activeElement")
    assert [file.name for file in PaperFile.objects.all()] == ["Report.pdf"]


def test_what_a_cut_broke_off_goes_on_where_it_was(files_page):
    offsets, cuts = [], iter([None, "cut", "cut"])

    def wire(route):
        offsets.append(int(route.request.headers["upload-offset"]))
        if next(cuts, None):
            route.abort("connectionreset")
        else:
            route.continue_()

    files_page.route("**/uploads/*-*/", wire)
    send(files_page, ("Cases.csv", A_TABLE))

    files_page.get_by_text("it goes on by itself").first.wait_for()
    files_page.get_by_role("link", name="Cases.csv").wait_for()
    kept = PaperFile.objects.get()
    assert kept.sha256 == hashlib.sha256(A_TABLE).hexdigest()
    assert path_of(kept.sha256).read_bytes() == A_TABLE
    assert offsets == [0, 1 << 20, 1 << 20, 1 << 20, 2 << 20]  # what had arrived is not sent again


def test_what_is_hidden_keeps_a_file_from_being_public(files_page, assert_accessible):
    send(
        files_page,
        ("Layered.pdf", a_pdf("Words", change=a_hidden_layer)),
        ("Plain.pdf", a_pdf("Words")),
    )
    files_page.get_by_role("link", name="Plain.pdf").wait_for()
    files_page.get_by_role("link", name="Layered.pdf").wait_for()

    files_page.get_by_role("button", name=re.compile("^Make public.*Plain")).click()
    files_page.get_by_text("Plain.pdf will be published with the outcome").wait_for()
    files_page.get_by_role("button", name=re.compile("^Make public.*Layered")).click()
    files_page.get_by_text("Layered.pdf stays confidential").wait_for()

    files_page.get_by_text("It cannot be published as it is. Hidden in it:").wait_for()
    assert_accessible(files_page)
    marked = dict(PaperFile.objects.values_list("name", "is_public"))
    assert marked == {"Plain.pdf": True, "Layered.pdf": False}
