"""What follows in the story: days by which points are to be answered, and two case files."""

import datetime as dt

from django.utils import timezone

from proposals import actions
from proposals.models import CaseFileEdition, Proposal, Recommendation
from proposals.states import RecommendationState

DAYS = [-44, -16, -9, 0, 4, 6, 19, 33, 60, 90]  # from today, in turn


def follow_up(*, by, now: dt.datetime) -> None:
    """Give days to the points that are open, and have the longest case made into a file."""
    today = timezone.localdate(now)
    standing = Recommendation.objects.filter(state=RecommendationState.OPEN, due_on=None)
    for number, one in enumerate(standing.order_by("-pk")[: 2 * len(DAYS)]):
        due_on = today + dt.timedelta(days=DAYS[number % len(DAYS)])
        said = {"addressee": one.addressee, "binding": one.binding, "due_on": due_on}
        actions.revise_recommendation(one, by=by, at=now, **said)
    case = Proposal.objects.published().filter(title__contains="Offender Management").first()
    for edition in CaseFileEdition if case else []:
        actions.order_case_file(case, by=by, edition=edition, at=now)
