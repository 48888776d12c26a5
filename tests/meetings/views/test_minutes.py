"""The pages on which minutes are issued, read, approved, published and corrected."""

import pytest
from django.urls import reverse

from meetings.models import Entry, MinutesVersion
from tests.factories import appoint

pytestmark = pytest.mark.django_db


def at(name, *args):
    return reverse(f"meetings:{name}", args=["2026-03-02", *args])


def test_minutes_go_all_the_way_by_button(client, minutes, ben, ed):
    client.force_login(ed)
    client.post(at("issue_draft_minutes", 1))
    client.force_login(ben)
    client.post(at("approve_minutes", 1))
    client.force_login(ed)
    response = client.post(at("publish_minutes", 1), follow=True)

    assert MinutesVersion.objects.get().is_published
    assert "The minutes are published." in response.content.decode()
    assert response.redirect_chain == [(at("minutes_versions"), 302)]


@pytest.mark.parametrize(
    ("state", "button"),
    [
        ("minutes", "Issue the draft"),
        ("issued", "Approve these minutes"),
        ("approved", "Publish"),
        ("published", "Correct the minutes"),
    ],
)
def test_the_next_step_is_offered(client, state, button, ed, request):
    request.getfixturevalue(state)
    client.force_login(ed)

    assert button in client.get(at("minutes_versions")).content.decode()


def test_a_version_being_drafted_leads_to_its_lines(client, minutes, ed):
    client.force_login(ed)

    page = client.get(at("minutes_versions")).content.decode()

    assert f'href="{at("log")}">Change the lines' in page


def test_a_button_that_is_not_yours_says_why(client, issued, ed):
    client.force_login(ed)

    html = client.get(at("minutes_versions")).content.decode()

    assert "Only the chair and the vice chair approve minutes." in html


def test_a_draft_that_was_changed_is_to_be_issued_again(client, issued, ed):
    Entry.objects.filter(text__startswith="Which grades").update(text="Changed.")
    client.force_login(ed)

    html = client.get(at("minutes_versions")).content.decode()

    assert "changed since the draft was issued" in html
    assert "Approve these minutes" not in html
    assert "changed since this draft" in client.get(at("draft")).content.decode()


def test_before_the_close_there_are_no_minutes(client, meeting, ed):
    client.force_login(ed)

    assert "begun when the meeting closes" in client.get(at("minutes_versions")).content.decode()


def test_members_read_the_draft_that_was_issued(client, issued, chloe):
    client.force_login(appoint("adviser"))
    assert issued.html in client.get(at("draft")).text
    client.force_login(chloe)

    html = client.get(at("draft")).text

    assert f'href="{at("suggest_correction", "1")}">Suggest a correction' in html
    assert "Not approved, and not public" in html


def test_approved_minutes_are_read_until_published(client, approved, chloe):
    client.force_login(chloe)

    assert "Approved minutes, not yet published" in client.get(at("draft")).content.decode()


@pytest.mark.parametrize("state", ["meeting", "minutes", "published"])
def test_there_is_no_draft_to_read_before_or_after(client, state, chloe, request):
    request.getfixturevalue(state)
    client.force_login(chloe)

    assert client.get(at("draft")).status_code == 404


@pytest.mark.parametrize("who", ["amina", "gus"])
@pytest.mark.parametrize("page", ["draft", "minutes_versions", "correct_minutes"])
def test_drafts_are_the_committees(client, issued, who, page, request):
    client.force_login(request.getfixturevalue(who))

    assert client.get(at(page)).status_code == 404


@pytest.mark.parametrize("page", ["minutes_versions", "correct_minutes"])
def test_members_have_no_versions_to_keep(client, issued, chloe, page):
    client.force_login(chloe)

    assert client.get(at(page)).status_code == 404


@pytest.mark.parametrize("page", ["draft", "minutes_versions", "correct_minutes"])
def test_the_public_is_asked_to_sign_in(client, issued, page):
    response = client.get(at(page))

    assert response.status_code == 302
    assert response.url.startswith("/sign-in/")


def test_a_correction_is_begun_with_what_it_corrects(client, published, ed):
    client.force_login(ed)

    empty = client.post(at("correct_minutes"), {"change_note": " "})
    client.post(at("correct_minutes"), {"change_note": "Paragraph 9."})

    assert "Say what is to be corrected." in empty.content.decode()
    assert MinutesVersion.objects.get(number=2).change_note == "Paragraph 9."
    html = client.get(at("minutes_versions")).content.decode()
    assert "Paragraph 9." in html
    assert 'href="/meetings/2026-03-02/minutes/v1/"' in html


@pytest.mark.parametrize("act", ["issue_draft_minutes", "approve_minutes", "publish_minutes"])
def test_acts_are_not_reached_by_reading(client, minutes, ed, act):
    client.force_login(ed)

    assert client.get(at(act, 1)).status_code == 405
    assert client.post(at(act, 2)).status_code == 404


def test_a_refusal_is_a_page_that_says_why(client, minutes, ben):
    client.force_login(ben)

    response = client.post(at("approve_minutes", 1))

    assert response.status_code == 403
    assert "has not been issued yet" in response.content.decode()
