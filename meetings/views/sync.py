"""The two addresses at which pages of the minute book keep in step (docs/minute-book.md)."""

from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.views.decorators.http import require_GET, require_POST

from committee.views.scripts import as_json, for_scripts
from meetings import sync
from meetings.changes import changes
from meetings.syncing import Sync
from meetings.views.found import item_at, minuted_meeting, secretariat_meeting


@for_scripts
@require_GET
def lines_changed(request, slug, pk):
    """What is new in the lines of one item, and who is where."""
    meeting = minuted_meeting(request, slug)
    item = item_at(meeting, pk)
    item.meeting = meeting
    since = request.GET.get("since", "")
    line = sync.as_uuid(request.GET.get("line"))
    told = changes(item, since=since, reader=request.user, line=line)
    if told is None:
        return HttpResponse(status=204)
    if "typing" in told:
        told["csrf"] = get_token(request)
    return as_json(told)


@for_scripts
@require_POST
def sync_lines(request, slug):
    """Do what a page of the minute book has to send."""
    meeting = secretariat_meeting(request, slug)
    try:
        if int(request.META.get("CONTENT_LENGTH") or 0) > sync.MOST_BYTES:
            raise sync.Malformed("That is more than 1 MB at once. Send it in parts.", 413)
        ops = sync.read(request.body)
    except sync.Malformed as wrong:
        return as_json({"sentence": str(wrong)}, wrong.status)
    return as_json(Sync(meeting, by=request.user).do(ops))
