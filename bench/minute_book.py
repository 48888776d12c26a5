"""The minute book in use: a typist, a second editor and 25 readers, all at once.

    python -m bench.minute_book [MINUTES]

On SQLite, and on PostgreSQL where BENCH_POSTGRESQL_URL names a database: it is migrated, and a
meeting is added to it. Against gunicorn as in production, over HTTP, signed in. The typist
writes 120 words a minute, a line every six seconds; as the page does, what is typed so far is
sent whenever typing rests, at the latest every 1.2 seconds. The second editor changes
and moves lines of the same item every few seconds. Both ask what has changed every 1.5 seconds,
and 25 readers look into the room every two. Afterwards every word acknowledged must be there.
"""

import http.client
import json
import os
import platform
import random
import re
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event as Flag
from urllib.parse import urlencode

import django

from bench.ballots import SECRET, session_of
from bench.servers import gunicorn, on_each_database

WORDS_A_MINUTE, WORDS_A_LINE, READERS, PORT = 120, 12, 25, 8196
PAUSE, EDITS, LOOKS, READS = 1.2, 4, 1.5, 2  # seconds between two of each
SEEN = re.compile(r'class="room-seen"[^>]* name="seen" value="([^"]+)"')
SAY = sys.stdout.write


def main() -> None:
    if sys.argv[1:2] == ["one"]:
        return measure(sys.argv[2], float(sys.argv[3]))
    minutes = sys.argv[1] if len(sys.argv) > 1 else "1"
    machine = f"{platform.machine()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}"
    SAY(f"A typist, a second editor, {READERS} readers, {minutes} minutes; {machine}\n")
    return on_each_database("bench.minute_book", minutes)


