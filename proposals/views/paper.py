"""One paper as a document to read, and what changed in it."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from proposals.asked import asked_of, by_section
from proposals.changes import since_predecessor, since_version
from proposals.frozen import open_files_of
from proposals.models import Paper
from proposals.readiness import roles_of
from proposals.said import (
    AT_ANSWERS,
    AT_EVIDENCE,
    newest_version,
    said_in,
    said_now,
    version_to_read,
    why_returned,
)
from proposals.states import STILL_WRITTEN
from proposals.views.found import paper_of

OF_ALL = ["", AT_ANSWERS, AT_EVIDENCE]  # reasons about no section: they stand before the paper


@require_safe
def paper(request, slug, pk):
    """One paper: what it says, its files, what is asked of it and what came of it."""
    found = paper_of(request, slug, pk)
    asked = by_section(asked_of(found, request.user))
    version = version_to_read(found)
    frozen = version.snapshot if version else {}
    reasons = why_returned(newest_version(found) if found.state in STILL_WRITTEN else None)
    said = said_in(version) if version else said_now(found)
    if not any(one.text.strip() for one in said):  # a file alone: nothing to show in sections
        said, asked, reasons = [], _together(asked), _together(reasons)
    page = {
        "paper": found,
        "proposal": found.proposal,
        "version": version,
        "parts": _parts(said, asked, reasons),
        "summary": frozen.get("summary", found.summary),
        "answers": frozen.get("answers", []),
        "evidence": frozen.get("evidence", []),
        "roles": _roles(found, frozen),
        "open_files": open_files_of(version) if version else set(),
        "reasons_of_all": [one for at in OF_ALL for one in reasons.get(at, [])],
        "asked_of_all": asked.get("", []),
        "asked_number": sum(map(len, asked.values())),
        "decisions": found.decisions.visible_to(request.user).select_related("outcome"),
        "follows": predecessor_of(found, request.user),
        "is_read": found.reading_marks.filter(member=request.user).exists(),
    }
    return render(request, "proposals/paper.html", page)


def _roles(paper: Paper, frozen: dict) -> list[dict]:
    """Who asked for it, submits, presents and leads: as it was submitted, else as it stands."""
    return frozen.get("roles") or [{"role": role, "who": who} for role, who in roles_of(paper)]


def _together(by_key: dict[str, list]) -> dict[str, list]:
    return {"": [one for some in by_key.values() for one in some]}


def _parts(said, asked, reasons):
    """The paper's own part and that of ALGO-CARE: (which, its sections, headings without words).

    Each section comes with what is asked at it, and why it came back.
    """
    parts = [_part(said, asked, reasons, is_algo_care=which) for which in (False, True)]
    return [part for part in parts if part[1] or part[2]]


def _part(said, asked, reasons, *, is_algo_care):
    told, empty = [], []
    for one in said:
        if one.is_algo_care == is_algo_care:
            beside = asked.get(one.key, []), reasons.get(one.key, [])
            if one.text.strip() or any(beside):
                told.append((one, *beside))
            else:
                empty.append(one)
    return is_algo_care, told, empty


@require_safe
def paper_changes(request, slug, pk):
    """What changed since the paper before it, or for its writers since an earlier version."""
    found = paper_of(request, slug, pk)
    versions = _earlier_versions(request, found)
    follows = predecessor_of(found, request.user)
    number = request.GET.get("version", "")
    if number.isdecimal():
        compared = since_version(found, get_object_or_404(versions, number=int(number)))
    else:
        compared = since_predecessor(found, follows)
    page = {
        "paper": found,
        "proposal": found.proposal,
        "compared": compared,
        "follows": follows,
        "versions": versions,
        "chosen": number,
    }
    return render(request, "proposals/paper_changes.html", page)


def _earlier_versions(request, found: Paper):
    """Versions that came back: for the secretariat and the body alone."""
    if request.user.sits_with_committee and not request.user.is_secretariat:
        return found.versions.none()
    versions = found.versions.order_by("-number")
    if found.state in STILL_WRITTEN:
        return versions
    last = versions.first()
    return versions.exclude(pk=last.pk) if last else versions


def predecessor_of(paper: Paper, reader) -> Paper | None:
    """The paper that ``paper`` follows, if its reader may read that too."""
    if paper.predecessor_id is None:
        return None
    earlier = Paper.objects.visible_to(reader).select_related("proposal")
    return earlier.filter(pk=paper.predecessor_id).first()
