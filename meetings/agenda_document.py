"""What the printed agenda says: the agenda in force, as JSON."""

import datetime as dt

from committee.models import VOTING_ROLES, CommitteeName, Person, Role, TermsOfReference
from committee.order import in_order
from meetings.models import ActionPoint, ItemKind, Meeting, Precision
from meetings.states import ActionState

TEMPLATE = "meetings/documents/agenda.html"
ASKED = {
    ItemKind.LAST_MINUTES: "To approve",
    ItemKind.ACTIONS_UPDATE: "To note",
    ItemKind.PAPER: "To advise",
    ItemKind.INFORMATION: "For information",
    ItemKind.DISCUSSION: "To discuss",
}


def snapshot_of(meeting: Meeting) -> dict:
    """Everything the agenda says. A restricted item shows its number and the reason, no more."""
    items = in_order(meeting.items.prefetch_related("item_papers__paper__proposal"))
    return {
        "committee": meeting.committee_name or str(CommitteeName.objects.on(meeting.on) or ""),
        "date": meeting.date_text,
        "day": _day(meeting),
        "title": meeting.title or "Meeting",
        "time": _time(meeting),
        "venue": meeting.venue or "",
        "chair": meeting.chair_name or _chairs(meeting),
        "quorum": _quorum(meeting),
        "items": [_item(item) for item in items],
        "papers": [row for item in items if not item.restricted for row in _papers(item)],
        "actions": [_action(action) for action in _open_actions()],
    }


def _item(item) -> dict:
    said = {
        "number": item.number or "",
        "time": f"{item.starts_at:%H:%M}" if item.starts_at else "",
        "is_part": item.depth > 0,
        "is_pause": item.kind == ItemKind.BREAK,
    }
    if item.restricted:
        return said | {"withheld": item.restricted_reason}
    asked = ASKED.get(item.kind, "")
    return said | {
        "title": str(item),
        "ask": "Deferred" if item.is_deferred else asked,
        "lead": ", ".join(item.lead),
        "papers": [row["line"] for row in _papers(item)],
    }


def _papers(item) -> list[dict]:
    rows = []
    for held in item.item_papers.all():
        paper = held.paper
        words = [paper.reference or "", str(paper), paper.stage_label]
        rows.append(
            {
                "reference": words[0],
                "title": words[1],
                "stage": words[2],
                "item": item.number or "",
                "line": ", ".join(word for word in words if word and word != str(item)),
            }
        )
    return rows


def _open_actions():
    open_ones = ActionPoint.objects.filter(state=ActionState.OPEN).select_related("meeting")
    return open_ones.order_by("meeting__on", "meeting", "position", "pk")


def _action(action) -> dict:
    due = f"{action.due_on.day} {action.due_on:%B %Y}" if action.due_on else ""
    return {
        "text": action.text,
        "owner": action.owner or "",
        "due": action.due or due,
        "from": action.meeting.date_text,
    }


def _day(meeting: Meeting) -> str:
    known = meeting.precision == Precision.DAY
    return f"{meeting.on:%A} {meeting.date_text}" if known else meeting.date_text


def _time(meeting: Meeting) -> str:
    times = [f"{time:%H:%M}" for time in (meeting.starts_at, meeting.ends_at) if time]
    return " to ".join(times)


def _chairs(meeting: Meeting) -> str:
    chairs = Person.objects.holding(Role.CHAIR, on=meeting.on)
    return ", ".join(person.name for person in chairs)


def _quorum(meeting: Meeting) -> str:
    """How many voting members are needed, where the terms say so."""
    day = meeting.on or dt.date.max
    terms = meeting.terms or TermsOfReference.objects.for_meeting_on(day)
    if terms is None or terms.quorum is None:
        return ""
    appointed = Person.objects.holding(*VOTING_ROLES, on=meeting.on).count()
    return f"{terms.quorum.of(appointed)} of {appointed} voting members"
