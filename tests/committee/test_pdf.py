"""What printing promises: tagged, repeatable, bounded, and nothing fetched."""

import io
import os
import socket
import subprocess
import sys
import time
from contextlib import suppress

import page
import pikepdf
import pytest

from committee import child, pdf, sandbox
from tests.factories import NINE

BODY = '<body data-committee="Committee" data-running="Agenda" data-version="1">'


def page_of(content, *, head=""):
    return (
        f'<html lang="en-GB"><head><title>Agenda</title>{head}</head>{BODY}{content}</body></html>'
    )


HELLO = page_of("<h1>Agenda</h1><p>Item one, Łukasz Şahin.</p>")


@pytest.fixture
def tight(settings):
    """Limits that a test can wait for, and a press that is warm."""
    pdf.load_press().warm_up()
    settings.PDF_SECONDS = 3
    settings.PDF_MEMORY_MB = 400


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_render_pdf_keeps_the_standards(profile):
    report = page.validate_pdf_bytes(pdf.render_pdf(HELLO, at=NINE), profile=profile)

    assert [failure.message for failure in report.failures] == []
    assert report.is_compliant


def test_render_pdf_sets_the_properties():
    head = '<meta name="author" content="The Committee">'
    dates = '<meta name="dcterms.created" content="2026-03-02T09:00:00+00:00">'

    with pikepdf.open(
        io.BytesIO(pdf.render_pdf(page_of("<h1>x</h1>", head=head + dates), at=NINE))
    ) as file:
        assert str(file.docinfo["/Title"]) == "Agenda"
        assert str(file.docinfo["/Author"]) == "The Committee"
        assert str(file.docinfo["/CreationDate"]) == "D:20260302090000+00'00"
        assert str(file.Root.Lang) == "en-GB"
        assert file.Root.MarkInfo.Marked


def test_render_pdf_gives_the_same_bytes_in_another_process():
    program = (
        "import django, hashlib, sys, datetime as dt; django.setup()\n"
        "from committee import pdf\n"
        "at = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)\n"
        "print(hashlib.sha256(pdf.render_pdf(sys.stdin.read(), at=at)).hexdigest())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program],
            input=HELLO,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(runs) == 1


ENDLESS = {
    "combining characters": "<p>a" + "\u0301" * 200_000,
    "a cell over a million columns": "<table><tr><td colspan=1000000>x<td>y</table>",
    "a cell over a million rows": "<table><tr><td rowspan=1000000>x<td>y</table>",
    "lists in lists": "<ol><li>" * 3000,
    "blocks in blocks": "<div>" * 20_000,
    "a table without end": "<table>" + "<tr><td>1<td>2" * 60_000,
    "one endless word": "<p>" + "x" * 3_000_000,
    "an endless line of text": "<p>" + "word " * 1_000_000,
    "a giant letter": '<p style="font-size: 1e30px">x',
    "a giant box": '<p style="width: 1e30px; height: 1e30px; border: 1px solid">x',
    "a colour profile elsewhere": (
        "<style>@color-profile --x { src: url(file:///etc/passwd) }</style>"
        '<p style="color: color(--x 1 1 1)">x'
    ),
}


@pytest.mark.parametrize("content", ENDLESS.values(), ids=ENDLESS)
def test_render_pdf_ends_in_time_with_a_file_or_a_reason(tight, content):
    started = time.monotonic()
    with suppress(child.CannotPrint):  # any other exception is a failure
        assert pdf.render_pdf(page_of("<h1>x</h1>" + content)).startswith(b"%PDF-")
    assert time.monotonic() - started < 2 * 3 + child.TICK + 4


@pytest.mark.parametrize(
    ("limits", "content", "reason"),
    [
        ({"PDF_SECONDS": 1}, "<p>x" * 100_000, "Laying it out took longer than 1 seconds."),
        ({"PDF_MEMORY_MB": 180}, "<p>x" * 200_000, "It needed more than 180 MB of memory."),
        ({"PDF_MAX_CHARACTERS": 9}, "", "It is too long: 149 characters of at most 9."),
        ({}, "<ol><li>" * 500, "Its parts are nested too deeply."),
    ],
)
def test_render_pdf_says_why_it_cannot(settings, limits, content, reason):
    for name, value in limits.items():
        setattr(settings, name, value)

    with pytest.raises(child.CannotPrint) as caught:
        pdf.render_pdf(page_of("<h1>x</h1>" + content))

    assert str(caught.value) == reason


@pytest.fixture
def canary(tmp_path):
    """A file and a server that nobody is to touch."""
    secret = tmp_path / "secret.txt"
    secret.write_text("CANARY-IN-A-FILE")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0)
        port = server.getsockname()[1]
        yield {"file": secret.as_uri(), "web": f"http://127.0.0.1:{port}/x"}
        with pytest.raises(BlockingIOError):
            server.accept()


