"""A sign-in that ends while somebody works costs them nothing: they sign in elsewhere and go on."""

import re

import pytest
from django.conf import settings
from playwright.sync_api import expect

from committee.models import Event
from proposals.models import PaperFile, SectionText
from tests.attachments import a_pdf
from tests.writing import begun

SECRET = "correct horse battery"
SUMMARY = "Non-technical summary"


@pytest.fixture
def paper(first_rows, amina):
    amina.set_password(SECRET)
    amina.save()
    return begun(amina, title="Waiting in custody")


@pytest.fixture
def writing(page, sign_in, paper, amina):
    """The page on which the paper is written, opened before the sign-in ended."""
    sign_in(page, amina).goto(paper.url_to("write_paper"))
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    return page


def sign_in_elsewhere(page, person):
    """Follow the page's own link and sign in there, with all that it changes."""
    with page.context.expect_page() as opened:
        page.get_by_role("link", name=re.compile(r"sign in \(another page\)", re.I)).first.click()
    elsewhere = opened.value
    elsewhere.get_by_label("Email address").fill(person.email)
    elsewhere.get_by_label("Password", exact=True).fill(SECRET)
    elsewhere.get_by_role("button", name="Sign in").click()
    elsewhere.wait_for_url("**/work/")
    elsewhere.close()
    page.bring_to_front()


def test_words_typed_after_the_sign_in_ended_are_saved_once_it_is_back(writing, amina):
    state = writing.locator("#save-state")
    writing.get_by_label(SUMMARY).fill("People wait too long.")
    expect(state).to_contain_text("Not yet saved: sign in again")
    assert not SectionText.objects.exists()

    sign_in_elsewhere(writing, amina)

    expect(state).to_contain_text("Saved")
    assert SectionText.objects.get().text == "People wait too long."
    writing.get_by_label(SUMMARY).fill("People wait far too long.")
    writing.get_by_role("button", name="Save", exact=True).click()
    expect(state).to_contain_text("Saved")
    assert SectionText.objects.get().text == "People wait far too long."


def test_a_file_sent_after_the_sign_in_ended_arrives_once_it_is_back(writing, amina):
    content = a_pdf("Words")
    writing.get_by_label("Add files").set_input_files(
        [{"name": "Report.pdf", "mimeType": "", "buffer": content}]
    )
    writing.get_by_role("button", name="Send the files").click()
    expect(writing.get_by_text("You are signed out.")).to_be_visible()
    assert not PaperFile.objects.exists()

    sign_in_elsewhere(writing, amina)

    writing.get_by_role("link", name="Report.pdf").wait_for()
    assert PaperFile.objects.get().name == "Report.pdf"


def test_who_signs_in_as_another_sends_nothing_in_that_name(writing, ed):
    ed.set_password(SECRET)
    ed.save()
    state = writing.locator("#save-state")
    writing.get_by_label(SUMMARY).fill("Amina’s words.")
    expect(state).to_contain_text("Not yet saved: sign in again")

    sign_in_elsewhere(writing, ed)
    with writing.expect_response("**/write/summary/") as heard:
        writing.get_by_role("button", name="Save", exact=True).click()

    assert heard.value.status in {401, 403}
    expect(state).to_contain_text("Not yet saved: sign in again")
    assert not SectionText.objects.exists()


def test_a_plain_form_keeps_its_words_and_is_sent_after_signing_in(
    page, sign_in, paper, amina, assert_accessible
):
    sign_in(page, amina).goto(paper.url_to("withdraw_paper"))
    page.get_by_label("Reason").fill("The data are to be counted again, street by street.")
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.get_by_role("button", name="Withdraw the paper").click()

    expect(page.get_by_label("What you typed")).to_have_value(
        "The data are to be counted again, street by street."
    )
    assert_accessible(page)
    page.get_by_role("button", name="Send it again").click()
    expect(page.get_by_text("You are still signed out.")).to_be_visible()
    sign_in_elsewhere(page, amina)
    page.get_by_role("button", name="Send it again").click()

    expect(page.get_by_text("The paper is withdrawn.")).to_be_visible()
    event = Event.objects.get(act="proposals.withdraw_paper")
    assert event.facts["reason"] == "The data are to be counted again, street by street."
