"""The agenda builder: one page, and an address for each thing done to an item."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from committee.forms.acting import done
from committee.order import in_order, step
from meetings import actions
from meetings.agenda import durations, steps, times_run_backwards
from meetings.falling_due import due_at
from meetings.forms.agenda import ItemForm, papers_for
from meetings.hours import clock
from meetings.inbox import submitted_papers
from meetings.views.found import item_at, secretariat_meeting


def agenda(request, slug):
    """The running order, and the papers that wait for a place on it."""
    meeting = secretariat_meeting(request, slug)
    items = in_order(meeting.items.prefetch_related("papers__proposal"))
    minutes = durations(items, meeting.ends_at)
    for item in items:
        item.minutes = minutes[item.pk] or item.minutes
        item.steps = steps(items, item)
    waiting = papers_for().exclude(meeting_papers__meeting=meeting)
    page = {
        "meeting": meeting,
        "items": items,
        "waiting": waiting,
        "submitted": submitted_papers(request.user),
        "due": due_at(meeting, request.user),
        "planned": sum(item.minutes or 0 for item in items),
        "unordered_times": times_run_backwards(items),
    }
    return render(request, "meetings/agenda.html", page)


def place_item(request, slug):
    """Put an item on the agenda."""
    meeting = secretariat_meeting(request, slug)
    form = ItemForm(request.POST or None, meeting=meeting, initial={"kind": "paper"})
    if done(form, actions.place_item, meeting, by=request.user):
        if request.POST.get("back") == "room":
            return redirect("meetings:room", slug)
        messages.success(request, f"“{form.result}” is on the agenda.")
        return redirect("meetings:agenda", slug)
    return render(request, "meetings/place_item.html", {"meeting": meeting, "form": form})


def revise_item(request, slug, pk):
    """Change what the agenda says of an item."""
    meeting = secretariat_meeting(request, slug)
    item = item_at(meeting, pk)
    form = ItemForm(request.POST or None, meeting=meeting, item=item, initial=_as_typed(item))
    if done(form, actions.revise_item, item, by=request.user):
        messages.success(request, f"“{item}” is saved.")
        return redirect("meetings:agenda", slug)
    page = {"meeting": meeting, "item": item, "form": form}
    return render(request, "meetings/revise_item.html", page)


@require_POST
def move_item(request, slug, pk):
    """Move an item one step, or to where it was dropped."""
    meeting = secretariat_meeting(request, slug)
    item = item_at(meeting, pk)
    if "step" in request.POST:
        place = step(in_order(meeting.items.all()), item, request.POST["step"])
    else:
        after = item_at(meeting, request.POST["after"]) if request.POST.get("after") else None
        place = after and after.parent, after
    if place:
        parent, after = place
        actions.move_item(item, by=request.user, parent=parent, after=after)
    return redirect(f"{_url(meeting)}#item-{item.pk}")


def remove_item(request, slug, pk):
    """Take an item off, after asking."""
    meeting = secretariat_meeting(request, slug)
    item = item_at(meeting, pk)
    if request.method != "POST":
        return render(request, "meetings/remove_item.html", {"meeting": meeting, "item": item})
    actions.remove_item(item, by=request.user)
    messages.success(request, f"“{item}” is off the agenda.")
    return redirect("meetings:agenda", slug)


@require_POST
def time_items(request, slug):
    """Work out when each item begins from the minutes each is given."""
    meeting = secretariat_meeting(request, slug)
    given = {
        int(name.removeprefix("minutes-")): int(value)
        for name, value in request.POST.items()
        if name.removeprefix("minutes-").isdecimal() and value.isdecimal()
    }
    actions.time_items(meeting, by=request.user, minutes=given)
    messages.success(request, "The times are worked out.")
    return redirect("meetings:agenda", slug)


@require_POST
def order_agenda(request, slug):
    """Have the agenda made into a PDF, and show how that goes."""
    meeting = secretariat_meeting(request, slug)
    return redirect(actions.order_agenda(meeting, by=request.user))


def _url(meeting):
    return redirect("meetings:agenda", meeting.slug).url


def _as_typed(item):
    fields = ["kind", "title", "number", "starts_at", "minutes"]
    said = {name: getattr(item, name) for name in fields}
    return said | {
        "began": clock(item.began_at),
        "lead": ", ".join(item.lead),
        "papers": [row.paper_id for row in item.item_papers.all()],
        "restricted": item.restricted,
        "restricted_reason": item.restricted_reason,
    }
