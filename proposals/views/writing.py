"""Where a paper is written: all its sections on one page, saved as they are typed."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_POST

from committee.authority import require
from committee.lines import Stale
from committee.refusals import NotPermitted, Refused
from committee.views.scripts import as_json, for_scripts
from proposals import actions
from proposals.deadlines import meant_for
from proposals.editing import Editor, editor_of
from proposals.ledger import to_answer
from proposals.models import PaperSection
from proposals.readiness import readiness_of, roles_of, stops
from proposals.states import STILL_WRITTEN
from proposals.views.found import paper_of


def write_paper(request, slug, pk):
    """All of a paper to be written; with a button that saves for those without script."""
    paper = paper_of(request, slug, pk)
    if paper.state not in STILL_WRITTEN:
        return redirect(paper)
    require(request.user, "proposals.write_section", paper)
    editor = editor_of(paper)
    if request.method == "POST":
        _save(request, editor)
        if not editor.has_unsaved:
            messages.success(request, "Saved.")
            return redirect(request.path)
    return render(request, "proposals/write_paper.html", _page(editor))


def _page(editor: Editor) -> dict:
    paper = editor.paper
    return {
        "paper": paper,
        "proposal": paper.proposal,
        "editor": editor,
        "asked": to_answer(paper),
        "roles": roles_of(paper),
        "meeting": meant_for(paper),
        **_ready(paper, [one.written for one in editor.fields]),
    }


def _ready(paper, sections=None) -> dict:
    checks = readiness_of(paper, sections)
    return {"checks": checks, "missing": stops(checks)}


def _save(request, editor: Editor) -> None:
    """Save each section that was changed, apart: a conflict in one keeps no other back."""
    for field in editor.fields:
        one = field.written
        text = request.POST.get(f"text-{one.key}")
        if text is None or plain(text) == one.text:
            continue
        version = _number(request.POST.get(f"version-{one.key}"))
        try:
            said = {"section": one.section, "text": plain(text), "version": version}
            actions.write_section(editor.paper, by=request.user, **said)
        except NotPermitted:
            raise
        except Stale as stale:
            field.typed, field.theirs = plain(text), stale.line
        except Refused as refusal:
            field.typed, field.problem = plain(text), str(refusal)


@for_scripts
@require_POST
def write_section(request, slug, pk, section):
    """Save one section as it is typed; what a colleague saved meanwhile is not overwritten."""
    paper = paper_of(request, slug, pk)
    wanted = get_object_or_404(PaperSection, outline=paper.outline_id, key=section)
    said = {
        "section": wanted,
        "text": plain(request.POST.get("text", "")),
        "version": _number(request.POST.get("version")),
    }
    try:
        saved = actions.write_section(paper, by=request.user, **said)
    except Stale as stale:
        return as_json(_told(stale.line) | {"theirs": stale.line.text}, status=stale.status)
    except Refused as refusal:
        return as_json({"sentence": str(refusal)}, status=refusal.status)
    page = {"paper": paper, "proposal": paper.proposal, **_ready(paper)}
    ready = render_to_string("proposals/_paper_ready.html", page, request)
    return as_json(_told(saved) | {"ready": ready})


def _told(saved) -> dict:
    if saved is None or not saved.version:
        return {"version": 0, "at": "", "by": ""}
    at = timezone.localtime(saved.saved_at)
    return {"version": saved.version, "at": f"{at:%H:%M}", "by": str(saved.saved_by)}


def plain(text: str) -> str:
    """``text`` with the line ends that a script sends and a form does not."""
    return text.replace("\r\n", "\n")


def _number(said) -> int:
    return int(said) if said and said.isdecimal() and len(said) < 10 else 0


@require_POST
def submit_paper(request, slug, pk):
    """Hand a paper in, or go to the first thing that is missing."""
    paper = paper_of(request, slug, pk)
    require(request.user, "proposals.submit_paper", paper)
    if paper.state in STILL_WRITTEN and (missing := stops(readiness_of(paper))):
        messages.error(request, f"It cannot go in yet. First: {missing[0].text}.")
        return redirect(missing[0].url or paper.url_to("write_paper"))
    actions.submit_paper(paper, by=request.user)
    late = " It is past the deadline, and shown as late." if paper.is_late else ""
    messages.success(request, f"The paper is submitted: the secretariat checks it.{late}")
    return redirect(paper)
