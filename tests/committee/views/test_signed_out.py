"""A form that comes when its sign-in has ended, or with a token of before."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from committee.models import Organisation

WORDS = "Office for <the> & two\nlines of it"


@pytest.fixture
def browser(ed):
    """A browser with a page of Ed's that was made before he signed in again."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(ed)
    return client


def send(browser, token, words=WORDS, **headers):
    said = {"name": words, "short_name": "O", "csrfmiddlewaretoken": token}
    return browser.post(reverse("committee:add_organisation"), said, headers=headers)


def token_of(browser):
    return browser.get(reverse("committee:form_token")).json()["token"]


def shown_token(answer):
    return re.search(r'csrfmiddlewaretoken" value="(\w+)"', answer.content.decode())[1]


def test_words_sent_when_the_sign_in_has_ended_are_shown_and_kept(browser, ed):
    token = token_of(browser)
    browser.cookies.pop(settings.SESSION_COOKIE_NAME)

    answer = send(browser, token)

    assert answer.status_code == 403
    shown = answer.content.decode()
    assert "Sign in, then send it again" in shown
    assert "Office for &lt;the&gt; &amp; two\nlines of it</textarea>" in shown
    assert '<input type="hidden" name="short_name" value="O">' in shown
    assert f'action="{reverse("committee:add_organisation")}"' in shown
    assert answer["Cache-Control"] == "private, no-store"
    assert not Organisation.objects.filter(short_name="O").exists()


def test_words_sent_with_an_old_token_are_kept_and_sent_with_the_new_one(browser):
    ours = {"origin": "http://testserver"}
    token_of(browser)

    late = send(browser, "x" * 64, **ours)

    assert late.status_code == 403
    assert "What you sent is kept here" in late.content.decode()
    assert not Organisation.objects.filter(short_name="O").exists()
    send(browser, shown_token(late), "Office for all", **ours)
    assert Organisation.objects.get(short_name="O").name == "Office for all"


@pytest.mark.parametrize("origin", ["https://evil.example", "null", ""])
def test_words_of_another_site_are_neither_shown_nor_sent_again(browser, origin):
    token_of(browser)

    answer = send(browser, "x" * 64, **({"origin": origin} if origin else {}))

    assert answer.status_code == 403
    assert "Office for" not in answer.content.decode()
    assert "Please send that again" in answer.content.decode()


def test_a_password_is_never_shown(browser):
    said = {"username": "ed@example.org", "password": "four quiet grey horses"}

    answer = browser.post("/sign-in/", said, headers={"origin": "http://testserver"})

    assert answer.status_code == 403
    assert "horses" not in answer.content.decode()


def test_without_words_the_way_leads_to_the_sign_in(client, db):
    answer = client.post(reverse("committee:add_organisation"))

    assert answer.url.startswith("/sign-in/")
