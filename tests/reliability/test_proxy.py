"""The wire itself: it carries, it cuts in the middle, it is mended."""

import socketserver
import threading
from contextlib import closing
from http.server import BaseHTTPRequestHandler

import pytest

from tests.reliability.proxy import DOWN, UP, Proxy
from tests.reliability.visitor import Visitor


class Echo(BaseHTTPRequestHandler):
    heard = []

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if len(body) < int(self.headers["Content-Length"]):
            return
        self.heard.append(body)
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Nothing."""


@pytest.fixture
def proxy():
    Echo.heard.clear()
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Echo) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with closing(Proxy(f"http://127.0.0.1:{server.server_address[1]}")) as proxy:
            yield proxy
        server.shutdown()


def say(proxy, word, *, seconds=5):
    return Visitor(proxy.url).ask("POST", "/", word.encode(), seconds=seconds).text


def test_the_wire_carries(proxy):
    assert say(proxy, "Good morning" * 10_000) == "Good morning" * 10_000


@pytest.mark.parametrize(("way", "heard"), [(UP, 0), (DOWN, 1)])
def test_the_wire_is_cut_in_the_middle_and_mended(proxy, way, heard):
    proxy.cut_after(40, way)

    with pytest.raises(ConnectionError):
        say(proxy, "half a word")
    assert len(Echo.heard) == heard
    with pytest.raises(ConnectionError):
        say(proxy, "no word at all")
    proxy.mend()

    assert say(proxy, "a whole word") == "a whole word"
    assert proxy.cuts == 1


def test_a_silent_cut_says_nothing(proxy):
    proxy.cut(silent=True)

    with pytest.raises(TimeoutError):
        say(proxy, "hello?", seconds=0.3)
    proxy.mend()

    assert say(proxy, "hello") == "hello"
