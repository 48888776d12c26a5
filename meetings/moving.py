"""People who come and go while a meeting is under way, and what that does to its quorum.

Called inside acts; each writes what the minutes say of it.
"""

import datetime as dt

from django.utils import timezone

from meetings.models import Attendance, Going, Meeting, Movement, Presence
from meetings.presence import standing
from meetings.states import MeetingState


def come(attendance: Attendance, *, at: dt.datetime, remote: bool) -> None:
    """Have somebody be here from ``at`` on. Who is here when the first item begins never came."""
    before = Presence.ABSENT if attendance.was_there else attendance.presence
    attendance.presence = Presence.PRESENT
    attendance.joined_remotely, attendance.left_at = remote, None
    attendance.save()
    if has_begun(attendance.meeting):
        _move(attendance, Going.ARRIVED, at, before=before)
    else:
        attendance.movements.all().delete()


def go(attendance: Attendance, *, at: dt.datetime) -> None:
    """Have somebody be away from ``at`` on."""
    attendance.left_at = at
    attendance.save(update_fields=["left_at"])
    _move(attendance, Going.LEFT, at)


def take_back(movement: Movement) -> None:
    """Have somebody be where they were before ``movement``, their last: it never was."""
    attendance, kind = movement.attendance, movement.kind
    earlier = attendance.movements.exclude(pk=movement.pk).last()
    attendance.joined_remotely = movement.joined_remotely
    attendance.left_at = None
    if kind == Going.ARRIVED and earlier:
        attendance.left_at, attendance.joined_remotely = earlier.at, earlier.joined_remotely
    elif kind == Going.ARRIVED:
        attendance.presence, attendance.joined_remotely = movement.before, False
    attendance.save()
    movement.delete()


def has_begun(meeting: Meeting) -> bool:
    """Whether the first item was taken up and the meeting lasts: who comes now comes late."""
    is_on = meeting.state == MeetingState.UNDER_WAY
    return is_on and meeting.items.exclude(began_at=None).exists()


def note_quorum(meeting: Meeting, *, at: dt.datetime | None) -> dict:
    """Write down from when on the item that is on is quorate, or not, where that changes.

    Every act calls it that changes who may vote. What it returns goes on record with the act.
    """
    item = meeting.item_on()
    if item is None or meeting.terms is None:
        return {}
    now, last = standing(meeting, item), meeting.quorum_changes.last()
    if now.needed is None or (last and last.is_quorate == now.is_quorate):
        return {}
    meeting.quorum_changes.create(
        item=item,
        at=at or timezone.now(),
        is_quorate=now.is_quorate,
        present=now.present,
        needed=now.needed,
    )
    return {"quorate": now.is_quorate}


def _move(attendance, kind, at, **facts):
    attendance.movements.create(
        kind=kind,
        at=at,
        item=attendance.meeting.item_on(),
        joined_remotely=attendance.joined_remotely,
        **facts,
    )
