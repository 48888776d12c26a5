"""A document on its way, watched in a browser, and the pages about documents and mail."""

from playwright.sync_api import expect

from committee.tasks import render_document
from tests.factories import NINE
from tests.paperwork import LATER, a_document, a_mail


def test_the_page_tells_by_itself_when_the_document_is_ready(page, sign_in, ed):
    document = a_document()
    sign_in(page, ed).goto(document.get_absolute_url())
    expect(page.get_by_role("status")).to_contain_text("Waiting")

    render_document(document.pk)

    expect(page.get_by_role("status")).to_contain_text("Ready")
    with page.expect_download() as download:
        page.get_by_role("link", name="Agenda, 2 March 2026").click()
    assert download.value.suggested_filename == "agenda-2-march-2026.pdf"


def test_a_failed_document_is_tried_again_by_keyboard(page, sign_in, ed):
    document = a_document("failed")
    sign_in(page, ed).goto(document.get_absolute_url())
    expect(page.get_by_text("It is too long.")).to_be_visible()

    page.get_by_role("button", name="Try again").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("status")).to_contain_text("Waiting")
    document.refresh_from_db()
    assert document.state == "queued"


def test_axe_finds_nothing_about_documents(page, sign_in, assert_accessible, ed):
    sign_in(page, ed)
    for state in ("queued", "ready", "failed"):
        page.goto(a_document(state).get_absolute_url())
        assert_accessible(page)

    page.goto("/documents/")
    assert_accessible(page)


def test_axe_finds_nothing_in_the_outbox(page, sign_in, assert_accessible, ed):
    a_mail(sent_at=NINE)
    a_mail(failure="550 No such person.", attempts=3, held_until=LATER)
    a_mail(enclosure=a_document("rendering"))

    sign_in(page, ed).goto("/documents/mail/")

    assert_accessible(page)
