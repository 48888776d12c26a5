import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from committee.middleware import answer_head_without_body


@pytest.mark.parametrize(("method", "body"), [("GET", b"hello"), ("HEAD", b"")])
def test_head_says_how_long_the_page_is_and_leaves_it_out(method, body):
    answer = answer_head_without_body(lambda request: HttpResponse("hello"))

    response = answer(RequestFactory().generic(method, "/"))

    assert response.content == body
    assert response.headers.get("Content-Length") == ("5" if method == "HEAD" else None)


def test_a_stream_is_left_alone():
    answer = answer_head_without_body(lambda request: StreamingHttpResponse([b"a"]))

    assert answer(RequestFactory().head("/")).streaming
