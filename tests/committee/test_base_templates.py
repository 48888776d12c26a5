"""The frames every page stands in."""

import pytest
from django.contrib import messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.template import engines
from django.template.loader import render_to_string

from committee.refusals import NotPermitted, Refused

PUBLIC = engines["django"].from_string('{% extends "base_public.html" %}')
SIGNED_IN = engines["django"].from_string('{% extends "base.html" %}')


@pytest.fixture
def request_by(rf):
    def make(person, path="/"):
        request = rf.get(path)
        request.user = person
        request._messages = CookieStorage(request)
        return request

    return make


def test_public_frame_is_the_same_for_everybody(request_by, ed, fay):
    assert PUBLIC.render({}, request_by(ed)) == PUBLIC.render({}, request_by(fay))


def test_public_frame_asks_one_thing_of_the_database(
    db, request_by, fay, django_assert_num_queries
):
    with django_assert_num_queries(1):
        html = PUBLIC.render({}, request_by(fay))

    assert "Data Ethics Committee</a>" in html
    assert "<script" not in html


@pytest.mark.parametrize(
    ("who", "role"), [("ed", "Secretariat"), ("ben", "Chair"), ("amina", "Presenter")]
)
def test_signed_in_frame_says_who_and_in_what_role(db, request, request_by, who, role):
    person = request.getfixturevalue(who)
    html = SIGNED_IN.render({}, request_by(person))

    assert f'{person.name}</a> <span class="de-band__role">{role}</span>' in html
    assert "Sign out" in html


def test_messages_are_said_once_and_as_text(request_by, ed):
    request = request_by(ed)
    messages.error(request, "<b>No</b>")

    html = SIGNED_IN.render({}, request)

    assert 'class="de-notice de-notice--error" role="alert"><p>&lt;b&gt;No' in html


@pytest.mark.parametrize(
    ("refusal", "heading"),
    [(Refused("The vote is closed."), "Not now"), (NotPermitted("No."), "not for your account")],
)
def test_refusals_say_why(request_by, ed, refusal, heading):
    page = {"reason": refusal, "back": "/meetings/"}
    html = render_to_string("committee/refused.html", page, request_by(ed))

    assert heading in html
    assert str(refusal) in html
    assert '<a href="/meetings/">Go back</a>' in html


@pytest.mark.parametrize("code", ["400", "403", "403_csrf", "404", "500"])
def test_pages_of_errors_need_no_database(code):
    html = render_to_string(f"{code}.html")

    assert '<h1 class="govuk-heading-xl">' in html


@pytest.mark.parametrize(
    ("letter", "label", "shown"),
    [
        ("B", "Proceed with <b>", "de-outcome--b"),
        ("", "Deferred", "de-outcome--none"),
    ],
)
def test_outcome_badge_is_letter_and_words(letter, label, shown):
    html = render_to_string("committee/_outcome.html", {"letter": letter, "label": label})

    assert shown in html
    assert label.replace("<", "&lt;").replace(">", "&gt;") in html


@pytest.mark.parametrize(
    ("state", "words"),
    [("queued", "Waiting"), ("rendering", "Being made"), ("ready", "Ready"), ("failed", "Failed")],
)
def test_document_state_in_words(state, words):
    assert words in render_to_string(
        "committee/_document_state.html", {"document": {"state": state}}
    )
