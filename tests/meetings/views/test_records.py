import pytest
import yaml
from django.core.files.uploadedfile import SimpleUploadedFile

from meetings.models import Meeting
from tests import factories
from tests.records import own

pytestmark = pytest.mark.django_db
LOAD = "/meetings/load/"


@pytest.fixture
def desk(client, ed):
    """The secretary's browser."""
    client.force_login(ed)
    return client


def upload(raw: bytes):
    return SimpleUploadedFile("record.yaml", raw)


def test_a_record_is_loaded_from_a_file(desk):
    response = desk.post(LOAD, {"file": upload(own("full"))})

    assert response.headers["Location"] == "/meetings/2021-10-05/work/"
    assert Meeting.objects.get().slug == "2021-10-05"


def test_a_record_is_loaded_from_its_text(desk):
    desk.post(LOAD, {"text": own("full").decode()})

    assert Meeting.objects.get().slug == "2021-10-05"


def test_problems_stand_beside_the_text_they_are_in(desk):
    bad = own("full").replace(b'"12:15"', b"12:15").replace(b"kind: break", b"kind: tea")

    page = desk.post(LOAD, {"file": upload(bad)}).content.decode()

    assert "line 10, meeting.end: must be text: write it in quotes, &quot;12:15&quot;" in page
    assert "items[2].kind: &quot;tea&quot; is not known" in page
    assert "venue: Room 4, The Old Library" in page
    assert not Meeting.objects.exists()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"text": ""}, "Choose a file, or paste its text."),
        ({"file": b"x" * (2 * 1024 * 1024 + 1)}, "The file is larger than 2 MB."),
        ({"file": b"\xff"}, "line 1, the file: is not UTF-8 text"),
    ],
)
def test_what_cannot_be_a_record_is_explained(desk, given, words):
    given = {name: upload(raw) if name == "file" else raw for name, raw in given.items()}

    assert words in desk.post(LOAD, given).content.decode()


@pytest.mark.parametrize("role", ["chair", "member", "adviser", "presenter", "office"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_only_the_secretariat_loads_records(client, role, method):
    client.force_login(factories.appoint(role))

    response = getattr(client, method)(LOAD, {"text": own("full").decode()})

    assert response.status_code == 403
    assert not Meeting.objects.exists()


def test_the_record_of_a_meeting_is_a_file(desk):
    desk.post(LOAD, {"file": upload(own("full"))})

    response = desk.get("/meetings/2021-10-05/record.yaml")

    assert yaml.safe_load(response.content) == yaml.safe_load(own("full"))
    assert response.headers["Content-Disposition"] == 'attachment; filename="2021-10-05.yaml"'
    assert response.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("role", ["chair", "member", "adviser", "presenter", "office"])
def test_the_record_is_for_the_secretariat_alone(client, meeting, role):
    client.force_login(factories.appoint(role))

    assert client.get(f"/meetings/{meeting.slug}/record.yaml").status_code == 404


@pytest.mark.parametrize("path", [LOAD, "/meetings/2026-03-02/record.yaml"])
def test_the_public_is_asked_to_sign_in(client, meeting, path):
    response = client.get(path)

    assert response.status_code == 302
    assert response.headers["Location"].startswith("/sign-in/")
