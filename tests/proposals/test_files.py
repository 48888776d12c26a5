import io

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from committee import storage
from committee.refusals import Refused
from proposals import files
from proposals.files import take_in
from tests.attachments import LOCKED, a_pdf
from tests.files import CSV, EICAR, OFFICE, docx, png, pptx, rels, xlsx


def upload(content, name="Paper.pdf"):
    return SimpleUploadedFile(name, content)


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        (a_pdf("Words"), "Paper.pdf", "application/pdf"),
        (docx(), "Paper.docx", f"{OFFICE}.wordprocessingml.document"),
        (xlsx(), "Paper.xlsx", f"{OFFICE}.spreadsheetml.sheet"),
        (pptx(), "Paper.pptx", f"{OFFICE}.presentationml.presentation"),
        (png(), "Paper.png", "image/png"),
        (CSV, "Paper.csv", "text/csv"),
    ],
)  # fmt: skip
def test_each_kind_is_known_by_what_it_contains(content, name, media_type):
    taken = take_in(upload(content, "Paper.exe"))

    assert (taken.name, taken.size, taken.media_type) == (name, len(content), media_type)
    with storage.open_stored(taken.sha256) as stored:
        assert stored.read() == content


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"PK\x03\x04 a word document", "is damaged"),
        (b"<html><script>alert(1)</script>", "is a web page"),
        (b"  %PDF-1.7 not at the start", "something else stands before it"),
        (b"MZ\x90\x00%PDF-1.7", "is a program"),
        (b"%PDF-1.7\nnothing more", "its end is missing"),
        (LOCKED, "locked by a password"),
        (a_pdf(), "has no pages"),
        (a_pdf("x") + b"PK\x03\x04", "behind the end of the PDF"),
        (a_pdf("x", change=lambda pdf: pdf.attachments.update(a=b"b")), "encloses other files"),
        (docx(links=[("attachedTemplate", "https://x.example/t.dotm", "External")]), "fetches"),
        (docx(parts={"word/vbaProject.bin": b"x"}), "holds macros"),
        (png(after=b"more"), "after the end of the picture"),
        (png()[:-20], "picture is damaged"),
        (b"a,b\n1,=cmd|' /C calc'!A0\n", "would run as a formula"),
        (b"words alone\nand more", "is not a table"),
        (b"\xff\xd8\xff\xe0 JFIF", "is a JPEG picture"),
        (docx(parts={"word/a.txt": EICAR}), "virus test"),
    ],
)  # fmt: skip
def test_what_is_not_taken_in_is_told_why_and_what_to_do(content, words):
    with pytest.raises(Refused, match=words) as refusal:
        take_in(upload(content))

    assert str(refusal.value).count(".") >= 1


def test_a_template_on_the_writers_own_disk_is_no_matter():
    link = ("attachedTemplate", "file:///C:/Users/ann/Normal.dotm", "External")

    assert take_in(upload(docx(parts={"word/_rels/settings.xml.rels": rels(link)}))).size


def test_a_file_that_is_too_large_is_refused(settings):
    settings.FILE_MEGABYTES = 0

    with pytest.raises(Refused, match="larger than 0 MB"):
        take_in(upload(CSV))


def test_a_pdf_of_too_many_pages_is_refused():
    content = io.BytesIO()
    with pikepdf.new() as document:
        for _ in range(2001):
            document.add_blank_page()
        document.save(content)

    with pytest.raises(Refused, match="has 2001 pages; 2000 are the most"):
        take_in(upload(content.getvalue()))


def test_a_reader_that_ends_badly_is_a_sentence(monkeypatch):
    monkeypatch.setattr(files, "MEGABYTES", 1)

    with pytest.raises(Refused, match=r"too much memory|could not be read"):
        take_in(upload(CSV * 200_000))


def test_a_reader_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(files, "WAITS", 0.01)

    with pytest.raises(Refused, match="takes too long"):
        take_in(upload(CSV))


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("IOM model.pdf", "IOM model.pdf"),
        ("paper.PDF", "paper.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("..\\..\\boot.ini", "boot.pdf"),
        ("x\r\nSet-Cookie: a=b.pdf", "xSet-Cookie: a=b.pdf"),
        ("invoice.exe", "invoice.pdf"),
        ("annex\u202efdp.exe", "annexfdp.pdf"),
        ("nul\x00byte.pdf", "nulbyte.pdf"),
        ("Version 1.2", "Version 1.2.pdf"),
        ("...", "file.pdf"),
        ("é" * 300 + ".pdf", "é" * 116 + ".pdf"),
    ],
)
def test_the_name_is_made_harmless(given, kept):
    assert files.clean_name(given, "pdf") == kept
