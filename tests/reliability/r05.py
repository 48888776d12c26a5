"""R05: files are served only by their view, with the headers that keep a browser from running them.

Every address under which a stored file could lie is asked for; then files with hostile names are
fetched, and each header is read as a browser reads it.
"""

import re
import unicodedata
from urllib.parse import unquote

from committee import storage
from proposals.files import clean_name
from proposals.kinds import BY_MEDIA_TYPE, KINDS
from tests.hostile import NAMES
from tests.reliability.files import Sender
from tests.reliability.result import Result

TARGET = 200
WHAT = "hostile names served as attachments alone"
SIZES = {"small": 40, "full": 200}
PLACES = [
    "/media/sha256/{a}/{b}", "/sha256/{a}/{b}", "/media/{b}", "/static/{b}", "/static/../{b}",
    "/static/..%2f..%2fvar/media/sha256/{a}/{b}", "/static/%2e%2e/media/sha256/{a}/{b}",
    "/var/media/sha256/{a}/{b}", "/uploads/{b}", "/files/{b}", "//media/sha256/{a}/{b}",
    "/proposals/{slug}/files/{b}/", "/stored/{a}/{b}", "/..{path}", "{path}",
]  # fmt: skip
PLAIN = re.compile(r'attachment; filename="((?:[^"\\\r\n]|\\.)*)"')
LONG = re.compile(r"attachment; filename\*=utf-8''([A-Za-z0-9!#$&+.^_`|~%-]+)")
TRICKS = ["\u202e", "\x00", "\r\n", '"', ";", "\\", "/", "../", "%00", "%2f", "<script>", "'", "é"]
SHAPES = ["{}a{}.pdf", "a{}b{}.exe", "{}{}.html", "a {}x{}.pdf.svg"]


def names(count: int) -> list[str]:
    made = [*NAMES]
    while len(made) < count:
        number = len(made)
        trick = TRICKS[number % len(TRICKS)]
        place = number // len(TRICKS) % 4
        made.append(SHAPES[place].format(trick, number))
    return made[:count]


def run(site, size):
    sender = Sender(site)
    wrong, right = [], 0
    for number, name in enumerate(names(SIZES[size])):
        kind = KINDS[number % len(KINDS)]
        content = b"content %d" % number
        file = sender.paper.files.create(
            name=clean_name(name, kind.ending), sha256=storage.store(content), size=len(content),
            media_type=kind.media_type if number % 7 else "text/html", added_by=sender.person,
        )  # fmt: skip
        faults = list(_faults(sender.fetch(file), file, content))
        right += not faults
        wrong += [f"{name!r}: {fault}" for fault in faults]
    asked, served = _directly(site, sender)
    what = f"{WHAT}; {asked} direct addresses answer {served} times"
    what += f"; wrong: {'; '.join(wrong)[:400]}" if wrong else ""
    holds = not wrong and not served and asked > len(PLACES)
    return Result(right, SIZES[size], what, ok=holds)


def _faults(answer, file, content):
    said = answer.headers
    if answer.status != 200 or answer.body != content:
        yield f"answers {answer.status}"
        return
    if said.get("X-Content-Type-Options") != "nosniff":
        yield "no nosniff"
    if "sandbox" not in said.get("Content-Security-Policy", ""):
        yield "no sandbox"
    if said.get("Content-Type") not in {*BY_MEDIA_TYPE, "application/octet-stream"}:
        yield f"is {said.get('Content-Type')}"
    if _name(said.get("Content-Disposition", "")) != file.name:
        yield f"is called {said.get('Content-Disposition')}"
    if any(unicodedata.category(c)[0] == "C" for c in file.name) or {"/", "\\"} & set(file.name):
        yield f"is stored as {file.name!r}"


def _name(said: str) -> str | None:
    """The name that RFC 6266 reads there."""
    if found := PLAIN.fullmatch(said):
        return re.sub(r"\\(.)", r"\1", found[1])
    if found := LONG.fullmatch(said):
        return unquote(found[1])
    return None


def _directly(site, sender) -> tuple[int, int]:
    """How often a file was asked for past its view, and how often its bytes came."""
    asked = served = 0
    stranger = site.visitor()
    for file in sender.paper.files.all()[:10]:
        b, path = file.sha256, str(storage.path_of(file.sha256))
        content = storage.path_of(b).read_bytes()
        for place in PLACES:
            where = place.format(a=b[:2], b=b, path=path, slug=sender.paper.proposal.slug)
            for visitor in (stranger, sender.visitor):
                answer = visitor.get(where)
                asked += 1
                served += content in answer.body or answer.status == 200
        asked += 1
        served += content in stranger.get(file.url_to("paper_file")).body
    return asked, served
