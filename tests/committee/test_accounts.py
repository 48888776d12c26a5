"""Getting in, and staying out: the pages of committee/views/accounts.py."""

import datetime as dt
import re

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from committee.models import Event, Mail
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db
GOOD, NEW = "four quiet grey horses", "nine loud green parrots"
WRONG = "The email address or the password is not right."


@pytest.fixture
def ivy():
    person = PersonFactory(name="Ivy", email="ivy@example.org")
    person.set_password(GOOD)
    person.save()
    return person


@pytest.fixture(autouse=True)
def _at_once(monkeypatch):
    monkeypatch.setattr("committee.views.accounts.SAME_FOR_ALL", 0)


def sign_in(client, password=GOOD, email="ivy@example.org", to="/account/", **extra):
    return client.post(f"/sign-in/?next={to}", {"username": email, "password": password}, **extra)


def test_sign_in_leads_where_the_reader_wanted_to_go(client, ivy):
    wanted = client.get("/account/")
    answer = client.post(wanted.url, {"username": "ivy@example.org", "password": GOOD})

    assert wanted.url == "/sign-in/?next=/account/"
    assert answer.url == "/account/"
    assert "Ivy" in client.get("/account/").content.decode()


def test_capitals_in_the_address_do_not_matter(client, ivy):
    assert sign_in(client, email=" Ivy@Example.org ").status_code == 302


@pytest.mark.parametrize(
    "to",
    [
        "https://evil.example/",
        "//evil.example/",
        "///evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "http:evil.example",
        "https:///evil.example",
        "\x00//evil.example",
        "http://testserver@evil.example/",
    ],
)
def test_sign_in_leads_nowhere_else(client, ivy, to):
    answer = client.post("/sign-in/", {"username": ivy.email, "password": GOOD, "next": to})

    assert answer.status_code == 302
    assert answer.url == "/work/"


@pytest.mark.parametrize(
    ("email", "password"),
    [("ivy@example.org", "wrong"), ("nobody@example.org", GOOD), ("closed@example.org", GOOD)],
)
def test_a_refusal_does_not_say_what_was_wrong(client, ivy, email, password):
    closed = PersonFactory(email="closed@example.org", is_active=False)
    closed.set_password(GOOD)
    closed.save()

    page = sign_in(client, password, email).content.decode()

    assert page.count(WRONG) >= 1
    assert "csrfmiddlewaretoken" in page
    assert f'value="{email}"' in page


def test_the_key_of_the_session_changes_at_sign_in(client, ivy):
    client.get("/sign-in/")
    client.post("/forgotten-password/", {"email": "x@example.org"})
    before = client.session.session_key
    sign_in(client)

    assert client.session.session_key != before


def test_sign_out_takes_a_post(client, ivy):
    client.force_login(ivy)

    assert client.get("/sign-out/").status_code == 405
    assert client.post("/sign-out/").url == "/"
    assert client.get("/account/").status_code == 302


def test_eight_wrong_tries_lock_the_account_for_this_address(client, ivy):
    answers = [sign_in(client, "wrong", email=e).status_code for e in ["ivy@example.org"] * 9]
    page = sign_in(client, GOOD)

    assert answers == [200] * 7 + [429] * 2
    assert page.status_code == 429
    again = timezone.localtime(timezone.now() + dt.timedelta(minutes=15))
    shown = re.search(r"<time datetime=\"[^\"]*\">(\d\d:\d\d)</time>", page.content.decode())[1]
    assert shown in {f"{again + dt.timedelta(minutes=late):%H:%M}" for late in (0, 1)}


def test_capitals_do_not_give_more_tries(client, ivy):
    for email in ["ivy@example.org", "IVY@example.org"] * 4:
        sign_in(client, "wrong", email)

    assert sign_in(client).status_code == 429


