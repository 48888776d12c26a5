"""The advice and decisions of a record, and where in the meeting they were given."""

import datetime as dt

from committee.models import OutcomeOption
from committee.refusals import Refused
from meetings.models import AdviceGiven, AgendaItem, Meeting, Precision
from meetings.placing import Place, place_of
from meetings.records import shape
from meetings.records.lines import add_lines, advice_line_of
from proposals.models import (
    Advice,
    Decision,
    DecisionPaper,
    Paper,
    Result,
    Stage,
    Unanimity,
    normalised,
)

UNANIMITY = {True: Unanimity.UNANIMOUS, False: Unanimity.MAJORITY, None: Unanimity.NOT_STATED}


def put_advice(
    meeting: Meeting, data: dict, papers: dict[str, Paper], items: list[AgendaItem]
) -> None:
    """Every group of advice with its decisions, and one decision for each paper without any."""
    nodes = data.get("advice") or ()
    groups = Advice.objects.bulk_create(
        Advice(
            heading=node.get("heading"),
            occasion=f"{(meeting.title or 'Meeting')[:200]}, {meeting.date_text}",
            given_on=_day(meeting),
            record_shape=shape.shape_of(node, shape.ADVICE),
        )
        for node in nodes
    )
    pairs = list(zip(groups, nodes, strict=True))
    add_lines([(group, node.get("entries")) for group, node in pairs], advice_line_of)
    places = _places(nodes, data, papers)
    AdviceGiven.objects.bulk_create(
        AdviceGiven(
            meeting=meeting,
            item=None if place is None else items[place],
            advice=group,
            position=position,
        )
        for position, (group, place) in enumerate(zip(groups, places, strict=True))
    )
    decided = _decisions(meeting, pairs, papers)
    _undecided(meeting, [paper for key, paper in papers.items() if key not in decided])


def _day(meeting) -> dt.date | None:
    """The day it was done, where the day is known."""
    return meeting.on if meeting.precision == Precision.DAY else None


def _places(nodes, data, papers) -> list[int | None]:
    """For each group the place of the item in which it was given."""
    agenda = [
        Place(item["kind"], frozenset(item.get("proposals") or ())) for item in data["items"] or ()
    ]
    titles = {normalised(paper.title or ""): key for key, paper in papers.items()}
    places = []
    for node in nodes:
        decisions = node.get("decisions") or ()
        keys = {key for decision in decisions for key in decision["proposals"] or ()}
        named = titles.get(normalised(node.get("heading") or "") or None)
        before = places[-1] if places else None
        places.append(place_of(keys or {named} - {None}, agenda, before=before))
    return places


def _decisions(meeting, pairs, papers) -> set[str]:
    """The decisions of each group; returns the keys of the papers they decide on."""
    options = {
        option.letter: option for option in OutcomeOption.objects.filter(terms=meeting.terms)
    }
    rows, links, decided = [], [], set()
    for group, node in pairs:
        for position, made in enumerate(node.get("decisions") or ()):
            decision = _decision(made, options, advice=group, position=position)
            decision.made_on = _day(meeting)
            rows.append(decision)
            for place, key in enumerate(made["proposals"] or ()):
                links.append(DecisionPaper(decision=decision, paper=papers[key], position=place))
                decided.add(key)
    Decision.objects.bulk_create(rows)
    DecisionPaper.objects.bulk_create(links)
    return decided


def _decision(node, options, **place) -> Decision:
    letter = node.get("outcome")
    if letter and letter not in options:
        raise Refused(f"The terms in force at the meeting have no outcome {letter}.")
    return Decision(
        result=Result.OUTCOME if letter else Result.NO_OUTCOME,
        outcome=options.get(letter),
        unanimity=UNANIMITY[node.get("unanimous")],
        wording=node.get("text"),
        record_shape=shape.shape_of(node, shape.DECISION),
        **place,
    )


def _undecided(meeting, papers) -> None:
    """What came of papers that the record decides nothing on. Not part of an export."""
    decisions = Decision.objects.bulk_create(
        Decision(
            result=Result.NOT_ASKED if paper.stage == Stage.INFORMATION else Result.NO_OUTCOME,
            made_on=_day(meeting),
        )
        for paper in papers
    )
    DecisionPaper.objects.bulk_create(
        DecisionPaper(decision=decision, paper=paper)
        for decision, paper in zip(decisions, papers, strict=True)
    )
