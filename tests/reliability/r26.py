"""R26: sound files are taken in and come back byte for byte; of a cut upload nothing remains.

A line is cut at a random byte of a form or of a piece. Nothing may count then: no file of the
paper, nothing in the store; what goes on after the cut must become the whole file.
"""

import datetime as dt
import hashlib
import random
import socket
from http.client import HTTPConnection

from django.utils import timezone

from committee import storage
from proposals import uploads
from proposals.models import Upload
from tests.files import docx
from tests.hiding import clean
from tests.reliability.files import Sender
from tests.reliability.result import Result

TARGET = 40
WHAT = "sound files come back byte for byte"
SIZES = {"small": (5, 6), "full": (1, 50)}  # each how manyth file; how many cuts
LEAST = {"small": 8, "full": 40}


def run(site, size):
    every, cuts = SIZES[size]
    sender = Sender(site)
    files = list(clean())[::every]
    wrong = [name for name, content in files if not _comes_back(sender, name, content)]
    sender.paper.files.all().delete()
    left = [fault for number in range(cuts) if (fault := _cut(site, sender, number))]
    uploads.tidy(timezone.now() + dt.timedelta(days=2))
    if Upload.objects.exists() or list(uploads.folder().glob("*")):
        left.append("something is left of cut uploads")
    what = f"{WHAT}; after {cuts} cuts {len(left)} left something behind"
    what += f"; wrong: {'; '.join([*wrong, *left])[:400]}" if wrong or left else ""
    holds = not wrong and not left and len(files) >= LEAST[size]
    return Result(len(files) - len(wrong), len(files), what, ok=holds)


def _comes_back(sender, name, content) -> bool:
    answer = sender.send(f"{name}.bin", content)
    if answer.status != 200 or "attached" not in answer.json:
        return False
    file = sender.paper.files.latest("pk")
    return sender.fetch(file).body == content


def _cut(site, sender, number: int) -> str:
    """What is wrong after one cut, and after going on."""
    content = docx(words=f"Cut number {number}. " + "Words. " * 900, parts=_noise(number))
    chance = random.Random(number)  # noqa: S311 -- where to cut, the same each time
    if number % 2:
        _post_cut(site, sender, *_form(sender, content), chance)
        return _nothing_counts(sender, content)
    begun = sender.begin("Cut.docx", content).json
    headers = sender.headers(begun["offset"])
    _post_cut(site, sender, begun["url"], content, headers, chance)
    if fault := _nothing_counts(sender, content):
        return fault
    answer = sender.send("Cut.docx", content)
    file = sender.paper.files.order_by("-pk").first()
    if answer.status != 200 or file is None or sender.fetch(file).body != content:
        return f"going on after cut {number} answers {answer.status} {answer.text[:120]}"
    return ""


def _noise(number: int) -> dict:
    noise = random.Random(number).randbytes(30_000)  # noqa: S311
    return {"word/media/noise.dat": b"\x00" + noise}


def _form(sender, content):
    edge = "edge-of-the-parts"
    head = (
        f'--{edge}\r\nContent-Disposition: form-data; name="files"; filename="Cut.docx"\r\n'
        "Content-Type: application/pdf\r\n\r\n"
    )
    body = head.encode() + content + f"\r\n--{edge}--\r\n".encode()
    kind = {"Content-Type": f"multipart/form-data; boundary={edge}"}
    return sender.paper.url_to("attach_file"), body, sender.headers(0) | kind


def _post_cut(site, sender, path, body, headers, chance) -> None:
    """Send some of it, and hang up."""
    line = HTTPConnection(site.url.removeprefix("http://"), timeout=30)
    cookies = "; ".join(f"{name}={value}" for name, value in sender.visitor.cookies.items())
    line.putrequest("POST", path)
    for name, value in {**headers, "Cookie": cookies, "Content-Length": str(len(body))}.items():
        line.putheader(name, value)
    line.endheaders()
    line.send(body[: chance.randrange(1, len(body))])
    line.sock.shutdown(socket.SHUT_RDWR)
    line.close()


def _nothing_counts(sender, content) -> str:
    sha256 = hashlib.sha256(content).hexdigest()
    if sender.paper.files.filter(sha256=sha256).exists():
        return "a cut upload became a file"
    if storage.path_of(sha256).exists() or list(storage.path_of(sha256).parent.glob("partial-*")):
        return "a cut upload is in the store"
    return ""
