"""The minutes being written: one page per item, and an address for each thing done to a line."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from committee.closed import open_to
from committee.forms.acting import done
from committee.lines import Stale
from committee.order import step
from meetings import actions, outline
from meetings.asked import asked_in
from meetings.forms.lines import NoteForm, RestrictForm, ReviseForm
from meetings.log import Log, last_edit
from meetings.models import Entry
from meetings.speakers import speakers_at
from meetings.views.found import item_at, minuted_meeting, secretariat_meeting
from proposals.models import AdvanceQuestion


def log(request, slug):
    """All items of a meeting with what is written under them."""
    meeting = minuted_meeting(request, slug)
    return render(request, "meetings/log.html", {"meeting": meeting, "log": Log(meeting)})


def log_item(request, slug, pk):
    """The lines of one item, and the place to type the next."""
    meeting = minuted_meeting(request, slug)
    return _book(request, meeting, item_at(meeting, pk))


def note_entry(request, slug, pk):
    """Write one line."""
    meeting = secretariat_meeting(request, slug)
    item = item_at(meeting, pk)
    if request.method != "POST":
        return redirect("meetings:log_item", slug, pk)
    lines = outline.numbered(item)
    form = NoteForm(request.POST, lines=lines, present=speakers_at(meeting))
    if form.is_valid():
        actions.note_entry(item, by=request.user, **form.cleaned_data)
        return redirect("meetings:log_item", slug, pk)
    return _book(request, meeting, item, form=form)


@require_POST
def put_question(request, slug, pk):
    """Put a question that was asked in advance; back to where that was pressed."""
    meeting = secretariat_meeting(request, slug)
    item = item_at(meeting, pk)
    asked = request.POST.get("question", "")
    questions = AdvanceQuestion.objects.visible_to(request.user)
    if not asked.isdecimal():
        raise Http404
    actions.put_question(
        item, by=request.user, question=get_object_or_404(questions, pk=int(asked))
    )
    if request.POST.get("back") == "room":
        return redirect(f"{reverse('meetings:room', args=[slug])}?item={item.pk}")
    return redirect("meetings:log_item", slug, pk)


def revise_entry(request, slug, pk):
    """Edit one line in its place; where somebody else was quicker, show both texts."""
    meeting = secretariat_meeting(request, slug)
    entry = _entry(meeting, pk)
    form = ReviseForm(request.POST or None, entry=entry, present=speakers_at(meeting))
    if not form.is_valid():
        return _book(request, meeting, entry.item, editing=entry, revise=form)
    try:  # the one refusal with a page of its own, where nothing typed may be lost
        actions.revise_entry(entry, by=request.user, **form.cleaned_data)
    except Stale as conflict:
        return _conflict(request, meeting, conflict.line, form)
    return redirect(f"{entry.item.log_url}#line-{entry.pk}")


@require_POST
def move_entry(request, slug, pk):
    """Move one line a step, or to another item."""
    meeting = secretariat_meeting(request, slug)
    entry = _entry(meeting, pk)
    here = entry.item
    if request.POST.get("item"):
        actions.move_entry(entry, by=request.user, item=item_at(meeting, request.POST["item"]))
        messages.success(request, f"The line is now under “{entry.item}”.")
    elif place := step(outline.rows(here), entry, request.POST.get("step", "")):
        parent, after = place
        actions.move_entry(entry, by=request.user, parent=parent, after=after)
    return redirect(f"{here.log_url}#line-{entry.pk}")


def remove_entry(request, slug, pk):
    """Take one line out, after asking."""
    meeting = secretariat_meeting(request, slug)
    entry = _entry(meeting, pk)
    if request.method != "POST":
        return render(request, "meetings/remove_entry.html", {"meeting": meeting, "entry": entry})
    version = request.POST.get("version", "")
    version = int(version) if version.isdecimal() else 0
    actions.remove_entry(entry, by=request.user, version=version)
    messages.success(request, "The line is removed.")
    return redirect(entry.item.log_url)


def restrict_entry(request, slug, pk):
    """Withhold one line from what is published, for a reason."""
    meeting = secretariat_meeting(request, slug)
    entry = _entry(meeting, pk)
    form = RestrictForm(request.POST or None, initial={"reason": entry.restricted_reason})
    if done(form, actions.restrict_entry, entry, by=request.user):
        return redirect(f"{entry.item.log_url}#line-{entry.pk}")
    page = {"meeting": meeting, "entry": entry, "form": form}
    return render(request, "meetings/restrict_entry.html", page)


@require_POST
def unrestrict_entry(request, slug, pk):
    """Publish one line after all."""
    entry = _entry(secretariat_meeting(request, slug), pk)
    actions.unrestrict_entry(entry, by=request.user)
    return redirect(f"{entry.item.log_url}#line-{entry.pk}")


def _entry(meeting, pk) -> Entry:
    entries = Entry.objects.filter(item__in=open_to(meeting.items.all(), meeting.reader))
    return get_object_or_404(entries.select_related("item__meeting", "speaker_person"), pk=pk)


def _book(request, meeting, item, *, form=None, editing=None, revise=None):
    log = Log(meeting, item)
    present = speakers_at(meeting)
    page = {
        "meeting": meeting,
        "item": item,
        "asked": asked_in(item, request.user),
        "log": log,
        "form": form or NoteForm(lines=log.lines, present=present),
        "editing": editing,
        "revise": revise,
        "speakers": present,
    }
    return render(request, "meetings/log_item.html", page)


def _conflict(request, meeting, entry, form):
    page = {"meeting": meeting, "entry": entry, "form": form, "edit": last_edit(entry)}
    return render(request, "meetings/conflict.html", page, status=409)
