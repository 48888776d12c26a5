"""The pages of documents and of the outbox: who sees them, and what they say."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from committee.models import Document, Event
from tests.factories import NINE
from tests.paperwork import FILE, LATER, a_document, a_mail

pytestmark = pytest.mark.django_db
ENTITLED = ["ben", "chloe", "ed"]
OTHERS = ["amina", "gus"]


@pytest.fixture
def read(request):
    """The answer somebody of the cast gets to the page called ``name``."""

    def get(who, name, *args, **options):
        client = Client()
        client.force_login(request.getfixturevalue(who))
        return client.get(reverse(f"committee:{name}", args=args), **options)

    return get


@pytest.mark.parametrize("who", ENTITLED)
@pytest.mark.parametrize("name", ["document", "document_file"])
def test_the_committee_reads_documents(read, who, name):
    response = read(who, name, a_document("ready").pk)

    response.close()
    assert response.status_code == 200


@pytest.mark.parametrize("who", OTHERS)
@pytest.mark.parametrize("name", ["document", "document_file"])
def test_to_others_a_document_does_not_exist(read, who, name):
    hidden, absent = read(who, name, a_document("ready").pk), read(who, name, 10**9)

    assert (hidden.status_code, absent.status_code) == (404, 404)


@pytest.mark.parametrize("name", ["documents", "outbox"])
@pytest.mark.parametrize("who", OTHERS)
def test_to_others_the_lists_do_not_exist(read, who, name):
    assert read(who, name).status_code == 404


def test_the_outbox_is_for_the_secretariat(read):
    assert read("chloe", "outbox").status_code == 404
    assert read("ed", "outbox").status_code == 200


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("queued", ["Waiting", "Look again", 'hx-trigger="every 2s"']),
        ("rendering", ["Being made", "Look again", 'hx-trigger="every 2s"']),
        ("ready", ["Ready", "/file/", "1 page,", "SHA-256"]),
        ("failed", ["Failed", "It is too long.", "Try again"]),
    ],
)
def test_the_page_says_where_the_document_stands(read, state, words):
    body = read("ed", "document", a_document(state).pk).content.decode()

    assert [word for word in words if word not in body] == []
    assert ("hx-get" in body) == (state in ("queued", "rendering"))


def test_a_waiting_page_is_told_only_what_is_new(read):
    document = a_document("queued")
    asked = {"headers": {"HX-Request": "true"}}

    same = read("ed", "document", document.pk, query_params={"was": "queued"}, **asked)
    new = read("ed", "document", document.pk, query_params={"was": "rendering"}, **asked)

    assert (same.status_code, same.content) == (204, b"")
    assert new.content.decode().lstrip().startswith('<div class="de-document"')


def test_the_file_comes_as_it_is_stored(read):
    document = a_document("ready", title="Agenda: 2 March <2026>")

    response = read("ed", "document_file", document.pk)

    assert b"".join(response.streaming_content) == FILE
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="agenda-2-march-2026.pdf"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("state", ["queued", "rendering", "failed"])
def test_there_is_no_file_before_it_is_ready(read, state):
    assert read("ed", "document_file", a_document(state).pk).status_code == 404


def test_the_secretariat_tries_again(client, ed):
    client.force_login(ed)
    document = a_document("failed")

    response = client.post(reverse("committee:retry_document", args=[document.pk]))

    assert response["Location"] == document.get_absolute_url()
    assert Document.objects.get().state == "queued"
    assert Event.objects.get().act == "committee.retry_document"


def test_a_member_sees_why_they_cannot_try_again(client, chloe):
    client.force_login(chloe)
    document = a_document("failed")

    body = client.get(document.get_absolute_url()).content.decode()
    response = client.post(reverse("committee:retry_document", args=[document.pk]))

    assert "Only the secretariat may have a document made again." in body
    assert response.status_code == 403


@pytest.mark.parametrize("many", [1, 40])
def test_the_list_of_documents_asks_as_often_for_many(client, django_assert_num_queries, many, ed):
    for _ in range(many):
        a_document("ready", by=ed)

    client.force_login(ed)
    with django_assert_num_queries(7):
        client.get(reverse("committee:documents"))


@pytest.mark.parametrize("many", [1, 40])
def test_the_outbox_asks_as_often_for_many(client, django_assert_num_queries, many, ed):
    document = a_document(by=ed)
    for _ in range(many):
        a_mail(enclosure=document)

    client.force_login(ed)
    with django_assert_num_queries(6):
        client.get(reverse("committee:outbox"))


def test_empty_lists_say_what_would_come(read):
    assert "No document yet" in read("ed", "documents").content.decode()
    assert "No mail yet" in read("ed", "outbox").content.decode()


def test_the_outbox_says_how_each_mail_stands(read):
    a_mail(subject="First", sent_at=NINE)
    a_mail(subject="Second", failure="550 No such person.", attempts=3, held_until=LATER)
    a_mail(subject="Third", enclosure=a_document("rendering"))
    a_mail(subject="Fourth")

    body = read("ed", "outbox").content.decode()

    assert "550 No such person. Tried 3 times, again at 00:00." in body
    assert body.index("Fourth") < body.index("Third") < body.index("Second") < body.index("First")
    for word in ("Sent", "Not sent", "Waiting", "On its way"):
        assert f">{word}<" in body


def test_a_document_made_long_ago_is_dated_in_local_time(read):
    summer = dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC)

    body = read("ed", "document", a_document("ready", ready_at=summer).pk).content.decode()

    assert "1 July 2026, 13:00" in body
