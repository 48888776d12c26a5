"""What the advice of the story makes of what was asked before, and what the offices say to it."""

import datetime as dt
from functools import partial

from committee.models import Organisation
from meetings.demo.reading import moment
from meetings.rulings import to_rule_on
from proposals import actions
from proposals.models import RECOMMENDATION_KINDS, Answer, Extent, Response, Verdict

CLOSED = {"verdict": Verdict.CLOSES, "reason": "The Committee is content with the answer."}
KEPT = {"verdict": Verdict.KEEPS, "reason": "Part of it is done. The Committee asks for the rest."}
REPLACED = {"verdict": Verdict.REPLACES, "reason": "What is asked now goes further."}
SPLIT = "Some members would have closed it."
RESPONSES = [
    ("accepted", ""),
    ("accepted", ""),
    ("partly", "Accepted but for the date: the budget for it is set in spring."),
    ("not_accepted", "The work ends this year, and nothing more is spent on it."),
]
SILENT = 4  # every fourth letter is still without a response


def rule(advice, *, by, tick) -> None:
    """Close what was done, keep what was done in part, put newer words in place of the rest."""
    lines = advice.lines.filter(kind__in=list(RECOMMENDATION_KINDS)).order_by("position")
    newer = lines.first()
    for asked in to_rule_on(advice, by):
        answer = Answer.objects.filter(recommendation=asked, given_at__isnull=False).last()
        if answer is None:
            continue
        said = dict(CLOSED if answer.extent == Extent.DONE else KEPT)
        if answer.extent == Extent.PARTLY:
            said["differing_views"] = SPLIT
        if answer.extent == Extent.NOT_DONE and newer:
            said = REPLACED | {"replaced_by": newer}
        actions.rule_on_recommendation(advice, asked, by=by, at=tick(), **said)


def responses(letter_of, days, *, by):
    """The offices answer some weeks after a letter went out; some letters stay unanswered."""
    at = moment(days["sent"] + dt.timedelta(days=30), 10)
    return at, partial(_respond, letter_of, by=by, at=at)


def _respond(letters, *, by, at):
    for letter in letters():
        for place, office in enumerate(Organisation.objects.filter(receives_advice=True)):
            turn = letter.pk + place
            if turn % SILENT == 0:
                continue
            acceptance, reasons = RESPONSES[Response.objects.count() % len(RESPONSES)]
            said = {"acceptance": acceptance, "reasons": reasons, "responded_on": at.date()}
            actions.record_response(letter, by=by, at=at, office=office, **said)
