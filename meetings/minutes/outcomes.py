"""What was decided, in the words of the record, and how a vote went as far as it is told."""

from meetings.secrecy import PUBLIC, told
from proposals.models import RecommendationKind, Result, Unanimity, normalised


def paper_facts(paper) -> dict:
    """What minutes say of a paper: its title, stage and proposal."""
    return {
        "id": paper.pk,
        "title": str(paper),
        "reference": paper.reference or "",
        "stage": paper.stage or "",
        "stage_label": paper.get_stage_display() if paper.stage else "",
        "stage_text": paper.stage_text or "",
        "proposal": {"slug": paper.proposal.slug, "title": paper.proposal.title},
    }


def decision_facts(decision) -> dict:
    """One decision as it is printed; its anchor is set where the order is known."""
    option = decision.outcome
    label = option.short_label if option else decision.get_result_display()
    heading = f"Outcome {option.letter}: {label}" if option else label
    printed = decision.wording
    is_heading = normalised(printed or "") == normalised(heading)
    return {
        "id": decision.pk,
        "result": decision.result,
        "letter": option.letter if option else "",
        "label": label,
        "heading": printed if is_heading else heading,
        "wording": "" if is_heading else (printed or (option.wording if option else "")),
        "is_quoted": not printed and option is not None,  # the terms' words, not the record's
        "reason": decision.reason,
        "differing_views": decision.differing_views,
        "unanimity": decision.unanimity,
        "papers": [paper_facts(link.paper) for link in decision.decision_papers.all()],
        "comes_back": {
            expected.proposal.slug: _when(expected) for expected in decision.expected_returns.all()
        },
        **_vote_told(decision),
    }


def _when(expected) -> str:
    on = expected.due_on
    return f"{expected.words}, by {on.day} {on:%B %Y}" if on else expected.words


def in_agenda_order(outcomes: list[dict], sections: list[dict]) -> list[dict]:
    """``outcomes`` as their papers come up: advice given at the end stands by its paper."""
    first, under = {}, {}
    for place, section in enumerate(sections):
        under.setdefault(section["anchor"], place)
        for paper in section["papers"]:
            first.setdefault(paper["id"], place)

    def place_of(outcome):
        heard = [first[paper["id"]] for paper in outcome["papers"] if paper["id"] in first]
        return min(heard, default=under.get(outcome.get("item"), len(sections)))

    return sorted(outcomes, key=place_of)


def _vote_told(decision) -> dict:
    """How the vote went, as far as the terms let the public know; or what the record says."""
    words = "" if decision.unanimity == Unanimity.NOT_STATED else decision.get_unanimity_display()
    vote = getattr(decision, "vote", None)
    if decision.result != Result.OUTCOME or vote is None:
        return {"how": words, "roll": [], "vote_before": ""}
    public = told(vote, to=PUBLIC)
    named = [row for row in public.rows if row.names]
    return {
        "how": public.words or words,
        "roll": [{"label": row.letter or row.label, "names": list(row.names)} for row in named],
        "vote_before": public.before,
    }


def asked_of(blocks: list[dict]) -> list[dict]:
    """The numbered recommendations, conditions and questions among public lines."""
    return [
        {
            "ref": line["ref"],
            "kind": line["asked"],
            "kind_label": RecommendationKind(line["asked"]).label,
            "text": line.get("text", ""),
            "withheld": line["withheld"],
            "p": line["p"],
            "to": line.get("to", ""),
        }
        for line in _lines(blocks)
        if line.get("asked")
    ]


def _lines(blocks):
    waiting = [line for block in reversed(blocks) for line in reversed(block["lines"])]
    while waiting:
        line = waiting.pop()
        yield line
        waiting.extend(reversed(line["replies"]))
