import datetime as dt

from django.conf import settings
from django.template.loader import render_to_string

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from committee.post import post
from proposals.models import PaperFile


@act
def refuse_file(
    file: PaperFile, *, found: str, by: Person, at: dt.datetime | None = None
) -> PaperFile:
    """Keep a file from everybody: the virus scanner found something. Whoever sent it is told."""
    require(by, "proposals.refuse_file", file)
    reason = f"The virus scanner found {found[:200]} in it."
    move(file, "refuse_file", scan_after=None, refusal=reason)
    words = {"file": file, "url": f"{settings.SITE_URL}{file.paper.get_absolute_url()}"}
    post(
        f"file-refused-{file.pk}",
        to=file.added_by.email,
        subject="A file you sent was not taken in",
        body=render_to_string("proposals/letters/refuse_file.txt", words),
    )
    record("proposals.refuse_file", file.paper, by=by, at=at, name=file.name, found=found[:200])
    return file
