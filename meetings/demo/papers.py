"""What is put to the committee in the story: proposals and their papers."""

import datetime as dt
from functools import partial

from committee import storage
from committee.models import Organisation, Person, TermsOfReference
from meetings.demo.asking import reasons_of
from meetings.demo.reading import HERE, day, moment, read
from proposals import actions
from proposals.deadlines import coming_meetings
from proposals.files import TakenIn, take_in_bytes, uncover
from proposals.ledger import unanswered
from proposals.models import Paper

PDFS = HERE / "papers"  # the files of the papers that are still before the committee
TOLD = ("reference", "title", "kind", "level", "phase", "sponsor", "summary")


def set_requirements(*, by: Person, at: dt.datetime) -> None:
    """Say what papers need at each stage: of the story's own making."""
    terms = TermsOfReference.objects.on()
    for stage, asked in read("written")["requirements"].items():
        levels = dict.fromkeys(asked["must"], True) | dict.fromkeys(asked["may"], False)
        actions.set_requirements(terms, by=by, at=at, stage=stage, asked=levels)


class Shelf:
    """The papers of the story by their short names, as they come in."""

    def __init__(self, cast: dict[str, Person], *, today: dt.date):
        self.cast, self.today, self.papers = cast, today, {}
        told = read("written")
        self.written, self.answers = told["papers"], told["answers"]

    def __getitem__(self, key: str) -> Paper:
        self.papers[key].refresh_from_db()
        return self.papers[key]

    def events(self):
        """What happens to proposals and papers: when, and what is then to be done."""
        for story in read("proposals"):
            by = self._submitter(story)
            first = min(self._day(paper) for paper in story["papers"])
            begun = moment(first - dt.timedelta(days=20), 10)
            yield begun, partial(self._enter, story, by=by, at=begun)
            for paper in story["papers"]:
                yield from self._of_paper(story, paper, by)

    def _of_paper(self, story, paper, by):
        drafted = moment(self._day(paper) - dt.timedelta(days=9), 11)
        yield drafted, partial(self._draft, story, paper, by=by, at=drafted)
        if paper["key"] in self.written:
            written = drafted + dt.timedelta(days=1)
            yield written, partial(self._write, paper, by=by, at=written)
        if "submitted" in paper:
            submitted = moment(self._day(paper), 15)
            yield submitted, partial(self._submit, paper, by=by, at=submitted)
        if "returned" in paper:
            returned = moment(day(paper["returned"], today=self.today), 9)
            yield returned, partial(self._return, paper, at=returned)
        if "withdrawn" in paper:
            withdrawn = moment(paper["withdrawn"], 12)
            yield withdrawn, partial(self._withdraw, paper, by=by, at=withdrawn)

    def _day(self, paper) -> dt.date:
        return day(paper.get("submitted", "today-1"), today=self.today)

    def _submitter(self, story) -> Person:
        """Who presents submits; for a body without presenters the secretary does."""
        presenters = next((paper["by"] for paper in story["papers"] if paper["by"]), [])
        return self.cast[presenters[0] if presenters else "ellery"]

    def _enter(self, story, *, by, at):
        body = Organisation.objects.get(short_name=story.get("submitted_by", "Lab"))
        told = {name: story[name] for name in TOLD if name in story}
        proposal = actions.add_proposal(by=by, at=at, submitting_body=body, **told)
        for name in story.get("aliases", []):
            proposal.aliases.create(name=name)
        self.papers[story["key"]] = proposal

    def _draft(self, story, paper, *, by, at):
        drafted = actions.draft_paper(
            self.papers[story["key"]],
            by=by,
            at=at,
            stage=paper["stage"],
            title=paper["title"],
            reference=paper["reference"],
            operational_lead=paper["lead"],
            summary=paper["summary"],
        )
        drafted.presenters.set(self.cast[key] for key in paper["by"])
        self.papers[paper["key"]] = drafted

    def _write(self, paper, *, by, at):
        """Say in each section what the story says, and what the paper rests on."""
        told, draft = self.written[paper["key"]], self[paper["key"]]
        about = {"presented_by": told["presented_by"]}
        if "submitted" not in paper or paper.get("is_unchecked") or "returned" in paper:
            about["wanted_meeting"] = self._next_meeting()
        actions.revise_paper(draft, by=by, at=at, **about)
        sections = {one.key: one for one in draft.outline.sections.all()}
        for key, text in told["texts"].items():
            said = {"section": sections[key], "text": text, "version": 0}
            actions.write_section(draft, by=by, at=at, **said)
        for kind, said in told.get("evidence", {}).items():
            actions.set_evidence(draft, by=by, at=at, kind=kind, **said)
        for name in told.get("public_files", []):  # one of them hides something: so it is not
            file = take_in_bytes(name, (PDFS / paper["key"] / name).read_bytes())
            attached = actions.attach_file(draft, file, by=by, at=at)
            actions.mark_file_public(attached, uncover(file.sha256), by=by, at=at)

    def _next_meeting(self) -> str:
        on = day("soon", today=self.today)
        return next((one.slug for one in coming_meetings() if one.on >= on), "")

    def _submit(self, paper, *, by, at):
        source = PDFS / f"{paper['key']}.pdf"
        if source.exists():
            content, name = source.read_bytes(), f"{paper['reference']}.pdf"
            file = TakenIn(name, storage.store(content), len(content))
            actions.attach_file(self[paper["key"]], file, by=by, at=at)
        self._answer(self[paper["key"]], by=by, at=at)
        actions.submit_paper(self[paper["key"]], by=by, at=at)
        if not (paper.get("is_unchecked") or "returned" in paper):
            actions.accept_paper(self[paper["key"]], by=self.cast["ellery"], at=at)

    def _return(self, paper, *, at):
        found = self[paper["key"]]
        reasons = reasons_of(found, paper["key"])
        actions.return_paper(found, by=self.cast["ellery"], at=at, reasons=reasons)

    def _answer(self, paper: Paper, *, by, at):
        """Say of every point that stands what came of it."""
        for place, asked in enumerate(unanswered(paper)):
            in_turn = self.answers[asked.kind]
            said = in_turn[place % len(in_turn)]
            actions.answer_recommendation(asked, by=by, at=at, paper=paper, **said)

    def _withdraw(self, paper, *, by, at):
        reason = paper["withdrawn_because"]
        actions.withdraw_paper(self[paper["key"]], by=by, at=at, reason=reason)
