"""Files through their pages: sent whole or in pieces, marked, and handed out."""

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from committee import storage
from proposals import uploads
from proposals.models import PublishedFile, Upload
from tests.attachments import a_pdf
from tests.factories import PaperFactory, ProposalFactory
from tests.files import CSV, docx
from tests.proposals.filed import a_file
from tests.publishing import advised, heard, held, published

pytestmark = pytest.mark.django_db
WORD = docx(words="Longer than a piece of nine bytes.")


@pytest.fixture
def paper(amina):
    body = amina.appointments.get().organisation
    return PaperFactory(
        proposal=ProposalFactory(slug="open", submitting_body=body), title="Final report"
    )


def sent(name="Paper.csv", content=CSV):
    return SimpleUploadedFile(name, content, "text/html")


def attach(client, paper, *files):
    return client.post(paper.url_to("attach_file"), {"files": list(files)})


def test_several_files_are_sent_at_once_and_each_refusal_is_named(client, paper, ed):
    client.force_login(ed)

    answer = attach(client, paper, sent(), sent("fake.pdf", b"<script>1</script>"), sent("a.csv"))

    assert [file.name for file in paper.files.all()] == ["Paper.csv"]
    assert answer.context["form"].errors["files"] == [
        "fake.pdf: The file is a web page, drawing or script. Save it as PDF, PNG or CSV.",
        "a.csv: This paper has that file already.",
    ]


def test_a_form_without_files_says_so(client, paper, ed):
    client.force_login(ed)

    assert "Choose at least one file." in attach(client, paper).content.decode()
    assert client.get(paper.url_to("attach_file")).status_code == 302


def test_a_stranger_has_no_file_looked_at(client, paper, chloe):
    client.force_login(chloe)

    assert attach(client, paper, sent()).status_code == 403


def test_a_file_is_handed_out_to_be_saved(client, paper, ed, chloe):
    file = a_file(by=ed, paper=paper, name="Modell „IOM“.pdf")
    client.force_login(chloe)

    answer = client.get(file.url_to("paper_file"))

    assert answer.getvalue().startswith(b"%PDF-")
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''Modell%20")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["Content-Type"] == "application/pdf"
    assert int(answer["Content-Length"]) == file.size


def test_a_type_that_is_on_no_list_of_ours_is_bytes(client, paper, ed):
    file = a_file(by=ed, paper=paper, media_type="text/html")
    client.force_login(ed)

    answer = client.get(file.url_to("paper_file"))
    answer.getvalue()

    assert answer["Content-Type"] == "application/octet-stream"


def test_a_proxy_sends_the_file_that_the_view_allows(client, paper, ed, settings):
    settings.FILE_REDIRECT = "/stored/"
    file = a_file(by=ed, paper=paper)
    client.force_login(ed)

    answer = client.get(file.url_to("paper_file"))

    assert answer["X-Accel-Redirect"] == f"/stored/{file.sha256[:2]}/{file.sha256}"
    assert answer.content == b""


@pytest.mark.parametrize("state", ["held", "refused"])
def test_what_is_held_or_refused_is_for_nobody(client, paper, ed, state):
    file = a_file(by=ed, paper=paper, state=state, refusal="Eicar." * (state == "refused"))
    client.force_login(ed)

    assert client.get(file.url_to("paper_file")).status_code == 404
    page = client.get(paper.get_absolute_url()).content.decode()
    assert file.url_to("paper_file") + '"' not in page
    assert ("Eicar." in page) is (state == "refused")


def test_what_the_scanner_refused_is_not_named_to_readers(client, paper, ed, chloe):
    a_file(by=ed, paper=paper, name="bad.pdf", state="refused", refusal="Eicar.")
    client.force_login(chloe)

    assert "bad.pdf" not in client.get(paper.get_absolute_url()).content.decode()


def test_a_file_of_a_paper_one_may_not_read_is_not_found(client, paper, ed, gus):
    client.force_login(gus)

    assert client.get(a_file(by=ed, paper=paper).url_to("paper_file")).status_code == 404


def test_a_file_is_removed(client, paper, ed):
    file = a_file(by=ed, paper=paper)
    client.force_login(ed)

    client.post(file.url_to("remove_file"))

    assert not paper.files.exists()


# --- in pieces