def test_others_are_not_locked_out(client, ivy):
    for _ in range(9):
        sign_in(client, "wrong")

    assert sign_in(client, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_a_forged_header_gives_no_more_tries(client, ivy):
    for number in range(9):
        sign_in(client, "wrong", headers={"X-Forwarded-For": f"198.51.100.{number}"})

    assert sign_in(client).status_code == 429


def test_behind_one_proxy_its_word_counts(client, ivy, settings):
    settings.TRUSTED_PROXIES = 1
    for number in range(9):
        sign_in(client, "wrong", headers={"X-Forwarded-For": f"10.0.0.{number}, 192.0.2.1"})

    locked = sign_in(client, headers={"X-Forwarded-For": "192.0.2.1"})
    free = sign_in(client, headers={"X-Forwarded-For": "192.0.2.2"})
    assert (locked.status_code, free.status_code) == (429, 302)


@pytest.mark.parametrize("header", ["", "not an address", "<script>", ","])
def test_a_strange_header_breaks_nothing(client, ivy, settings, header):
    settings.TRUSTED_PROXIES = 1

    assert sign_in(client, "wrong", headers={"X-Forwarded-For": header}).status_code == 200


def test_an_empty_name_locks_nobody_out(client, ivy):
    for _ in range(20):
        sign_in(client, "wrong", email="")

    assert sign_in(client).status_code == 302


def link_in_mail():
    return re.search(r"http://127\.0\.0\.1:\d+(/set-password/\S+)", Mail.objects.get().body)[1]


def test_a_forgotten_password_is_set_by_mail(client, ivy):
    for _ in range(9):
        sign_in(client, "wrong")
    answer = client.post("/forgotten-password/", {"email": "IVY@example.org"}, follow=True)
    page = client.get(link_in_mail(), follow=True)
    form = {"new_password1": NEW, "new_password2": NEW}
    done = client.post(page.redirect_chain[0][0], form, follow=True)

    assert "Look in your mail" in answer.content.decode()
    assert "Choose your password" in page.content.decode()
    assert "Your password is set. Sign in with it." in done.content.decode()
    assert 'value="ivy@example.org"' in done.content.decode()  # nobody types it again
    assert sign_in(client, NEW).status_code == 302
    assert [event.act for event in Event.objects.all()] == [
        "committee.send_password_link",
        "committee.set_password",
    ]


def test_a_link_works_once_and_not_for_ever(client, ivy, settings):
    client.post("/forgotten-password/", {"email": ivy.email})
    link = link_in_mail()
    settings.PASSWORD_RESET_TIMEOUT = -1
    late = client.get(link, follow=True).content.decode()
    settings.PASSWORD_RESET_TIMEOUT = 60
    ivy.set_password(NEW)
    ivy.save()
    used = client.get(link, follow=True).content.decode()

    assert "This link no longer works" in late
    assert "This link no longer works" in used


def test_the_link_does_not_believe_the_host_header(client, ivy):
    client.post("/forgotten-password/", {"email": ivy.email}, headers={"host": "localhost"})

    assert settings.SITE_URL in Mail.objects.get().body
    assert "localhost" not in Mail.objects.get().body


def test_asking_for_a_link_tells_nothing(client, ivy):
    known = client.post("/forgotten-password/", {"email": "ivy@example.org"})
    unknown = client.post("/forgotten-password/", {"email": "nobody@example.org"})
    again = client.post("/forgotten-password/", {"email": "ivy@example.org"})

    assert known.url == unknown.url == again.url == "/forgotten-password/sent/"
    assert Mail.objects.count() == 1


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("short one", "at least 12 characters"),
        ("password1234", "too common"),
        ("ivy@example.org", "too similar"),
    ],
)
def test_a_weak_password_is_refused(client, ivy, password, fault):
    client.force_login(ivy)
    form = {"old_password": GOOD, "new_password1": password, "new_password2": password}

    page = client.post("/account/password/", form).content.decode()

    assert fault in page
    assert Event.objects.count() == 0


def test_changing_the_password_ends_every_other_session(client, ivy):
    other = Client()
    other.force_login(ivy)
    client.force_login(ivy)
    form = {"old_password": GOOD, "new_password1": NEW, "new_password2": NEW}

    answer = client.post("/account/password/", form)

    assert answer.url == "/account/"
    assert "Other devices are signed out" in client.get("/account/").content.decode()
    assert other.get("/account/").status_code == 302


def test_the_present_password_is_asked_for(client, ivy):
    client.force_login(ivy)
    form = {"old_password": "wrong", "new_password1": NEW, "new_password2": NEW}

    assert "This is not your present password." in (
        client.post("/account/password/", form).content.decode()
    )


def test_who_leaves_is_out_at_the_next_request(client, ivy):
    client.force_login(ivy)
    ivy.is_active = False
    ivy.save()

    assert client.get("/account/").status_code == 302


def test_the_account_page_says_what_one_does_here(client, amina):
    client.force_login(amina)

    page = client.get("/account/").content.decode()

    assert "Presenter, Lab since 1 January 2019" in page


def test_healthz_answers_without_a_cookie(client):
    answer = client.get("/healthz")

    assert (answer.status_code, answer.json()) == (200, {"database": "answers"})
    assert not answer.cookies
