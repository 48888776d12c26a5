"""The public edition: what the open pages say of a proposal, and the files that were made public.

These functions read rows that publishing has written (decision 4) and, as those pages do, how a
published point stands and what the offices said to published advice. Names of persons, letters,
and answers that no published minutes ruled on are in none of them.
"""

from proposals.case_file.blocks import day, facts, heading, link, table, text
from proposals.case_file.gathering import Case
from proposals.history import of_proposal
from proposals.models import PublishedFile, PublishedRecommendation, PublishedRuling


def proposal(case: Case) -> None:
    """What the open register says of the proposal (settings.CASE_FILE)."""
    it = case.proposal
    names = it.aliases.filter(is_public=True).exclude(name=it.title)
    case.page("proposal.html", "The proposal", [
        facts(
            ("Title", it.title),
            ("Reference", it.reference),
            ("Also called", ", ".join(names.values_list("name", flat=True))),
            ("Submitting body", it.submitting_body),
            ("Kind", it.get_kind_display()),
            ("Level", it.get_level_display()),
            ("Phase", it.get_phase_display()),
        ),
        *([heading("Summary"), text(it.summary)] if it.summary else []),
    ])  # fmt: skip


def outcomes(case: Case) -> None:
    """Each paper at each meeting, and what was asked, newest first (settings.CASE_FILE)."""
    blocks = []
    for step in of_proposal(case.proposal):
        said = step.outcome
        blocks += [
            heading(f"{said.held}: {said.title}"),
            facts(
                ("Stage", said.stage),
                ("Outcome", f"{said.letter} {said.label}".strip()),
                ("As recorded", said.wording),
                ("How it was decided", said.how),
                ("Together with", "; ".join(said.with_papers)),
            ),
            table(
                f"Asked on {said.held}, {said.title}",
                ["No.", "Kind", "What was asked", "State"],
                [
                    [
                        one.ref,
                        one.kind,
                        f"Withheld: {one.withheld}" if one.withheld else one.text,
                        one.state,
                    ]
                    for one in step.asked
                ],
            ),
            table(
                f"Responses to the advice of {said.held}, {said.title}",
                ["Office", "Response", "Reasons", "Date"],
                [
                    [one.office, one.get_acceptance_display(), one.reasons, day(one.responded_on)]
                    for one in step.responses
                ],
            ),
        ]
    case.page("outcomes.html", "Outcomes and what was asked", blocks)


def rulings(case: Case) -> None:
    """What published minutes made of points, and of the answers to them (settings.CASE_FILE)."""
    asked = PublishedRecommendation.objects.filter(papers__proposal=case.proposal).distinct()
    numbers = {(one.kind, one.number): bool(one.withheld) for one in asked}
    kinds = {kind for kind, _ in numbers}
    found = PublishedRuling.objects.filter(kind__in=kinds, number__in=[n for _, n in numbers])
    rows = [
        [
            f"{one.kind}-{one.number}",
            one.get_extent_display(),
            "" if numbers[one.kind, one.number] else one.answer,
            one.get_verdict_display() + (f" by {one.replaced_by}" if one.replaced_by else ""),
            one.reason,
            one.differing_views,
            one.held,
        ]
        for one in found.order_by("held_on", "kind", "number")
        if (one.kind, one.number) in numbers
    ]
    head = ["No.", "Done", "Answer", "The committee", "Reason", "Differing views", "Meeting"]
    case.page("rulings.html", "What became of them", [table("Rulings", head, rows)])


def files(case: Case) -> None:
    """The public copies of files that are out in the open (settings.CASE_FILE)."""
    found = PublishedFile.objects.filter(paper__proposal=case.proposal).order_by("pk")
    rows = [[link(one.name, case.file("files", one.name, one.sha256, one.size))] for one in found]
    case.page("files.html", "Files", [table("Files", ["File"], rows)])
