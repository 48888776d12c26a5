"""A document with files in it, really printed: numbers, contents, bookmarks, tags."""

import io
import re
import subprocess

import page
import pikepdf
import pytest

from committee import storage
from committee.binding import FOOT
from committee.enclosing import read_enclosures
from committee.models import Document
from committee.tasks import render_document
from tests.attachments import BROKEN, LOCKED, a_hidden_layer, a_pdf, arm, everything_in
from tests.paperwork import a_document

HEADING = {
    "committee": "The Committee", "date": "2 March 2026", "day": "", "title": "Formal meeting",
    "time": "", "venue": "", "chair": "", "quorum": "", "version": 1, "ordered": "", "actions": [],
}  # fmt: skip


def sheet(number, *files):
    """A paper with ``files``: (name, content) each."""
    return {
        "sheet": f"paper-{number}", "begins": "Item", "title": f"Paper {number}",
        "reference": f"DEC/{number}", "stage": "", "item": str(number), "items": str(number),
        "presenters": "", "body": "", "lead": "", "withdrawn": False, "summary": ["In short."],
        "files": [{"name": name, "sha256": storage.store(content)} for name, content in files],
    }  # fmt: skip


def a_pack(*sheets):
    items = [
        {
            "number": one["item"], "time": "", "title": f"Item {one['item']}",
            "papers": [{"line": one["title"], "sheet": one["sheet"]}],
        }
        for one in sheets
    ]  # fmt: skip
    snapshot = HEADING | {"items": items, "enclosures": list(sheets)}
    return a_document(template="meetings/documents/pack.html", snapshot=snapshot)


def made(document) -> bytes:
    """The file of ``document``, as its worker makes it."""
    render_document(document.pk)
    document = Document.objects.get(pk=document.pk)
    assert (document.state, document.failure) == ("ready", "")
    with storage.open_stored(document.sha256) as file:
        return file.read()


def text_of(content, number) -> str:
    words = subprocess.run(
        ["pdftotext", "-layout", "-f", str(number), "-l", str(number), "-", "-"],
        input=content,
        capture_output=True,
        check=True,
    )
    return words.stdout.decode()


@pytest.fixture
def pack(db):
    """Two papers with four files: two that are bound, one locked and one broken."""
    odd = ("two.pdf", a_pdf(("TWO", 842, 595, 90), ("THREE", 1191, 842, 0), ("FOUR", 90, 60, 0)))
    return made(
        a_pack(
            sheet(4, ("one.pdf", a_pdf("ONE")), odd),
            sheet(5, ("locked.pdf", LOCKED), ("broken.pdf", BROKEN)),
        )
    )


def test_page_numbers_match_on_screen_on_paper_and_in_the_contents(pack):
    with pikepdf.open(io.BytesIO(pack)) as pdf:
        count = len(pdf.pages)
        assert pdf.Root.PageLabels.Nums[1].S == "/D"
    said = [text_of(pack, number) for number in range(1, count + 1)]

    assert count == 7
    for number, words in enumerate(said, start=1):
        assert f"Pack page {number} of 7" in words
    assert "Paper 4, page 2" in said[0]
    assert "Paper 5, page 7" in said[0]
    assert re.search(r"one.pdf, 1 page, from pack page 3", said[1])
    assert "two.pdf, 3 pages, from pack page 4" in said[1]
    for number, word in enumerate(["ONE", "TWO", "THREE", "FOUR"], start=3):
        assert word in said[number - 1]
    assert "DEC/4, two.pdf, page 2 of 3" in said[4]


def test_what_cannot_be_bound_is_said_in_its_place(pack):
    words = " ".join(text_of(pack, 7).split())

    assert "locked.pdf is not in this pack: it is locked by a password." in words
    assert "broken.pdf is not in this pack: it is damaged and cannot be read." in words


def test_bookmarks_lead_to_items_papers_and_files(pack):
    with pikepdf.open(io.BytesIO(pack)) as pdf, pdf.open_outline() as outline:
        found = [(one.title, [two.title for two in one.children]) for one in outline.root]
        files = [three.title for three in outline.root[1].children[0].children]

    assert found == [
        ("Agenda and papers", ["Items", "Papers"]),
        ("4 Item", ["Paper 4"]),
        ("5 Item", ["Paper 5"]),
    ]
    assert files == ["one.pdf", "two.pdf"]


def test_pages_keep_their_size_and_turn(pack):
    with pikepdf.open(io.BytesIO(pack)) as pdf:
        sizes = [[round(float(side)) for side in one.mediabox[2:]] for one in pdf.pages]
        drawn = [one.obj.get("/Rotate", 0) for one in pdf.pages]

    assert sizes[2:6] == [[595, 842], [595, 842], [1191, 842], [283, 283]]
    assert drawn == [0] * 7


