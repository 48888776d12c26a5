"""A paper as it was submitted: what it said in every part, frozen, and ready to be printed."""

import datetime as dt
import hashlib
import json
import re
from itertools import count

from django.db.models import Q
from django.utils import timezone

from committee.models import CommitteeName
from proposals.deadlines import meant_for
from proposals.ledger import to_answer
from proposals.models import Paper, PaperVersion, Stage
from proposals.readiness import roles_of
from proposals.requirements import required_of
from proposals.sections import sections_of

TEMPLATE = "proposals/documents/paper.html"
BETWEEN = re.compile(r"\n[ \t]*\n")


def snapshot_of(paper: Paper, *, number: int, at: dt.datetime, by) -> dict:
    """Everything ``paper`` says at this moment, as plain values."""
    meeting = meant_for(paper)
    said = {
        "committee": str(CommitteeName.objects.on(timezone.localdate(at)) or ""),
        "number": number,
        "title": str(paper),
        "proposal": str(paper.proposal),
        "reference": paper.reference or paper.proposal.reference or "",
        "stage": paper.stage_label,
        "follows": _follows(paper),
        "meeting": meeting and {"slug": meeting.slug, "date": meeting.date_text},
        "roles": [{"role": role, "who": who} for role, who in roles_of(paper)],
        "kind": _kind(paper.proposal),
        "summary": paper.summary,
        "sections": _sections(paper),
        "answers": _answers(paper),
        "evidence": _evidence(paper),
        "asked": [_asked(one) for one in required_of(paper)],
        "files": list(
            paper.files.values("name", "sha256", "size", "media_type", "is_public", "state")
        ),
        "is_late": paper.is_late,
        "submitted": f"{timezone.localtime(at):%-d %B %Y, %H:%M}",
        "submitted_by": str(by),
    }
    return said | {"digest": digest_of(said)}


def digest_of(said: dict) -> str:
    """The SHA-256 of what a snapshot says."""
    text = {name: value for name, value in said.items() if name != "digest"}
    canonical = json.dumps(text, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def not_accepted() -> Q:
    """PDFs of versions that the committee was not given (settings.HELD_BACK)."""
    given = PaperVersion.objects.accepted().values("pk")
    held = PaperVersion.objects.exclude(document=None).exclude(pk__in=given)
    return Q(pk__in=held.values("document"))


def _follows(paper: Paper) -> str:
    earlier = paper.predecessor
    return ", ".join(filter(None, [str(earlier), earlier.stage_label])) if earlier else ""


def _kind(proposal) -> str:
    words = [proposal.get_kind_display(), proposal.get_level_display()]
    return ", ".join(word for word in words if word)


def _sections(paper: Paper) -> list[dict]:
    """What every section says; its paragraphs are numbered through the whole paper."""
    numbers = count(1)
    return [
        {
            "key": one.key,
            "group": one.section.group,
            "heading": one.heading,
            "prompt": one.section.prompt,
            "text": one.text,
            "paragraphs": [
                {"number": next(numbers), "text": words} for words in paragraphs_of(one.text)
            ],
        }
        for one in sections_of(paper)
    ]


def paragraphs_of(text: str) -> list[str]:
    """``text`` as it was parted by empty lines."""
    return [words.strip() for words in BETWEEN.split(text.strip()) if words.strip()]


def _answers(paper: Paper) -> list[dict]:
    return [
        {
            "label": asked.label,
            "asked": asked.words,
            "extent": answer.get_extent_display(),
            "text": answer.text,
            "file": _file(answer.file),
        }
        for asked, answer in to_answer(paper)
        if answer
    ]


def _evidence(paper: Paper) -> list[dict]:
    return [
        {
            "kind": one.kind,
            "label": one.get_kind_display(),
            "status": one.get_status_display(),
            "dated": f"{one.dated:%-d %B %Y}" if one.dated else "",
            "approver": one.approver,
            "covers_human_rights": one.covers_human_rights,
            "note": one.note,
            "file": _file(one.file),
        }
        for one in paper.evidence.select_related("file")
    ]


def _file(file) -> dict | None:
    """A file that is named as evidence, as proposals/frozen.py finds it again."""
    names = ("name", "sha256", "size", "media_type", "state")
    return {name: getattr(file, name) for name in names} if file else None


def _asked(requirement) -> dict:
    return {
        "evidence": requirement.evidence,
        "section": requirement.section,
        "is_blocking": requirement.is_blocking,
        "stage": Stage(requirement.stage).label,
    }
