"""The snapshot: plain JSON, the public text of one version of a meeting's minutes.

Page and PDF are made from it and from nothing else. Keys:

- ``meeting``: title, committee, date, times, venue, chair; ``attendance``: classes of people;
- ``room``: sentences on who came and went and on the quorum, where that was noted;
- ``sections``: the items in order, each with its ``blocks`` of lines (nested by ``replies``),
  the ``advice`` that stands there, and links to decisions that stand elsewhere;
- ``outcomes``: one per decision, and papers without one; ``actions``;
- ``paragraphs``: every number printed; ``version``; ``status``: how far it has come.
"""

from django.conf import settings

from committee.models import CommitteeName
from meetings.hours import hours_of
from meetings.minutes.anchors import Anchors
from meetings.minutes.body import body_of
from meetings.minutes.people import attendance_of
from meetings.minutes.redaction import Redaction
from meetings.minutes.room import room_of
from meetings.minutes.rows import rows_of
from meetings.minutes.sections import sections_of
from meetings.minutes.status import status_of
from meetings.minutes.undertaken import undertaken_at
from meetings.models import DateBasis, Precision

UNREAD = {"status", "ref", "undertaken", "comes_back"}


def snapshot_of(meeting, version) -> dict:
    """The public text of ``meeting`` as its rows stand now, as ``version`` of its minutes."""
    rows = rows_of(meeting)
    sections = sections_of(rows)
    redaction = Redaction.of(sections, rows.papers_of)
    facts = _meeting_facts(meeting)
    return {
        "committee": facts["committee"],
        "meeting": facts,
        "attendance": attendance_of(meeting),
        "room": room_of(meeting),
        **body_of(rows, sections, redaction, Anchors()),
        "actions": _actions(meeting, redaction),
        "undertaken": undertaken_at(meeting, redaction),
        "version": {"number": version.number, "change_note": version.change_note},
        "status": status_of(version),
    }


def is_same_text(one: dict, other: dict) -> bool:
    """Whether two snapshots say the same, apart from status and the numbers approval gives.

    What is empty says nothing: a version of this program that knows more facts does not make
    a draft that has none of them another text.
    """
    return _text_alone(one) == _text_alone(other)


def papers_named_in(snapshot: dict) -> set[int]:
    """The keys of the papers that these minutes name."""
    places = [*snapshot["sections"], *snapshot["outcomes"]]
    return {paper["id"] for place in places for paper in place["papers"]}


def _text_alone(value):
    if isinstance(value, dict):
        said = {key: _text_alone(found) for key, found in value.items()}
        return {key: found for key, found in said.items() if found and key not in UNREAD}
    if isinstance(value, list):
        return [_text_alone(found) for found in value]
    return value


def _meeting_facts(meeting) -> dict:
    begun, ended = hours_of(meeting)
    return {
        "slug": meeting.slug,
        "title": meeting.title or "",
        "committee": meeting.committee_name or _committee_on(meeting.on),
        "date": meeting.date_text,
        "on_the": meeting.on_the,
        "weekday": f"{meeting.on:%A}" if meeting.precision == Precision.DAY else "",
        "date_is_inferred": meeting.date_basis == DateBasis.INFERRED,
        "starts": _time(begun),
        "ends": _time(ended),
        "venue": meeting.venue or "",
        "chair": meeting.chair_name or "",
        "url": f"{settings.SITE_URL}{meeting.get_absolute_url()}",
    }


def _committee_on(day) -> str:
    name = CommitteeName.objects.on(day)
    return name.name if name else "Data Ethics Committee"


def _time(at) -> str:
    return f"{at:%H:%M}" if at else ""


def _actions(meeting, redaction) -> list[dict]:
    return [_action(action, redaction) for action in meeting.actions.order_by("position", "pk")]


def _action(action, redaction) -> dict:
    reason = redaction.of_action(action)
    if reason:
        return {"withheld": {"what": "One action", "reason": reason}}
    return {
        "withheld": None,
        "text": action.text,
        "item": action.item_label or "",
        "under": action.item_id,
        "owner": action.owner or "",
        "due": action.due
        or (f"{action.due_on.day} {action.due_on:%B %Y}" if action.due_on else ""),
    }