def test_what_a_page_says_is_above_its_foot(pack):
    with pikepdf.open(io.BytesIO(pack)) as pdf:
        laid = pdf.pages[2].Contents
        first = (laid[0] if isinstance(laid, pikepdf.Array) else laid).read_bytes()
    scale, _, _, _, left, foot = [float(n) for n in re.search(rb"q\s(.*?) cm", first)[1].split()]

    assert foot == pytest.approx(FOOT)
    assert scale == pytest.approx((842 - FOOT) / 842, abs=0.001)
    assert left > 0


def test_bound_pages_are_tagged_beside_their_foot(pack):
    with pikepdf.open(io.BytesIO(pack)) as pdf:
        flat = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        tags = dict(zip(map(int, flat[::2]), flat[1::2], strict=True))
        for number in (2, 3, 4, 5):
            page_of = pdf.pages[number].obj
            last = tags[int(page_of.StructParents)][-1]
            assert last.Pg.objgen == page_of.objgen
            assert last.P.S == "/P"
            assert f"<</MCID {int(last.K[0])}>> BDC".encode() in everything_in(pack)
        assert b"pdfuaid:part>1" not in pdf.Root.Metadata.read_bytes()
        assert b"pdfaid:part" not in pdf.Root.Metadata.read_bytes()


def test_a_hostile_file_is_bound_without_its_teeth(db):
    left = everything_in(made(a_pack(sheet(1, ("bad.pdf", a_pdf("Words", change=arm))))))

    assert b"(Words) Tj" in left
    for word in (b"CANARY", b"/JavaScript", b"/OpenAction", b"/AA", b"/EmbeddedFile", b"/URI"):
        assert word not in left, word


def test_hidden_layers_of_two_files_stay_hidden(db):
    files = [(name, a_pdf(name, change=a_hidden_layer)) for name in ("1.pdf", "2.pdf")]

    with pikepdf.open(io.BytesIO(made(a_pack(sheet(1, *files))))) as pdf:
        assert len(pdf.Root.OCProperties.D.OFF) == 2


def test_the_same_order_makes_the_same_bytes(db):
    packs = [a_pack(sheet(1, ("one.pdf", a_pdf("ONE", static_id=True)))) for _ in range(2)]

    assert len({made(one) for one in packs}) == 1


def test_a_pack_of_our_own_pages_alone_keeps_the_standards(db):
    content = made(a_pack(sheet(1)))

    reports = [page.validate_pdf_bytes(content, profile=name) for name in ("ua1", "3a")]
    assert [failure.message for report in reports for failure in report.failures] == []


def read(*files, **_):
    snapshot = {"enclosures": [sheet(1, *files)]}
    said, bound = read_enclosures(snapshot, while_waiting=lambda: True)
    assert "id" not in snapshot["enclosures"][0]["files"][0]  # what was frozen stays as it was
    return said["enclosures"][0]["files"], bound


def test_what_is_too_much_for_one_pack_is_left_out_with_a_reason(db, monkeypatch):
    monkeypatch.setattr("committee.enclosing.MOST_PAGES", 3)
    small, large = a_pdf("1", "2"), a_pdf("3", "4", "5")

    files, bound = read(("small.pdf", small), ("large.pdf", large), ("last.pdf", a_pdf("6")))

    assert files[1]["fault"] == "the pack would have too many pages with it"
    assert [name for name, _ in bound] == ["file-1-1", "file-3-1"]


def test_a_file_that_is_too_large_or_lost_is_left_out_with_a_reason(db, monkeypatch):
    monkeypatch.setattr("committee.enclosing.MOST_BYTES", 20)
    snapshot = {"enclosures": [sheet(1, ("large.pdf", a_pdf("1")), ("lost.pdf", b"%PDF"))]}
    storage.path_of(snapshot["enclosures"][0]["files"][1]["sha256"]).unlink()

    said, _ = read_enclosures(snapshot, while_waiting=lambda: True)

    assert [file["fault"] for file in said["enclosures"][0]["files"]] == [
        "the pack would be too large with it",
        "it is missing from the store",
    ]


def test_a_file_that_eats_all_memory_loses_its_own_place_only(db, settings):
    settings.PDF_SECONDS, settings.PDF_MEMORY_MB = 5, 500

    def swell(pdf):
        many = pdf.make_stream(b" " * (200 << 20))
        pdf.pages[0].Contents = pikepdf.Array([many, many, many])

    files, bound = read(("bomb.pdf", a_pdf("x", change=swell)), ("fine.pdf", a_pdf("y")))

    assert files[0]["fault"]
    assert [name for name, _ in bound] == ["file-2-1"]
