"""Whether a paper can go in: what is missing and stops it, what only warns, what is there."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone
from django.utils.text import capfirst

from proposals.deadlines import coming_meetings, is_late, meant_for
from proposals.ledger import unanswered
from proposals.models import Evidence, EvidenceKind, EvidenceStatus, Paper, Requirement
from proposals.models import SectionGroup as Group
from proposals.requirements import required_of
from proposals.sections import Written, sections_of
from proposals.states import FileState

STOP, WARN, OK = "stop", "warn", "ok"
ORDER = [STOP, WARN, OK]
ASKED_FOR = "asked for it"
MUST, MAY = "Must be there", "You may submit without it"


@dataclass(frozen=True)
class Check:
    """One line of the list: how grave, what, and where to mend it."""

    level: str
    text: str
    detail: str = ""
    url: str = ""


def readiness_of(paper: Paper, sections: list[Written] | None = None) -> list[Check]:
    """Every line for ``paper``: what stops first, then what warns, then what is done."""
    sections = sections_of(paper) if sections is None else sections
    asked = required_of(paper)
    checks = [
        *_answers(paper),
        *_evidence(paper, asked),
        *_sections(paper, sections, asked),
        *_files(paper, sections),
        *_people(paper),
        *_meeting(paper),
    ]
    return sorted(checks, key=lambda check: ORDER.index(check.level))


def stops(checks: list[Check]) -> list[Check]:
    return [check for check in checks if check.level == STOP]


def _answers(paper: Paper) -> Iterator[Check]:
    labels = [one.label for one in unanswered(paper)]
    if labels:
        *first, last = labels
        words = f"{', '.join(first)} and {last}" if first else last
        yield Check(STOP, f"Answer {words}", MUST, f"{paper.url_to('write_paper')}#asked")


def _evidence(paper: Paper, asked: list[Requirement]) -> Iterator[Check]:
    levels = {one.evidence: _level(one) for one in asked if one.evidence}
    known = {one.kind: one for one in paper.evidence.all()}
    for kind in EvidenceKind:
        yield from _of_kind(paper, kind, known.get(kind), levels.get(kind))


def _of_kind(paper, kind, evidence: Evidence | None, level: str | None) -> Iterator[Check]:
    page = f"{paper.url_to('write_paper')}#evidence-{kind}"
    if evidence and evidence.lacks:
        lacks = f"{kind.label} without a {' and a '.join(evidence.lacks)}"
        yield Check(level or WARN, lacks, f"{evidence.said}. {_may(level or WARN)}", page)
    elif evidence and evidence.is_done:
        yield Check(OK, kind.label, evidence.said)
    elif level:
        so_far = f"{evidence.get_status_display().lower()} so far. " if evidence else ""
        yield Check(level, kind.label, capfirst(so_far) + _may(level), page)
    is_there = evidence and evidence.is_done and evidence.status != EvidenceStatus.NOT_NEEDED
    if kind == EvidenceKind.LEGAL_OPINION and is_there and not evidence.covers_human_rights:
        yield Check(WARN, "The legal opinion has no human rights part", MAY, page)


def _sections(paper, sections: list[Written], asked: list[Requirement]) -> Iterator[Check]:
    levels = {one.section: _level(one) for one in asked if one.section}
    wanted = [one for one in sections if one.key in levels]
    for one in wanted:
        if one.is_empty and one.section.group == Group.PAPER:
            yield _empty(paper, f"{one.heading} is empty", one, levels[one.key])
    for level in (STOP, WARN):
        empty = [
            one
            for one in wanted
            if one.is_empty and one.section.group != Group.PAPER and levels[one.key] == level
        ]
        if empty:
            headings = "1 heading" if len(empty) == 1 else f"{len(empty)} headings"
            yield _empty(paper, f"{headings} of ALGO-CARE without words", empty[0], level)
    if wanted and not any(one.is_empty for one in wanted):
        yield Check(OK, "Every section that is asked for is written")


def _empty(paper, text: str, one: Written, level: str) -> Check:
    return Check(level, text, _may(level), f"{paper.url_to('write_paper')}#section-{one.key}")


def _files(paper: Paper, sections: list[Written]) -> Iterator[Check]:
    states = list(paper.files.values_list("state", flat=True))
    page = f"{paper.get_absolute_url()}#files"
    if FileState.REFUSED in states:
        yield Check(STOP, "A file was refused by the virus scan", "Remove it first.", page)
    if FileState.HELD in states:
        yield Check(WARN, "A file waits for the virus scan", "Nobody can open it yet.", page)
    if not states and all(one.is_empty for one in sections):
        begin = f"{paper.url_to('write_paper')}#section-{sections[0].key}" if sections else page
        yield Check(WARN, "Nothing is written, and no file is attached", MAY, begin)


def _people(paper: Paper) -> Iterator[Check]:
    missing = [name for name, who in roles_of(paper) if not who]
    page = paper.url_to("revise_paper")
    if paper.proposal.is_public and ASKED_FOR in missing:
        by = "On the open register the secretariat says it: write to them."
        yield Check(WARN, f"Nobody is named who {ASKED_FOR}", by)
        missing.remove(ASKED_FOR)
        if not missing:
            return
    if missing:
        yield Check(WARN, f"Nobody is named who {' or '.join(missing)}", MAY, page)
    else:
        yield Check(OK, "Four roles named")


def roles_of(paper: Paper) -> list[tuple[str, str]]:
    """The four roles as verbs, each with who has it (domain B20)."""
    presenters = [person.name for person in paper.presenters.all()]
    if paper.presented_by:
        presenters.append(paper.presented_by)
    body = paper.proposal.submitting_body
    return [
        (ASKED_FOR, paper.proposal.sponsor),
        ("submits", paper.submitted_by or (body.name if body else "")),
        ("presents", ", ".join(presenters)),
        ("leads its use", paper.operational_lead),
    ]


def _meeting(paper: Paper) -> Iterator[Check]:
    coming = coming_meetings()
    meeting = meant_for(paper, coming)
    page = paper.url_to("revise_paper")
    if meeting is None:
        if paper.wanted_meeting:
            yield Check(WARN, "The meeting it was meant for is not to come", "Choose another", page)
        elif coming:
            yield Check(WARN, "No meeting is chosen", MAY, page)
    elif is_late(meeting, timezone.now()):
        due = f"Papers for {meeting.date_text} were due on {meeting.due_on:%-d %B %Y}"
        yield Check(WARN, "The deadline is past", f"{due}. It goes in as late.", page)
    else:
        by = f"due by {meeting.due_on:%-d %B %Y}" if meeting.due_on else "no deadline is set"
        yield Check(OK, f"For the meeting of {meeting.date_text}", by)


def _level(requirement: Requirement) -> str:
    return STOP if requirement.is_blocking else WARN


def _may(level: str) -> str:
    return MUST if level == STOP else MAY
