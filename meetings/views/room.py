"""The room: one address, a page for each role, kept up to date by one question every 2 seconds."""

import hashlib
import re
from dataclasses import dataclass
from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_safe

from committee.models import Event
from meetings.asked import asked_in
from meetings.business import vote_in_room
from meetings.forms.lines import NoteForm
from meetings.log import Log
from meetings.models import Meeting
from meetings.notes import beside
from meetings.readiness import unfinished
from meetings.reading import papers_beside
from meetings.register import panel as interests_panel
from meetings.room import Room
from meetings.seats import moved_at
from meetings.speakers import speakers_at
from meetings.states import MeetingState
from meetings.views.found import reads_log
from meetings.worklist_of_minutes import items as minutes_waiting

SECRETARY = {
    "clock": "meetings/_room_clock.html",
    "asked": "meetings/_room_asked.html",
    "order": "meetings/_room_order.html",
    "vote": "meetings/_room_vote.html",
    "here": "meetings/_room_here.html",
    "interests": "meetings/_room_interests.html",
}
COMMITTEE = {
    "call": "meetings/_room_call.html",
    "agenda": "meetings/_room_agenda.html",
    "present": "meetings/_room_present.html",
    "interests": "meetings/_room_interests.html",
    "notes": "meetings/_room_notes.html",
}
CONDUCT = {"conduct": "meetings/_room_conduct.html"}  # for whoever of them leads
CALLED = {"called": "meetings/_room_called.html"}
OVER = {MeetingState.CLOSED, MeetingState.CANCELLED}
STOP = 286  # htmx shows the answer and asks no more
KNOWN_BY = re.compile(r'data-known-by="([^"]*)"')
TOKENS = re.compile(r'<input type="hidden" name="csrfmiddlewaretoken"[^>]*>')


@dataclass(frozen=True)
class Panel:
    """A part of the page that is replaced by itself; ``mark`` tells what it said last.

    The mark goes into addresses, and these into logs: a panel with private words says itself
    by what else it is known.
    """

    name: str
    html: str

    @property
    def mark(self) -> str:
        known = KNOWN_BY.search(self.html)
        said = hashlib.sha256((known[1] if known else TOKENS.sub("", self.html)).encode())
        return f"{self.name}:{said.hexdigest()[:12]}"


@require_safe
def room(request, slug):
    """The room, as the reader meets it."""
    entered, template, panels = _enter(request, slug)
    page = {
        "meeting": entered.meeting,
        "room": entered,
        "item": entered.item,
        "panels": {panel.name: panel for panel in panels},
        "stamp": _stamp(),
    }
    if template == "meetings/room.html":
        page["unfinished"] = unfinished(entered.meeting, request.user)
    if template == "meetings/room.html" and entered.item and not entered.item.is_closed_to_reader:
        page |= _book(entered)
    if template == "meetings/room_committee.html":
        page["waiting"] = minutes_waiting(request.user)
    return render(request, template, page)


@require_safe
def room_live(request, slug):
    """What has changed since the reader was told last; nothing (204) costs one query.

    ``seen`` names what the page shows: the number of the last act with the minute, and a
    mark for each panel.
    """
    seen, stamp = set(request.GET.getlist("seen")), _stamp()
    if stamp in seen:
        return HttpResponse(status=204)
    entered, _, panels = _enter(request, slug)
    changed = [panel for panel in panels if panel.mark not in seen]
    page = {"panels": changed, "stamp": stamp}
    status = STOP if entered.meeting.state in OVER else 200
    return render(request, "meetings/room_live.html", page, status=status)


def _stamp() -> str:
    """While it stays, nothing shown here has changed on record, and no clock has moved on.

    Lines of the minutes do not count: while they are typed the room has nothing new to tell.
    """
    acts = Event.objects.exclude(subject_type="meetings.entry").order_by("-number")
    last = acts.values_list("number", flat=True).first()
    return f"stamp:{last}-{timezone.localtime():%H%M}"


def _enter(request, slug) -> tuple[Room, str, list[Panel]]:
    """The room, the page of the reader's role, and its panels; or 404."""
    meetings = Meeting.objects.visible_to(request.user).select_related("terms", "chaired_by")
    meeting = get_object_or_404(meetings, slug=slug)
    meeting.reader = request.user
    asked = request.GET.get("item", "") if request.user.is_secretariat else ""
    chosen = int(asked) if asked.isdecimal() else None
    entered = Room(meeting, request.user, chosen=chosen, now=timezone.now())
    if request.user.is_secretariat:
        template, panels = "meetings/room.html", SECRETARY
    elif request.user.sits_with_committee:
        template, panels = "meetings/room_committee.html", COMMITTEE
        if entered.leads:
            panels = panels | CONDUCT
    elif entered.is_expected:
        template, panels = "meetings/room_called.html", CALLED
    else:
        raise Http404
    page = _said_in(panels, entered)
    return (
        entered,
        template,
        [
            *(Panel(name, render_to_string(file, page, request)) for name, file in panels.items()),
            Panel("says", render_to_string("meetings/_room_says.html", page, request)),
        ],
    )


def _said_in(panels, entered: Room) -> dict:
    """What the templates of ``panels`` read."""
    meeting, item, reader = entered.meeting, entered.item, entered.reader
    page = {"meeting": meeting, "room": entered, "item": item, "back": "room"}
    page |= {  # each asked for by one panel alone
        "moved": partial(moved_at, meeting),
        "notes": partial(beside, item, reader),
    }
    is_open = item and not item.is_closed_to_reader
    if is_open and {"vote", "conduct"} & set(panels):
        page["panel"] = vote_in_room(item, entered.votes_of(item), reader=reader)
    if is_open and "asked" in panels:
        page["asked"] = asked_in(item, reader)
    if "interests" in panels:
        is_any = bool(entered.interests)
        page["interests"] = interests_panel(meeting, item, reader, is_any=is_any)
    return page


def _book(entered: Room) -> dict:
    """What the minute book of the item needs."""
    log = Log(entered.meeting, entered.item)
    present = speakers_at(entered.meeting)
    return {
        "log": log,
        "form": NoteForm(lines=log.lines, present=present),
        "speakers": present,
        "papers": papers_beside(entered.item, entered.reader),
        "may_read_log": reads_log(entered.reader),
    }
