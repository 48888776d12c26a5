"""Files through the site's own addresses, as a page sends them, for the checks about files."""

import hashlib
import threading
import time
from pathlib import Path

from committee.models import Organisation
from tests.factories import PaperFactory, ProposalFactory, appoint
from tests.hostile import MEGABYTE

PAGE = 4096


class Sender:
    """The presenter of a body, a paper of theirs, and how its files are sent and fetched."""

    def __init__(self, site):
        self.person = appoint("presenter")
        body = self.person.appointments.get().organisation or Organisation.objects.first()
        self.paper = PaperFactory(proposal=ProposalFactory(submitting_body=body), state="draft")
        self.visitor = site.visitor(self.person)

    def begin(self, name: str, content: bytes, size: int | None = None):
        said = {"name": name, "size": len(content) if size is None else size}
        sha256 = hashlib.sha256(content).hexdigest()
        return self.visitor.post(self.paper.url_to("begin_upload"), sha256=sha256, **said)

    def headers(self, at: int) -> dict:
        csrf = self.visitor.cookies["csrf"]
        kind = "application/octet-stream"
        return {"Content-Type": kind, "X-CSRFToken": csrf, "Upload-Offset": str(at)}

    def send(self, name: str, content: bytes):
        """The answer to the last piece; or to the announcement, where that is refused."""
        answer = begun = self.begin(name, content)
        if begun.status != 200:
            return begun
        at, url = begun.json["offset"], begun.json["url"]
        while at < len(content):
            piece = content[at : at + MEGABYTE]
            answer = self.visitor.ask("POST", url, piece, self.headers(at))
            if answer.status != 200:
                return answer
            at = answer.json["offset"]
        return answer

    def fetch(self, file):
        return self.visitor.get(file.url_to("paper_file"))


class Memory:
    """The most memory (MB) that a process and all below it hold while this is entered."""

    def __init__(self, pid: int):
        self.pid, self.before, self.most = pid, 0.0, 0.0
        self._ended = threading.Event()

    def __enter__(self):
        self.before = self.most = _held(self.pid)
        self._watch = threading.Thread(target=self._look, daemon=True)
        self._watch.start()
        return self

    def __exit__(self, *error):
        self._ended.set()
        self._watch.join()

    def _look(self):
        while not self._ended.is_set():
            self.most = max(self.most, _held(self.pid))
            time.sleep(0.02)

    @property
    def grown(self) -> float:
        return self.most - self.before


def _held(pid: int) -> float:
    """Resident MB of ``pid`` and all its descendants."""
    pages, waiting = 0, [pid]
    while waiting:
        one = Path("/proc") / str(waiting.pop())
        try:
            pages += int((one / "statm").read_text().split()[1])
            for task in (one / "task").iterdir():
                waiting += map(int, (task / "children").read_text().split())
        except (OSError, ValueError, IndexError):
            continue  # it has ended
    return pages * PAGE / MEGABYTE
