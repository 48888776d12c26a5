"""The pack on the web: agenda and papers to be read in their order, with one's own notes."""

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from committee.lines import Stale
from committee.refusals import Refused
from meetings import actions
from meetings.forms.notes import NoteForm
from meetings.notes import Note, about_of, kept_days, own_notes
from meetings.packs import standing_of
from meetings.reading import reading_of
from meetings.views.found import committee_meeting, secretariat_meeting


@require_safe
def pack(request, slug):
    """Items and papers in the order of the agenda; what the reader has read, and noted."""
    meeting = committee_meeting(request, slug)
    page = {
        "meeting": meeting,
        "reading": reading_of(meeting, request.user),
        "pack": standing_of(meeting, request.user),
        "kept_days": kept_days(meeting),
    }
    return render(request, "meetings/pack.html", page)


@require_POST
def order_pack(request, slug):
    """Have the pack made, and show how that goes."""
    meeting = secretariat_meeting(request, slug)
    return redirect(actions.order_pack(meeting, by=request.user))


@sensitive_post_parameters("text")
@require_POST
def write_note(request, slug):
    """Keep a private note; an empty one is removed. A script sends it as it is typed."""
    meeting = committee_meeting(request, slug)
    about = about_of(reading_of(meeting, request.user), request.POST.get("about", ""))
    if about is None:
        raise Http404
    form = NoteForm(request.POST)
    if not form.is_valid():
        raise Refused(" ".join(form.errors["text"]))
    try:
        note = actions.write_note(about, by=request.user, **form.cleaned_data)
    except Stale as stale:
        if request.accepts("text/html"):
            note = Note(about, kept=stale.line, typed=form.cleaned_data["text"])
            page = {"meeting": meeting, "note": note, "back": _back(request, meeting)}
            return render(request, "meetings/write_note.html", page, status=409)
        return JsonResponse({}, status=409)
    if request.accepts("text/html"):
        return redirect(_back(request, meeting))
    return JsonResponse({"version": note.version if note else 0})


def remove_note(request, slug, pk):
    """Remove one's own note, after asking."""
    meeting = committee_meeting(request, slug)
    note = get_object_or_404(own_notes(meeting, request.user), pk=pk)
    if request.method != "POST":
        return render(request, "meetings/remove_note.html", {"meeting": meeting, "note": note})
    actions.remove_note(note, by=request.user)
    messages.success(request, "The note is removed.")
    return redirect("meetings:pack", slug)


@require_safe
def notes(request, slug):
    """The reader's own notes about one meeting, on one page to print."""
    meeting = committee_meeting(request, slug)
    page = {"meeting": meeting, "notes": own_notes(meeting, request.user)}
    return render(request, "meetings/notes.html", page)


@require_safe
def notes_file(request, slug):
    """The same as a text file to take away."""
    meeting = committee_meeting(request, slug)
    text = render_to_string(
        "meetings/notes.txt", {"meeting": meeting, "notes": own_notes(meeting, request.user)}
    )
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="notes-{meeting.slug}.txt"'
    return response


def _back(request, meeting) -> str:
    """Where the note was written: the pack, or another page of ours that shows the note."""
    there = request.POST.get("back", "")
    if url_has_allowed_host_and_scheme(there, allowed_hosts=None):
        return there
    return reverse("meetings:pack", args=[meeting.slug])
