"""What the minutes say of the quorum, once a coming or going is taken back.

Nothing is guessed from how the room stands now: what was noted since counts one more or one
less, and the moments at which the wrong one may have hidden a change are counted again.
"""

import datetime as dt

from meetings.models import AgendaItem, Going, Interest, Meeting, Movement, QuorumChange
from meetings.presence import appointed_to_vote, count_of


def retell_quorum(struck: Movement) -> None:
    """Have the quorum be told as if ``struck`` had never been noted. Called inside its act."""
    meeting = struck.attendance.meeting
    noted = list(meeting.quorum_changes.select_related("item"))
    if not noted or not struck.attendance.is_voting:
        return
    for change in noted:
        _count_without(struck, change)
    counted = [_counted_at(meeting, item, at) for item, at in _moments(meeting, struck.at)]
    known = [one for one in counted if one.needed is not None]
    told = None
    for change in sorted([*noted, *known], key=lambda one: one.at):
        if change.is_quorate != told:
            change.save()
        elif change.pk:
            change.delete()
        told = change.is_quorate


def _count_without(struck: Movement, change: QuorumChange) -> None:
    """Have ``change`` count somebody who had not left, or not somebody who had not come."""
    stayed = struck.kind == Going.LEFT
    is_later = change.at > struck.at
    is_its_own = change.at == struck.at and change.is_quorate != stayed
    if (is_later or is_its_own) and struck.attendance.person_id not in _barred(change):
        change.present = max(0, change.present + (1 if stayed else -1))
        change.is_quorate = change.present >= change.needed


def _moments(meeting: Meeting, since: dt.datetime) -> list[tuple[AgendaItem, dt.datetime]]:
    """When somebody with a vote came or went since, and when an item was taken up."""
    went = Movement.objects.filter(attendance__meeting=meeting, attendance__is_voting=True)
    went = went.filter(at__gte=since).exclude(item=None).select_related("item")
    begun = meeting.items.filter(began_at__gte=since)
    return [(one.item, one.at) for one in went] + [(item, item.began_at) for item in begun]


def _counted_at(meeting: Meeting, item: AgendaItem, at: dt.datetime) -> QuorumChange:
    """How it stood at ``at``, for ``item``: a row that is not saved yet."""
    change = QuorumChange(meeting=meeting, item=item, at=at)
    rows = meeting.attendances.filter(is_voting=True).prefetch_related("movements")
    here = {row.person_id for row in rows if _was_here(row, at)}
    now = count_of(here, _barred(change), appointed_to_vote(meeting), meeting.terms)
    change.present, change.needed, change.is_quorate = now.present, now.needed, now.is_quorate
    return change


def _was_here(row, at: dt.datetime) -> bool:
    """Whether somebody was in the room then, by their comings and goings."""
    moves = list(row.movements.all())
    earlier = [one for one in moves if one.at <= at]
    if earlier:
        return earlier[-1].kind == Going.ARRIVED
    return moves[0].kind == Going.LEFT if moves else row.is_here


def _barred(change: QuorumChange) -> set[int]:
    """Who had declared an interest by then, and does not vote on the item that was on."""
    if change.item is None:
        return set()
    declared = Interest.objects.in_item(change.item).barring_votes()
    return set(declared.filter(declared_at__lte=change.at).values_list("member", flat=True))
