"""What the lines of the minutes said before, for the secretariat alone."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from committee.closed import open_to
from meetings import actions, history
from meetings.models import Entry
from meetings.views.found import item_at, secretariat_meeting


def line_history(request, slug, key):
    """Every version of one line, there or removed."""
    meeting = secretariat_meeting(request, slug)
    items = open_to(meeting.items.all(), request.user)
    versions = history.of_line(meeting, key).filter(item__in=items)
    versions = list(versions.select_related("speaker_person"))
    entry = Entry.objects.filter(key=key, item__in=items).select_related("item").first()
    if not versions and entry is None:
        raise Http404
    item = meeting.items.filter(pk=versions[0].item_id).first() if versions else None
    told = history.folded(versions)
    page = {"meeting": meeting, "told": told, "entry": entry, "item": item}
    return render(request, "meetings/line_history.html", page)


def removed_lines(request, slug, pk):
    """What was removed under one item, to be put back."""
    meeting = secretariat_meeting(request, slug)
    item = item_at(meeting, pk)
    lines = history.removed_from(item).select_related("speaker_person")
    page = {"meeting": meeting, "item": item, "lines": lines}
    return render(request, "meetings/removed_lines.html", page)


@require_POST
def restore_entry(request, slug, pk, key):
    """Put one removed line back."""
    item = item_at(secretariat_meeting(request, slug), pk)
    if not history.removed_from(item).filter(key=key).exists():
        raise Http404
    entry = actions.restore_entry(item, by=request.user, key=key)
    messages.success(request, "The line is back.")
    return redirect(f"{item.log_url}#line-{entry.pk}")
