"""The papers of a proposal in its case file: versions, evidence, files, questions and answers.

Only what was put before the committee: drafts, returned papers, files that the scanner holds
or refused, and questions that their author keeps are left out.
"""

from django.template.defaultfilters import filesizeformat
from django.utils.text import capfirst

from proposals.case_file.blocks import cell, day, facts, heading, link, table, text
from proposals.case_file.gathering import Case
from proposals.frozen import files_of
from proposals.models import Paper
from proposals.readiness import roles_of
from proposals.said import said_in
from proposals.states import QuestionState

WHOM = {True: "Public", False: "Confidential"}
TOLD = [QuestionState.SHARED, QuestionState.SENT, QuestionState.ANSWERED]


def papers(case: Case) -> None:
    """A page for each paper, the first one first (settings.CASE_FILE)."""
    found = Paper.objects.put().filter(proposal=case.proposal).order_by("accepted_at", "pk")
    found = found.prefetch_related("presenters", "files", "evidence__file", "versions__document")
    for number, paper in enumerate(found, start=1):
        case.concerns(paper, f"the paper “{paper}”")
        case.page(f"papers/{number:02}.html", f"{paper.stage_label or 'Paper'}: {paper}", [
            *_said(paper), *_versions(case, paper), *_evidence(case, paper),
            *_files(case, paper), *_questions(case, paper),
        ])  # fmt: skip


def _said(paper) -> list[dict]:
    version = paper.versions.last()
    roles = version.snapshot.get("roles") if version else None
    roles = roles or [{"role": role, "who": who} for role, who in roles_of(paper)]
    return [
        facts(
            ("Reference", paper.reference),
            ("Stage", paper.stage_label),
            *((capfirst(one["role"]), one["who"]) for one in roles),
            ("Submitted", f"{day(paper.submitted_at)}{', late' if paper.is_late else ''}"),
            ("Put before the committee", day(paper.accepted_at)),
            ("State", paper.get_state_display()),
        ),
        *([heading("Summary"), text(paper.summary)] if paper.summary else []),
    ]


def _versions(case: Case, paper):
    for version in paper.versions.all():
        yield heading(f"Version {version.number}, submitted {day(version.submitted_at)}")
        document = version.document
        if document and document.is_ready:
            path = case.file("papers/files", document.file_name, document.sha256, document.size)
            yield facts(("As it was submitted", link("PDF", path)))
        for section in said_in(version):
            if section.text:
                yield heading(section.heading, level=3)
                yield text(section.text)


def _evidence(case: Case, paper) -> list[dict]:
    rows = [
        [
            one.get_kind_display(),
            one.get_status_display(),
            day(one.dated),
            one.approver,
            one.note,
            _file(case, one.file) if one.file_id else "",
        ]
        for one in paper.evidence.all()
    ]
    head = ["Evidence", "Status", "Date", "Approved by", "Note", "File"]
    return [heading("Evidence"), table("Evidence", head, rows)] if rows else []


def _files(case: Case, paper) -> list[dict]:
    """The files it has, and those that a version had: each once, with the versions it went with."""
    frozen = {version.number: files_of(version) for version in paper.versions.all()}
    found = {one.sha256: one for files in frozen.values() for one in files}
    found |= {file.sha256: file for file in paper.files.all()}
    if not found:
        return []
    rows = [
        [
            _file(case, file),
            "Public" if file.is_public else "Confidential",
            filesizeformat(file.size),
            ", ".join(str(number) for number, files in frozen.items() if file.sha256 in _of(files)),
        ]
        for file in found.values()
        if file.is_ready
    ]
    out = len(found) - len(rows)
    left = [text(f"Left out, not passed by the virus scan: {out}.")] if out else []
    head = ["File", "For whom", "Size", "Submitted with version"]
    return [heading("Files"), table("Files", head, rows), *left]


def _of(files) -> set[str]:
    return {one.sha256 for one in files}


def _file(case: Case, file) -> dict:
    if not file.is_ready:
        return cell("Left out: not passed by the virus scan")
    return link(file.name, case.file("papers/files", file.name, file.sha256, file.size))


def _questions(case: Case, paper) -> list[dict]:
    found = paper.advance_questions.filter(state__in=TOLD).select_related(
        "section", "asked_by", "answered_by"
    )
    rows = []
    for question in found:
        case.concerns(question, f"a question about “{paper}”")
        about = question.section.heading if question.section else "The whole paper"
        asked = f"{question.asked_by}, {day(question.asked_at)}"
        answered = f"{question.answered_by}, {day(question.answered_at)}"
        answer = f"{question.answer}\n({answered})" if question.answered_at else ""
        rows.append([about, question.text, asked, question.get_state_display(), answer])
    head = ["About", "Question", "Asked by", "State", "Answer"]
    title = "Questions asked before the meeting"
    return [heading(title), table(title, head, rows)] if rows else []
