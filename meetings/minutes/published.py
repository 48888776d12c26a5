"""From a published version of the minutes to what lists and histories show of it.

This is the rule of what the public may know of papers, outcomes and recommendations: what
stands in the snapshot of a published version, and nothing else. It is written down as rows
when the version is published, so that pages find it without reading whole snapshots.
"""

from meetings.minutes.outcomes import in_agenda_order
from meetings.minutes.published_ledger import show_ledger
from meetings.minutes.snapshot import papers_named_in
from meetings.models import MinutesVersion
from proposals.models import (
    Paper,
    Proposal,
    ProposalAlias,
    PublishedOutcome,
    Result,
    normalised,
)
from proposals.openness import show_files


def show_published(version: MinutesVersion) -> None:
    """Let the open pages show what ``version`` says, in place of any version before it."""
    said = version.snapshot
    papers = Paper.objects.in_bulk(papers_named_in(said))
    rows = [row for row in _rows(version, said) if row.paper_id in papers]
    before = PublishedOutcome.objects.filter(meeting_slug=version.meeting.slug)
    shown = {*before.values_list("paper", flat=True), *papers}
    before.delete()
    PublishedOutcome.objects.bulk_create(rows, batch_size=200)
    show_files(shown)
    show_ledger(version.meeting, said, papers)
    proposals = Proposal.objects.filter(papers__in=papers)
    proposals.filter(is_public=False).update(is_public=True)
    _show_aliases(proposals, said)


def _rows(version, said):
    """A row for each paper of each outcome; a paper without one is shown as heard."""
    decided = {paper["id"] for outcome in said["outcomes"] for paper in outcome["papers"]}
    outcomes = list(said["outcomes"])
    for section in said["sections"]:
        for paper in section["papers"]:
            if paper["id"] not in decided:
                decided.add(paper["id"])
                outcomes.append(_heard(section, paper))
    for position, outcome in enumerate(in_agenda_order(outcomes, said["sections"])):
        for paper in outcome["papers"]:
            yield _row(version.meeting, position, outcome, paper)


def _heard(section, paper) -> dict:
    result = Result.NO_OUTCOME
    return {
        "anchor": section["anchor"], "item": section["anchor"],
        "result": result.value, "letter": "", "label": result.label,
        "heading": "", "wording": "", "how": "", "papers": [paper], "asked": [],
    }  # fmt: skip


def _row(meeting, position, outcome, paper) -> PublishedOutcome:
    others = [other["title"] for other in outcome["papers"] if other["id"] != paper["id"]]
    return PublishedOutcome(
        paper_id=paper["id"],
        meeting_slug=meeting.slug,
        held_on=meeting.on,
        held=meeting.date_text,
        position=position,
        anchor=outcome["anchor"],
        title=paper["title"],
        stage=paper["stage_label"] or paper["stage_text"],
        reference=paper["reference"],
        result=outcome["result"],
        letter=outcome["letter"],
        label=outcome["label"],
        wording=outcome["wording"],
        how=outcome["how"],
        with_papers=others,
        comes_back=outcome.get("comes_back", {}).get(paper["proposal"]["slug"], ""),
        asked=outcome["asked"],
    )


def _show_aliases(proposals, said) -> None:
    """Other names of these proposals become public once they stand in published words."""
    words = f" {normalised(' '.join(_words(said)))} "
    hidden = ProposalAlias.objects.filter(proposal__in=proposals, is_public=False)
    shown = [alias.pk for alias in hidden if f" {alias.normalised} " in words]
    ProposalAlias.objects.filter(pk__in=shown).update(is_public=True)


def _words(said):
    """Every word of a snapshot: its values, without the names they stand under."""
    if isinstance(said, str):
        yield said
    elif isinstance(said, dict | list):
        for part in said.values() if isinstance(said, dict) else said:
            yield from _words(part)