REFERENCES = [
    '<link rel="attachment" href="{}">',
    '<a rel="attachment" href="{}">x</a>',
    '<link rel="stylesheet" href="{}">',
    "<style>@import url({});</style>",
    '<img src="{}" alt="x">',
    '<object data="{}">x</object>',
    '<embed src="{}">',
    '<p style="background: url({})">x</p>',
    '<p style="list-style-image: url({})">x</p>',
    '<p style="content: url({})">x</p>',
    "<style>@font-face {{ font-family: x; src: url({}) }} p {{ font-family: x }}</style><p>x",
    '<svg><image href="{}"/><use href="{}#x"/><title>x</title></svg>',
    "<img alt=x src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'>"
    "<image href='{}'/></svg>\">",
    '<base href="{}"><img src="y" alt="x">',
    '<meta http-equiv="refresh" content="0; url={}">',
    '<iframe src="{}"></iframe>',
]


@pytest.mark.parametrize("kind", ["file", "web"])
@pytest.mark.parametrize("reference", REFERENCES)
def test_render_pdf_fetches_nothing_and_goes_on(canary, reference, kind):
    content = "<h1>x</h1>" + reference.replace("{}", canary[kind]).replace("{{", "{")

    with pikepdf.open(io.BytesIO(pdf.render_pdf(page_of(content.replace("}}", "}"))))) as file:
        assert not file.attachments
        assert b"CANARY" not in b"".join(
            thing.read_bytes() for thing in file.objects if isinstance(thing, pikepdf.Stream)
        )


def test_render_pdf_is_broken_off_when_it_is_not_wanted(monkeypatch):
    monkeypatch.setattr(child, "TICK", 0.01)

    with pytest.raises(child.BrokenOff):
        pdf.render_pdf(page_of("<h1>x</h1>" + "<p>x" * 5000), while_waiting=lambda: False)


@pytest.mark.parametrize(
    ("status", "error", "sentence"),
    [
        (9, child.BrokenOff, "was killed"),
        (24, child.CannotPrint, "took longer"),
        (6, child.CannotPrint, "gave up"),
        (256, child.CannotPrint, "gave up"),
    ],
)
def test_an_end_without_an_answer_is_explained(status, error, sentence):
    with pytest.raises(error, match=sentence):
        child._judge(b"", status)


def test_half_a_file_is_none():
    with pytest.raises(child.BrokenOff):
        child._judge(b"P%PDF-1.7 cut off her", 9)


def test_clean_drops_what_no_reader_sees():
    assert pdf.clean("a\x00b\x0bc\ud800d\n\te\uffff") == "abcd\n\te"
    assert pdf.clean("e\u0301" + "\u0301" * 50) == "e" + "\u0301" * 8
    assert pdf.clean("Ünï\u0308cødé ไทย नमस्ते") == "Ünï\u0308cødé ไทย नमस्ते"


def test_without_pango_the_reason_says_what_to_install(monkeypatch):
    class NoPango:
        def find_spec(self, name, path=None, target=None):
            if name == "committee.press":
                raise OSError("cannot load library 'libgobject-2.0-0'")

    monkeypatch.delitem(sys.modules, "committee.press", raising=False)
    monkeypatch.delattr("committee.press", raising=False)
    monkeypatch.setattr(sys, "meta_path", [NoPango(), *sys.meta_path])

    with pytest.raises(child.CannotPrint, match="Install libpango"):
        pdf.render_pdf(HELLO)


@pytest.mark.parametrize(
    ("event", "args"),
    [
        ("socket.__new__", ()),
        ("socket.connect", (None, ("127.0.0.1", 80))),
        ("subprocess.Popen", ("sh", [], None, None)),
        ("os.fork", ()),
        ("open", ("/etc/passwd", "r", os.O_RDONLY)),
        ("open", (str(pdf.__file__), "r", os.O_RDONLY)),
        ("open", (f"{os.__file__}/../../../../../etc/passwd", "r", os.O_RDONLY)),
        ("open", (os.__file__, "w", os.O_WRONLY | os.O_CREAT)),
        ("open", (3, "r", os.O_RDONLY)),
    ],
)
def test_guard_refuses(tmp_path, event, args):
    with pytest.raises(PermissionError):
        sandbox.guard(tmp_path)(event, args)


def test_guard_lets_libraries_and_assets_be_read(tmp_path):
    watch = sandbox.guard(tmp_path)

    assert watch("open", (os.__file__, "r", os.O_RDONLY)) is None
    assert watch("open", (str(tmp_path / "font.ttf"), "rb", os.O_RDONLY | os.O_CLOEXEC)) is None
    assert watch("compile", (None, "x")) is None


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (MemoryError(), b"FIt needed more than 1024 MB of memory."),
        (RecursionError(), b"FIts parts are nested too deeply."),
        (child.CannotPrint("It is locked."), b"FIt is locked."),
        (ValueError("no"), b"FIt could not be laid out (ValueError: no)."),
    ],
)
def test_the_child_answers_with_a_reason(error, sentence):
    def jammed():
        raise error

    assert child.answer(jammed) == sentence


def test_the_child_sends_all_of_its_answer():
    reader, writer = os.pipe()

    sandbox.send(writer, b"P" * 9)
    os.close(writer)

    with os.fdopen(reader, "rb") as sent:
        assert sent.read() == b"P" * 9
