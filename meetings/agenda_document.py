"""What the printed agenda says: the agenda in force, as JSON."""

import datetime as dt

from django.db.models import Q

from committee.models import VOTING_ROLES, CommitteeName, Person, Role, TermsOfReference
from committee.order import in_order
from committee.withheld import withheld
from meetings.falling_due import due_for_all
from meetings.interests import closed_to_anybody
from meetings.last_minutes import last_minutes
from meetings.models import ActionPoint, Entry, ItemKind, Meeting, Precision

TEMPLATE = "meetings/documents/agenda.html"
SERIES = "agenda-{}-"  # how the documents of one meeting's agenda begin
ASKED = {
    ItemKind.LAST_MINUTES: "To approve",
    ItemKind.ACTIONS_UPDATE: "To note",
    ItemKind.PAPER: "To advise",
    ItemKind.INFORMATION: "For information",
    ItemKind.DISCUSSION: "To discuss",
}


def snapshot_of(meeting: Meeting) -> dict:
    """Everything the agenda says. A restricted item shows its number and the reason, no more."""
    items = items_of(meeting)
    return heading_of(meeting) | {
        "items": [row_of(item) for item in items],
        "papers": [row for item in items if not item.withheld_because for row in papers_of(item)],
        "actions": [row_of_action(action) for action in open_actions()]
        + [row_of_point(asked) for asked in due_for_all(meeting)],
    }


def items_of(meeting: Meeting) -> list:
    """The items in their order, with their papers at hand."""
    items = meeting.items.select_related("parent__parent")
    return in_order(items.prefetch_related("item_papers__paper__proposal"))


def heading_of(meeting: Meeting) -> dict:
    """What stands above the items."""
    return {
        "committee": meeting.committee_name or str(CommitteeName.objects.on(meeting.on) or ""),
        "date": meeting.date_text,
        "day": _day(meeting),
        "title": meeting.title or "Meeting",
        "time": _time(meeting),
        "venue": meeting.venue or "",
        "chair": meeting.chair_name or _chairs(meeting),
        "quorum": _quorum(meeting),
    }


def not_announced() -> Q:
    """Agendas of meetings that were never called: the secretariat's alone (settings.HELD_BACK)."""
    told = Meeting.objects.told_to_committee().values("pk")
    untold = Meeting.objects.exclude(pk__in=told).values_list("pk", flat=True)
    return Q(*[("key__startswith", SERIES.format(pk)) for pk in untold], _connector=Q.OR)


def row_of(item) -> dict:
    """What the agenda says of one item."""
    said = {
        "number": item.number or "",
        "time": f"{item.starts_at:%H:%M}" if item.starts_at else "",
        "is_part": item.depth > 0,
        "is_pause": item.kind == ItemKind.BREAK,
    }
    if reason := item.withheld_because:
        return said | {"withheld": reason}
    asked = ASKED.get(item.kind, "")
    return said | {
        "title": str(item),
        "ask": "Deferred" if item.is_deferred else asked,
        "lead": ", ".join(item.lead),
        "papers": [row["line"] for row in papers_of(item)] + minutes_of(item),
    }


def minutes_of(item) -> list[str]:
    """Which minutes are to be approved under this item."""
    if item.kind != ItemKind.LAST_MINUTES:
        return []
    return [f"Minutes of the meeting {one.meeting.on_the}" for one in last_minutes(item.meeting)]


def papers_of(item) -> list[dict]:
    """What it says of the papers under it."""
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


def open_actions():
    """What is still to be done, but for what was agreed under a restricted item or line.

    The agenda is the same for all: what was agreed while somebody had to leave is not in it
    before the minutes tell it to everybody.
    """
    found = ActionPoint.objects.open().select_related("meeting", "item__parent__parent")
    found = found.order_by("meeting__on", "meeting", "position", "pk")
    found = found.exclude(item__in=closed_to_anybody().items).exclude(entry__in=withheld(Entry))
    return [action for action in found if not (action.item and action.item.withheld_because)]


def row_of_action(action) -> dict:
    """What it says of one action."""
    due = f"{action.due_on.day} {action.due_on:%B %Y}" if action.due_on else ""
    return {
        "text": action.text,
        "owner": action.owner or "",
        "due": action.due or due,
        "from": action.meeting.date_text,
    }


def row_of_point(asked) -> dict:
    """What it says of a point of the ledger that falls due."""
    due = f"{asked.due_on.day} {asked.due_on:%B %Y}" if asked.due_on else asked.due
    return {
        "text": f"{asked}: {asked.words}",
        "owner": asked.get_addressee_display(),
        "due": due or "this meeting",
        "from": asked.asked_at,
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
