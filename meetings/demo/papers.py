"""What is put to the committee in the story: proposals and their papers."""

import datetime as dt
from functools import partial

from committee import storage
from committee.models import Organisation, Person
from meetings.demo.reading import HERE, day, moment, read
from proposals import actions
from proposals.files import TakenIn
from proposals.models import Paper

PDFS = HERE / "papers"  # the files of the papers that are still before the committee
TOLD = ("reference", "title", "kind", "level", "phase", "sponsor", "summary")


class Shelf:
    """The papers of the story by their short names, as they come in."""

    def __init__(self, cast: dict[str, Person], *, today: dt.date):
        self.cast, self.today, self.papers = cast, today, {}

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
        if "submitted" in paper:
            submitted = moment(self._day(paper), 15)
            yield submitted, partial(self._submit, paper, by=by, at=submitted)
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

    def _submit(self, paper, *, by, at):
        source = PDFS / f"{paper['key']}.pdf"
        if source.exists():
            content, name = source.read_bytes(), f"{paper['reference']}.pdf"
            file = TakenIn(name, storage.store(content), len(content))
            actions.attach_file(self[paper["key"]], file, by=by, at=at)
        actions.submit_paper(self[paper["key"]], by=by, at=at)

    def _withdraw(self, paper, *, by, at):
        reason = paper["withdrawn_because"]
        actions.withdraw_paper(self[paper["key"]], by=by, at=at, reason=reason)
