"""A browser without a screen: cookies, the CSRF token, one connection a request."""

from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from http.cookies import SimpleCookie
from json import dumps, loads
from urllib.parse import urlencode

SECRET = "b" * 32  # a CSRF cookie and its echo


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self):
        return loads(self.body)


class Visitor:
    """``get`` and ``post`` paths of the site; ConnectionError is "no answer came"."""

    def __init__(self, url: str):
        self.host = url.removeprefix("http://")
        self.cookies = {"csrf": SECRET}

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, headers=headers)

    def post(self, path: str, /, json=None, **fields) -> Answer:
        """Post a form, or ``json``."""
        if json is None:
            kind, body = "application/x-www-form-urlencoded", urlencode(fields, doseq=True)
        else:
            kind, body = "application/json", dumps(json)
        headers = {"Content-Type": kind, "X-CSRFToken": self.cookies["csrf"]}
        return self.ask("POST", path, body.encode(), headers)

    def ask(self, method, path, body=None, headers=None, *, seconds: float = 60) -> Answer:
        """Any request; redirects are not followed."""
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        server = HTTPConnection(self.host, timeout=seconds)
        try:
            server.request(method, path, body, {"Cookie": cookies} | (headers or {}))
            answer = server.getresponse()
            if answer.length is None and not answer.chunked and answer.status != 304:
                raise ConnectionError(f"{path}: cut off in the headers")
            self._remember(answer.headers.get_all("Set-Cookie") or [])
            return Answer(answer.status, dict(answer.headers), answer.read())
        except HTTPException as cut:
            raise ConnectionError(f"{path}: {cut!r}") from cut
        finally:
            server.close()

    def _remember(self, cookies):
        for line in cookies:
            for name, cookie in SimpleCookie(line).items():
                self.cookies[name] = cookie.value