def measure(name: str, minutes: float) -> None:
    """Say what the database of DATABASE_URL does."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "committee.settings"
    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 -- after django.setup

    call_command("migrate", verbosity=0)
    meeting, item, secretaries, members = scene()
    room, over = f"/meetings/{meeting.slug}/room/", Flag()
    with gunicorn("committee.wsgi", PORT), ThreadPoolExecutor(READERS + 4) as threads:
        pages = [Page(one, meeting, item) for one in secretaries]
        end = time.monotonic() + minutes * 60
        work = [threads.submit(type_lines, pages[0], end, over)]
        work += [threads.submit(edit_lines, pages[1], end)]
        eyes = [Page(one, meeting, item) for one in secretaries]
        work += [threads.submit(eye.follow, over) for eye in eyes]
        reads = [threads.submit(Page(one, meeting, item).read, room, over) for one in members]
        for one in work:
            one.result()
        seen = [seconds for one in reads for seconds in one.result()]
    tell(name, pages, eyes, seen, item)


def scene():
    """A meeting under way with 25 in the room, and one item in whose minutes 100 lines stand."""
    from meetings.models import Entry  # noqa: PLC0415
    from tests.factories import AgendaItemFactory, MeetingFactory, appoint, seat  # noqa: PLC0415

    run = time.time_ns()
    meeting = MeetingFactory(state="under_way", slug=f"bench-{run % 10**9}")
    secretaries = [appoint("secretariat", email=f"s{run}-{n}@example.org") for n in range(2)]
    members = [appoint("member", email=f"m{run}-{n}@example.org") for n in range(READERS)]
    for person in [*secretaries, *members]:
        seat(meeting, person)
    item = AgendaItemFactory(meeting=meeting, number="5")
    Entry.objects.bulk_create(
        Entry(item=item, position=n, text=f"Somebody said something, {n}.") for n in range(100)
    )
    return meeting, item, secretaries, members


class Page:
    """One browser, over one kept connection."""

    def __init__(self, person, meeting, item):
        self.cookies = f"session={session_of(person)}; csrf={SECRET}"
        self.server = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
        self.book = f"/meetings/{meeting.slug}/log"
        self.item, self.saved, self.took, self.lines = item, [], [], {}
        self.mark, self.when = "0", {}

    def ask(self, method, path, body=None):
        headers = {"Cookie": self.cookies, "X-CSRFToken": SECRET}
        self.server.request(method, path, body, headers | {"Content-Type": "application/json"})
        answer = self.server.getresponse()
        return answer.status, answer.read()

    def save(self, **op):
        """Send one op, and note how long it took to be acknowledged."""
        from uuid import uuid4  # noqa: PLC0415

        op = {"op": str(uuid4())} | op
        began = time.perf_counter()
        status, body = self.ask("POST", f"{self.book}/sync/", json.dumps({"ops": [op]}))
        self.took.append(time.perf_counter() - began)
        if status != 200:
            raise RuntimeError(f"{status}: {body[:200]}")
        (result,) = json.loads(body)["results"]
        if result["outcome"] == "done" and "text" in op:
            self.saved.append((op["key"], op["text"], time.time()))
        return op["op"], result

    def look(self):
        """What is new, as the page asks for it."""
        status, body = self.ask("GET", f"{self.book}/{self.item.pk}/changes/?since={self.mark}")
        if status == 200:
            told = json.loads(body)
            self.mark = told["mark"]
            for line in told["lines"]:
                self.lines[line["key"]] = line
                self.when.setdefault(line["text"], time.time())

    def follow(self, over):
        while not over.wait(LOOKS):
            self.look()
        self.look()

    def read(self, path, over) -> list[float]:
        """Look into the room again and again; how long each took."""
        took, seen = [], {}
        over.wait(random.random() * READS)  # noqa: S311
        while not over.wait(READS):
            began = time.perf_counter()
            asked = urlencode({"seen": list(seen.values())}, doseq=True)
            status, page = self.ask("GET", f"{path}live/?{asked}" if seen else path)
            if status not in {200, 204}:
                raise RuntimeError(f"{path}: {status}")
            took.append(time.perf_counter() - began)
            seen |= {mark.partition(":")[0]: mark for mark in SEEN.findall(page.decode())}
        return took


def type_lines(page, end, over):
    """Type line after line; each is sent while it grows."""
    from uuid import uuid4  # noqa: PLC0415

    a_line, number, last = 60 * WORDS_A_LINE / WORDS_A_MINUTE, 0, None
    while time.monotonic() < end:
        number, key, before, began = number + 1, str(uuid4()), None, time.monotonic()
        words = [f"word{number}-{n}" for n in range(WORDS_A_LINE)]
        for part in range(1, round(a_line / PAUSE) + 1):
            time.sleep(max(0, began + part * PAUSE - time.monotonic()))
            text = " ".join(words[: round(part * WORDS_A_LINE * PAUSE / a_line)])
            if before is None:
                place = {"after": last} if last else {}
                before, _ = page.save(do="note", key=key, item=page.item.pk, text=text, **place)
            else:
                before, _ = page.save(do="revise", key=key, follows=before, text=text)
        last = key
    time.sleep(2 * LOOKS)
    over.set()


def edit_lines(page, end):
    """Change and move lines that stand in the item, and write one now and then."""
    from uuid import uuid4  # noqa: PLC0415

    dice, number = random.Random(1), 0  # noqa: S311
    page.look()
    old = list(page.lines)
    while time.monotonic() < end:
        time.sleep(EDITS)
        page.look()
        number, key = number + 1, dice.choice(old)
        if number % 3 == 0:
            page.save(do="move", key=key, after=dice.choice([one for one in old if one != key]))
        elif number % 3 == 1:
            text = f"edited {number}"
            page.save(do="revise", key=key, version=page.lines[key]["version"], text=text)
        else:
            text = f"between {number}"
            page.save(do="note", key=str(uuid4()), item=page.item.pk, text=text, after=key)


def tell(name, pages, eyes, seen, item) -> None:
    """The figures, and whether a word was lost."""
    from meetings.models import Entry, EntryVersion  # noqa: PLC0415

    saved = [one for page in pages for one in page.saved]
    kept = {(str(key), text) for key, text in EntryVersion.objects.values_list("key", "text")}
    lost = sum((key, text) not in kept for key, text, _ in saved)
    took = [seconds for page in pages for seconds in page.took]
    delays = [
        eyes[1 - n].when[text] - at
        for n, page in enumerate(pages)
        for _, text, at in page.saved
        if text in eyes[1 - n].when
    ]
    SAY(
        f"{name}: {len(took)} saves, p50 {part(took, 50)}, p95 {part(took, 95)}; {lost} of "
        f"{len(saved)} texts lost; {Entry.objects.filter(item=item).count()} lines; the other "
        f"editor sees them within {part(delays, 95)} (p95); {len(seen)} looks into the room, "
        f"p95 {part(seen, 95)}\n"
    )


def part(seconds: list[float], hundredths: int) -> str:
    ranked = sorted(seconds)
    return f"{ranked[min(len(ranked) - 1, len(ranked) * hundredths // 100)] * 1000:.0f} ms"


if __name__ == "__main__":
    main()
