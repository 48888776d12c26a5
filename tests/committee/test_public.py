"""Open pages: the same for everybody, and kept by caches."""

import gzip

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import FileResponse, HttpResponse
from django.middleware.csrf import get_token

from committee.public import NotTheSameForEverybody, public_page

WORDS = "Minutes. " * 100


@public_page(max_age=300)
def words(request):
    return HttpResponse(WORDS)


@public_page()
def whoever(request):
    return HttpResponse(f"{request.user.is_authenticated} {request.session}")


def test_nobody_is_known_to_an_open_page(rf, ed):
    request = rf.get("/")
    request.user = ed

    assert whoever(request).content == b"False None"


def test_open_page_is_kept_and_asked_for_again(rf):
    response = words(rf.get("/"))

    assert response.headers["Cache-Control"] == "public, max-age=300, must-revalidate"
    assert response.headers["Vary"] == "Accept-Encoding"
    again = words(rf.get("/", headers={"if-none-match": response.headers["ETag"]}))
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["Cache-Control"] == response.headers["Cache-Control"]


def test_open_page_travels_compressed_the_same_way_each_time(rf):
    first, second = (words(rf.get("/", headers={"accept-encoding": "gzip"})) for _ in "12")

    assert first.content == second.content
    assert gzip.decompress(first.content).decode() == WORDS
    assert first.headers["Content-Encoding"] == "gzip"
    again = {"accept-encoding": "gzip", "if-none-match": first.headers["ETag"]}
    assert words(rf.get("/", headers=again)).status_code == 304


def test_small_pages_and_files_are_sent_as_they_are(db, rf, tmp_path):
    file = tmp_path / "minutes.pdf"
    file.write_bytes(b"%PDF")
    send = public_page()(lambda request: FileResponse(file.open("rb")))

    small = whoever(rf.get("/", headers={"accept-encoding": "gzip"}))
    sent = send(rf.get("/"))

    assert "Content-Encoding" not in small.headers
    assert b"".join(sent) == b"%PDF"
    assert sent.headers["Cache-Control"] == "public, max-age=45, must-revalidate"
    sent.close()


def with_cookie(request):
    response = HttpResponse()
    response.set_cookie("seen", "yes")
    return response


def with_token(request):
    return HttpResponse(get_token(request))


@pytest.mark.parametrize("view", [with_cookie, with_token])
def test_open_page_may_not_set_a_cookie(rf, view):
    with pytest.raises(NotTheSameForEverybody):
        public_page()(view)(rf.get("/"))


def test_open_page_is_only_read(rf):
    request = rf.post("/")
    request.user = AnonymousUser()

    assert words(request).status_code == 405
