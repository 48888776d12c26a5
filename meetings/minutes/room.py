"""What the application noted of the room: who came and went, the quorum, updates on actions.

Minutes taken from a printed record have none of this and print nothing in its place.
"""

from meetings.minutes.redaction import Redaction
from meetings.minutes.rows import rows_of
from meetings.minutes.sections import sections_of
from meetings.models import ActionUpdate, Meeting
from meetings.presence import coming_and_going, quorum_story
from meetings.register import declarations


def room_of(meeting: Meeting) -> dict:
    """Sentences about the room, each list empty where nothing was noted."""
    return {
        "coming_and_going": coming_and_going(meeting),
        "quorum": quorum_story(meeting),
        "declarations": declarations(meeting),
    }


def updates_of(meeting: Meeting) -> list[dict]:
    """What this meeting heard of actions that earlier ones gave, each action once."""
    heard = ActionUpdate.objects.filter(meeting=meeting).exclude(action__meeting=meeting)
    by_action: dict[int, dict] = {}
    hidden: dict[int, Redaction] = {}
    for update in heard.select_related("action__meeting").order_by("at", "pk"):
        action = update.action
        if action.meeting_id not in hidden:
            hidden[action.meeting_id] = redaction_of(action.meeting)
        if reason := hidden[action.meeting_id].of_action(action):
            mark = {"what": "An update on one action", "reason": reason}
            by_action[action.pk] = {"withheld": mark}
            continue
        said = {"withheld": None, "text": action.text, "owner": action.owner or "", "heard": []}
        said |= {"from": action.meeting.date_text}
        by_action.setdefault(action.pk, said)["heard"].append(update.text)
    return list(by_action.values())


def redaction_of(meeting: Meeting) -> Redaction:
    """What is withheld of ``meeting``."""
    rows = rows_of(meeting)
    return Redaction.of(sections_of(rows), rows.papers_of)
