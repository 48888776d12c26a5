"""`manage.py check`: every file whose bytes, row and hash disagree is named, and no other."""

import io

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError

from committee import stored_files
from committee.storage import path_of, store
from tests.factories import NINE, PaperFactory
from tests.paperwork import FILE, a_document

pytestmark = pytest.mark.django_db


@pytest.fixture
def document():
    return a_document("ready")


@pytest.fixture
def file(ed):
    content = b"%PDF-1.7 another file\n%%EOF"
    about = {"sha256": store(content), "size": len(content), "media_type": "application/pdf"}
    return PaperFactory().files.create(name="a.pdf", added_by=ed, **about)


def ids():
    return [one.id for one in stored_files.look().messages]


def test_files_that_are_as_they_should_be_are_counted(document, file):
    found = stored_files.look()

    assert (found.messages, found.files) == ([], 2)
    assert found.size == document.size + file.size


def test_missing_file_is_found(document, file):
    path_of(file.sha256).unlink()

    (message,) = stored_files.look().messages
    assert message.id == "committee.E001"
    assert message.msg.startswith(f"File {file.pk} of a paper, “a.pdf”: its file is missing")


def test_folder_in_place_of_a_file_is_found(document):
    path_of(document.sha256).unlink()
    path_of(document.sha256).mkdir()

    assert ids() == ["committee.E001"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [(FILE[:-1], "E002"), (b"X" + FILE[1:], "E003"), (FILE + b"X", "E003"), (b"", "E002")],
)
def test_altered_or_cut_file_is_found(document, content, expected):
    path_of(document.sha256).chmod(0o600)
    path_of(document.sha256).write_bytes(content)

    assert ids() == [f"committee.{expected}"]


def test_row_with_another_size_is_found(file):
    type(file).objects.update(size=file.size - 1)

    assert ids() == ["committee.E004"]


def test_each_row_of_a_bad_file_is_named(document, ed):
    same = {"sha256": document.sha256, "size": document.size, "media_type": "application/pdf"}
    PaperFactory().files.create(name="same.pdf", added_by=ed, **same)
    path_of(document.sha256).unlink()

    assert ids() == ["committee.E001"] * 2


def test_files_that_only_a_version_or_an_open_page_names_are_read_too(file, ed):
    paper, about = file.paper, {"name": "a.pdf", "sha256": file.sha256, "size": file.size}
    paper.versions.create(number=1, submitted_at=NINE, submitted_by=ed, snapshot={"files": [about]})
    paper.versions.create(number=2, submitted_at=NINE, submitted_by=ed, snapshot={})
    paper.published_files.create(media_type="application/pdf", **about)
    file.delete()
    assert ids() == []

    path_of(about["sha256"]).unlink()

    assert ids() == ["committee.E001"] * 2


def test_file_without_a_row_is_a_warning(document):
    sha256 = store(b"left behind")
    (path_of(sha256).parent / "partial-x").write_bytes(b"being written")

    (message,) = stored_files.look().messages
    assert (message.id, message.level) == ("committee.W002", 30)
    assert sha256 in message.msg


def test_command_reads_the_files_and_says_how_many(document):
    out = io.StringIO()
    call_command("check", stdout=out)

    assert "Stored files: 1 read, 0.0 MB" in out.getvalue()
    assert "0 wrong, 0 other remarks." in out.getvalue()


def test_command_fails_on_a_file_that_is_wrong(document):
    path_of(document.sha256).unlink()

    with pytest.raises(SystemCheckError, match="its file is missing"):
        call_command("check", stdout=io.StringIO())
    with pytest.raises(SystemCheckError, match="its file is missing"):
        call_command("check", tags=["files"], stdout=io.StringIO())


@pytest.mark.parametrize(
    "options", [{"deploy": True, "fail_level": "CRITICAL"}, {"tags": ["models"]}]
)
def test_command_reads_no_file_where_it_is_asked_for_something_else(document, options):
    path_of(document.sha256).unlink()
    call_command("check", stdout=io.StringIO(), stderr=io.StringIO(), **options)


def test_no_database_yet_is_a_warning(settings, monkeypatch):
    def no_table():
        raise stored_files.DatabaseError("no such table")
        yield

    monkeypatch.setattr(stored_files, "documents", no_table)

    assert ids() == ["committee.W001"]
