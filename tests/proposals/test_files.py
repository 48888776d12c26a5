import io

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from committee import storage
from committee.refusals import Refused
from proposals import files
from proposals.files import take_in


def pdf(pages=1, **options) -> bytes:
    content = io.BytesIO()
    with pikepdf.new() as document:
        for _ in range(pages):
            document.add_blank_page()
        document.save(content, **options)
    return content.getvalue()


def upload(content, name="Paper.pdf"):
    return SimpleUploadedFile(name, content)


def test_a_pdf_is_taken_in_and_stored():
    content = pdf()

    taken = take_in(upload(content))

    assert (taken.name, taken.size, taken.media_type) == (
        "Paper.pdf",
        len(content),
        "application/pdf",
    )
    with storage.open_stored(taken.sha256) as stored:
        assert stored.read() == content


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04 a word document",
        b"<html><script>alert(1)</script>",
        b"  %PDF-1.7 not at the start",
        b"MZ\x90\x00%PDF-1.7",
    ],
)
def test_what_is_not_a_pdf_is_refused(content):
    with pytest.raises(Refused, match="is not a PDF"):
        take_in(upload(content))


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\nnothing more",
        pdf(encryption=pikepdf.Encryption(owner="o", user="u")),
        pdf(pages=0),
    ],
)
def test_a_pdf_that_cannot_be_read_is_refused(content):
    with pytest.raises(Refused, match="cannot be read"):
        take_in(upload(content))


def test_a_file_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(files, "MOST_BYTES", 100)

    with pytest.raises(Refused, match="larger than 25 MB"):
        take_in(upload(pdf()))


def test_a_pdf_of_too_many_pages_is_refused(monkeypatch):
    monkeypatch.setattr(files, "MOST_PAGES", 2)

    with pytest.raises(Refused, match="has 3 pages; 2 are the most"):
        take_in(upload(pdf(3)))


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("IOM model.pdf", "IOM model.pdf"),
        ("paper.PDF", "paper.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("x\r\nSet-Cookie: a=b.pdf", "xSet-Cookie: a=b.pdf"),
        ("invoice.exe", "invoice.pdf"),
        ("é" * 300 + ".pdf", "é" * 116 + ".pdf"),
    ],
)
def test_the_name_is_made_harmless(given, kept):
    assert files._clean(given) == kept
