"""R25: whatever hostile file is sent is refused with a sentence, quickly, in little memory.

Then the virus scanner: away, files are held and nobody has them; back, each is released or refused.
"""

import time

from django.conf import settings
from django.utils import timezone

from committee.models import Mail
from proposals import scanning
from proposals.models import PaperFile
from proposals.tasks import scan_file
from tests.files import CSV, docx
from tests.hostile import NAMES, hostile
from tests.reliability.clamd import Clamd
from tests.reliability.files import Memory, Sender
from tests.reliability.result import Result
from tests.servers import free_port

TARGET = 60
WHAT = "hostile files refused or made harmless, each with a sentence"
EVERY = {"small": 9, "full": 1}
SECONDS, MEGABYTES = 10, 200
LEAST = {"small": 8, "full": 60}


def run(site, size):
    sender = Sender(site)
    wrong, slowest, most = [], 0.0, 0.0
    corpus = list(hostile())[:: EVERY[size]]
    for what, name, content in corpus:
        begun = time.monotonic()
        with Memory(site.web.pid) as memory:
            answer = _sent(sender, name, content)
        took = time.monotonic() - begun
        slowest, most = max(slowest, took), max(most, memory.grown)
        if fault := _fault(answer):
            wrong.append(f"{what} {fault}")
        if took > SECONDS or memory.grown > MEGABYTES:
            wrong.append(f"{what} took {took:.1f} s and {memory.grown:.0f} MB")
    if sender.paper.files.exists():
        wrong.append("something was taken in")
    named = [fault for name in NAMES[:: EVERY[size]] if (fault := _named(sender, name))]
    held = list(_held(site, sender))
    wrong += [*named, *held]
    what = f"{WHAT}; at most {slowest:.1f} s and {most:.0f} MB; scanner away and back"
    what += f"; wrong: {'; '.join(wrong)[:500]}" if wrong else ""
    right = len(corpus) - len(wrong)
    return Result(right, len(corpus), what, ok=not wrong and len(corpus) >= LEAST[size])


def _sent(sender, name, content):
    if content is None:
        return sender.begin(name, b"x", size=(settings.FILE_MEGABYTES << 20) + 1)
    return sender.send(name, content)


def _fault(answer) -> str:
    if answer.status != 409:
        return f"answers {answer.status}"
    said = answer.json.get("refused", "")
    return "" if len(said) > 25 and said.endswith(".") else f"says {said!r}"


def _named(sender, name: str) -> str:
    """A sound file under a hostile name is taken in under a name that does no harm."""
    answer = sender.send(name, CSV + f"West,{hash(name) % 9999}\n".encode())
    if answer.status != 200:
        return f"{name[:20]!r} answers {answer.status}"
    kept = answer.json["attached"]
    harmless = kept.endswith(".csv") and kept.isprintable() and not {"/", "\\"} & set(kept)
    return "" if harmless else f"{name[:20]!r} is kept as {kept!r}"


# --- the scanner


def _held(site, sender):
    """What is wrong while the scanner is away, and when it is back."""
    away = f"tcp://127.0.0.1:{free_port()}"
    site.stop_web()
    site.start_web(CLAMD_URL=away)
    sender.paper.files.all().delete()
    sent = [sender.send("clean.docx", docx(words="Clean.")), sender.send("other.csv", CSV)]
    if [answer.status for answer in sent] != [200, 200]:
        yield f"with a scanner files are answered {[answer.status for answer in sent]}"
    files = list(sender.paper.files.order_by("pk"))
    settings.CLAMD_URL = away
    yield from _kept(sender, files, "held")
    with Clamd() as scanner:
        settings.CLAMD_URL = scanner.url
        scanner.says = b"stream: Eicar-Test-Signature FOUND\0"
        _scan(files[1])
        scanner.says = b""
        _scan(files[0])
    yield from _kept(sender, files[1:], "refused", scanned=True)
    if sender.fetch(files[0]).status != 200:
        yield "a clean file is not released"
    if not Mail.objects.filter(key=f"file-refused-{files[1].pk}", to=sender.person.email).exists():
        yield "whoever sent it is not told"


def _kept(sender, files, state, *, scanned=False):
    for file in files:
        if not scanned:
            _scan(file)
        file.refresh_from_db()
        if file.state != state:
            yield f"a file is {file.state}, not {state}"
        if sender.fetch(file).status != 404:
            yield f"a file that is {state} is handed out"


def _scan(file):
    PaperFile.objects.filter(pk=file.pk).update(scan_after=None)
    assert scanning.waiting(timezone.now()).filter(pk=file.pk).exists()
    scan_file(file.pk)