def begin(client, paper, content=WORD, name="Annex.docx", **other):
    said = {"name": name, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    return client.post(paper.url_to("begin_upload"), said | other)


def go_on(client, url, at, piece):
    return client.post(url, piece, "application/octet-stream", headers={"Upload-Offset": str(at)})


def test_a_file_arrives_in_pieces_and_counts_with_the_last(client, paper, amina):
    paper.state = "draft"
    paper.save()
    client.force_login(amina)
    told = begin(client, paper).json()
    assert told["offset"] == 0

    for at in range(0, len(WORD), 900):
        assert not paper.files.exists()
        answer = go_on(client, told["url"], at, WORD[at : at + 900])
        assert answer.status_code == 200

    assert answer.json() == {"offset": len(WORD), "attached": "Annex.docx"}
    with storage.open_stored(paper.files.get().sha256) as stored:
        assert stored.read() == WORD
    assert not Upload.objects.exists()
    assert not list(uploads.folder().glob("*"))


def test_a_name_with_signs_that_no_name_has_is_taken_in_under_a_better_one(client, paper, ed):
    client.force_login(ed)
    told = begin(client, paper, name="a\x00\u202efdp.exe").json()

    assert go_on(client, told["url"], 0, WORD).json()["attached"] == "afdp.docx"


def test_who_begins_again_goes_on_where_it_was_cut(client, paper, ed):
    client.force_login(ed)
    told = begin(client, paper).json()
    go_on(client, told["url"], 0, WORD[:500])

    again = begin(client, paper).json()

    assert again == {"offset": 500, "url": told["url"]}
    assert go_on(client, again["url"], 0, WORD).json() == {"offset": 500}  # from elsewhere: nothing
    assert go_on(client, again["url"], 500, WORD[500:]).json()["attached"] == "Annex.docx"


def test_what_arrived_but_is_lost_begins_from_the_first_byte(client, paper, ed):
    client.force_login(ed)
    told = begin(client, paper).json()
    go_on(client, told["url"], 0, WORD[:500])
    uploads.path_of(Upload.objects.get()).unlink()

    assert begin(client, paper).json()["offset"] == 0


def test_what_is_not_as_announced_is_refused_and_forgotten(client, paper, ed):
    client.force_login(ed)
    told = begin(client, paper, sha256="0" * 64).json()

    answer = go_on(client, told["url"], 0, WORD)

    assert (answer.status_code, answer.json()) == (
        409, {"refused": "The file changed on its way. Send it again."},
    )  # fmt: skip
    assert not paper.files.exists()
    assert not Upload.objects.exists()


def test_a_bad_file_is_refused_with_its_last_byte(client, paper, ed):
    client.force_login(ed)
    told = begin(client, paper, b"MZ is no paper", "Annex.docx").json()

    answer = go_on(client, told["url"], 0, b"MZ is no paper")

    assert "is a program" in answer.json()["refused"]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"size": 26 << 20}, "larger than 25 MB"),
        ({"size": 0}, "is empty"),
        ({"size": "x"}, "Choose it again"),
        ({"sha256": "z" * 64}, "is empty"),
    ],
)
def test_what_cannot_be_taken_in_is_refused_before_the_first_byte(client, paper, ed, said, words):
    client.force_login(ed)

    answer = begin(client, paper, **said)

    assert answer.status_code == 409
    assert words in answer.json()["refused"]
    assert not Upload.objects.exists()


def test_a_file_that_is_there_and_too_many_on_their_way_are_refused(client, paper, ed, monkeypatch):
    client.force_login(ed)
    attach(client, paper, sent())
    assert "has that file already" in begin(client, paper, CSV).json()["refused"]

    monkeypatch.setattr(uploads, "MOST_AT_A_TIME", 1)
    begin(client, paper)
    assert "Too many files" in begin(client, paper, b"other").json()["refused"]


def test_nobody_goes_on_with_the_upload_of_a_colleague(client, paper, ed, amina):
    client.force_login(ed)
    url = begin(client, paper).json()["url"]
    client.force_login(amina)
    paper.state = "draft"
    paper.save()

    assert go_on(client, url, 0, WORD).status_code == 404


def test_a_script_is_told_that_the_sign_in_has_ended(client, paper, ed):
    client.force_login(ed)
    url = begin(client, paper).json()["url"]
    client.logout()

    assert begin(client, paper).status_code == 401
    assert go_on(client, url, 0, WORD).status_code == 401


def test_leftovers_are_tidied_away(client, paper, ed):
    client.force_login(ed)
    told = begin(client, paper).json()
    go_on(client, told["url"], 0, WORD[:9])
    path = uploads.path_of(Upload.objects.get())

    uploads.tidy(timezone.now())
    assert path.exists()
    uploads.tidy(timezone.now() + uploads.FORGOTTEN * 2)

    assert not path.exists()
    assert not Upload.objects.exists()


# --- public


def test_the_public_copy_is_open_once_the_outcome_is_published(client, paper, ed):
    file = a_file(by=ed, paper=paper, content=a_pdf("Open words"))
    secret = a_file(by=ed, paper=paper, content=a_pdf("Closed"), name="CONFIDENTIAL.pdf")
    client.force_login(ed)
    client.post(file.url_to("mark_file_public"))
    file.refresh_from_db()
    url = reverse("proposals:published_file", args=["open", file.public_sha256])
    client.logout()
    assert client.get(url).status_code == 404

    meeting = held()
    advised(heard(meeting, paper), "A")
    published(meeting, ed)

    answer = client.get(url)
    assert answer.status_code == 200
    assert answer.getvalue().startswith(b"%PDF-")
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["Cache-Control"] == "public, max-age=45, must-revalidate"
    page = client.get("/proposals/open/").content.decode()
    assert url in page
    assert "CONFIDENTIAL" not in page
    closed = reverse("proposals:published_file", args=["open", secret.sha256])
    assert client.get(closed).status_code == 404

    client.force_login(ed)
    client.post(file.url_to("mark_file_confidential"))
    assert client.get(url).status_code == 404
    assert not PublishedFile.objects.exists()


def test_a_deferred_paper_publishes_nothing(client, paper, ed):
    file = a_file(by=ed, paper=paper, is_public=True, public_sha256="a" * 64, public_size=1)
    meeting = held()
    decision = advised(heard(meeting, paper), "A")
    decision.result, decision.outcome = "deferred", None
    decision.save()

    published(meeting, ed)

    assert file.is_public
    assert paper.published_outcomes.get().result == "deferred"
    assert not PublishedFile.objects.exists()
