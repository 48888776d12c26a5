"""R04: minutes that are set for a time are nowhere before it, and there within a minute after.

Guesses are made against a meeting whose minutes are set for a time and its twin, whose minutes
were approved and never will be published: both must answer alike, as if there were nothing.
"""

import datetime as dt
import itertools
import re
import time

from django.utils import timezone

from meetings import actions
from meetings.models import MinutesVersion
from meetings.on_the_clock import publish_minutes
from tests.reliability.minuted import Staff, approved, published
from tests.reliability.result import Result

TARGET = 10_000
WHAT = "guesses told nothing before the time"
SECRET = "CANARY-EMBARGO"
SIZES = {"small": (300, 2), "full": (TARGET, 20)}  # guesses, seconds kept back after them
LATEST = 60  # seconds after the time
OPEN = ["/", "/meetings/", "/proposals/", "/people/", "/terms/", f"/proposals/?q={SECRET}"]
FILES = ["minutes.pdf", "minutes.PDF", "minutes.html", "draft/", "versions/", "versions/1/review/"]
FILES += ["minutes/v1/", "minutes/v1/minutes.pdf", "minutes/v2/", "minutes/v01/", "record.yaml"]
FILES += ["minutes/", "minutes.txt", "minutes.json", "feed/", "log/", "export/", "minutes/v1.pdf"]
QUERIES = ["", "?preview=1", "?preview=true", "?draft=1", "?version=1", "?format=json", "?print=1"]


def run(site, size):
    number, wait = SIZES[size]
    staff = Staff.appointed()
    published(staff, dt.date(2024, 1, 8))  # that there is something to be compared with
    twin = _never(staff, dt.date(2025, 5, 2))
    version = approved(staff, dt.date(2025, 5, 1), words=SECRET)
    public = site.visitor()
    before = _open_pages(public)
    at = timezone.now() + dt.timedelta(days=1)
    version = actions.schedule_publication(version, by=staff.secretary, publish_at=at)
    told = [guess for guess in itertools.islice(_guesses(version), number)
            if _tells(public, guess, version, twin)]  # fmt: skip
    shown_early = _open_pages(public) != before
    late = _published_in_time(site, public, version, staff, wait=wait, size=size)
    what = f"{WHAT}; open pages changed: {shown_early}; shown {late:.1f} s after it"
    what += f"; told by {told[:3]}" if told else ""
    ok = not told and not shown_early and 0 <= late <= LATEST
    return Result(number - len(told), number, what, ok=ok)


def _never(staff, on) -> MinutesVersion:
    return approved(staff, on, words="Something else.")


def _open_pages(public) -> list:
    return [_masked(public.get(path)) for path in OPEN]


def _guesses(version):
    """Paths somebody might try, those that are most likely first, then on and on."""
    slug, document = version.meeting.slug, version.document
    for file, query in itertools.product(FILES, QUERIES):
        yield f"/meetings/{slug}/{file}{query}"
    digest = document.sha256
    for folder in ("media", "static", "files", "documents", "var/media", "storage"):
        for name in (digest, f"{digest[:2]}/{digest}", f"{digest[:2]}/{digest[2:4]}/{digest}"):
            yield f"/{folder}/{name}"
            yield f"/{folder}/{name}.pdf"
    for distance in range(1001):
        for key in {document.pk - distance, document.pk + distance}:
            yield f"/documents/{key}/"
            yield f"/documents/{key}/file/"
    for n in itertools.count():
        file = FILES[n % len(FILES)].replace("v1", f"v{n % 97}")
        yield f"/meetings/{slug}/{file}?n={n}"
        yield f"/meetings/{slug}/items/{n}/open-vote/"
        yield f"/meetings/minutes-{slug}-v{n % 9 + 1}.pdf?{n}"


def _tells(public, path, version, twin) -> bool:
    """Whether ``path`` is answered otherwise than the same about a meeting never published."""
    of_twin = path.replace(version.meeting.slug, twin.meeting.slug)
    of_twin = of_twin.replace(version.document.sha256, twin.document.sha256)
    one, other = public.get(path), public.get(of_twin)
    if one.status == 200 or SECRET in one.text:
        return True
    return _masked(one, version, twin) != _masked(other, version, twin)


def _masked(answer, *versions) -> tuple:
    """What an answer says, without what differs between any two answers."""
    text = answer.text
    headers = {k: v for k, v in answer.headers.items() if k not in {"Date", "ETag"}}
    for version in versions:
        for word in (version.meeting.slug, version.meeting.date_text, version.document.sha256):
            text = text.replace(word, "-")
            headers = {key: value.replace(word, "-") for key, value in headers.items()}
    return answer.status, sorted(headers.items()), re.sub(r'csrf[^>]*value="[^"]*"', "", text)


def _published_in_time(site, public, version, staff, *, wait, size) -> float:
    """Seconds from the time to the first public answer that shows the minutes; -1: too early."""
    path = f"/meetings/{version.meeting.slug}/"
    if size == "full":
        site.start_worker()
    at = timezone.now() + dt.timedelta(seconds=wait)
    actions.schedule_publication(version, by=staff.secretary, publish_at=at)
    while True:
        if size == "small":  # what the worker does every three seconds
            publish_minutes(timezone.now())
        is_shown = SECRET in public.get(path).text
        late = (timezone.now() - at).total_seconds()
        if is_shown and late < 0:
            return -1
        if is_shown or late > 2 * LATEST:
            return late
        time.sleep(0.2)
