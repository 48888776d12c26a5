"""From a snapshot to the page's body and to the order for a PDF: both say exactly its words."""

from django.template.loader import render_to_string
from django.urls import reverse

from committee.models import Document, Person
from committee.post import order_document
from meetings.interests import closed_to
from meetings.minutes.reader import said_to
from meetings.review import lines_of

BODY = "meetings/minutes/_body.html"
PRINTED = "meetings/documents/minutes.html"


def html_of(snapshot: dict) -> str:
    """The minutes as the body of a page."""
    return render_to_string(BODY, snapshot)


def draft_html(version, reader, own=(), *, may_suggest=True) -> str:
    """A draft as ``reader`` sees it: beside each line a way to suggest how it should read."""
    is_whole = version.meeting_id not in closed_to(reader).meetings
    if is_whole and not may_suggest:
        return version.html
    said = said_to(version, reader)
    mine = {}
    for one in own:
        mine.setdefault(one.suggestion.paragraph, []).append(one)
    for line in lines_of(said):
        if may_suggest and line["p"] and not line["withheld"]:
            line["suggest"] = reverse(
                "meetings:suggest_correction", args=[version.meeting.slug, line["p"]]
            )
            line["mine"] = mine.get(line["p"], [])
    return html_of(said)


def order_pdf(version, snapshot: dict, *, key: str, by: Person) -> Document:
    """Order the PDF of ``snapshot``; ordering it again under one key makes nothing new."""
    kind = "Draft minutes" if snapshot["status"]["is_draft"] else "Minutes"
    return order_document(
        f"minutes-{version.meeting.slug}-v{version.number}-{key}",
        title=f"{kind}, {snapshot['meeting']['date']}",
        template=PRINTED,
        snapshot=snapshot,
        by=by,
    )
