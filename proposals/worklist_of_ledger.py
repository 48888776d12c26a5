"""What the ledger leaves to be done: what comes back, what is late, who has not responded."""

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from committee.models import Organisation, Role
from committee.worklist import WorkItem
from proposals.known import known_to
from proposals.models import Addressee, AdviceLetter, ExpectedReturn, Recommendation
from proposals.responses import responses_to
from proposals.states import LetterState, RecommendationState

GROUP = "Minutes and letters"
SHOWN = 5
NAMED = {Addressee.OFFICE: "the PCC", Addressee.FORCE: "the force"}


def items(person) -> list[WorkItem]:
    """Everything of the ledger that awaits ``person``."""
    return [item for concern in CONCERNS for item in concern(person)]


def returns_to_chase(person):
    """For the secretariat: what should have come back by now."""
    if not person.is_secretariat:
        return []
    late = ExpectedReturn.objects.open().filter(due_on__lt=timezone.localdate())
    late = late.filter(pk__in=ExpectedReturn.objects.visible_to(person).values("pk"))
    return [
        WorkItem(
            f"Ask what became of “{one.proposal}”",
            reverse("proposals:workspace", args=[one.proposal.slug]),
            "Papers",
            f"to come back {one.words}",
            tag="Overdue",
            tone="stop",
            due=one.due_on,
        )
        for one in late.select_related("proposal")
    ]


def returns_without_a_day(person):
    """For the secretariat: what is to come back some time. Nobody is reminded of it."""
    if not person.is_secretariat:
        return []
    number = ExpectedReturn.objects.open().filter(due_on=None).count()
    if not number:
        return []
    many = "1 proposal is" if number == 1 else f"{number} proposals are"
    words = f"{many} to come back, and no day is set"
    return [WorkItem(words, reverse("proposals:expected_returns"), "Papers")]


def overdue_points(person):
    """For the secretariat: how many points are past their day."""
    if not person.is_secretariat:
        return []
    rows = Recommendation.objects.visible_to(person).filter(due_on__lt=timezone.localdate())
    number = rows.filter(state=RecommendationState.OPEN).count()
    if not number:
        return []
    words = f"{number} point{' is' if number == 1 else 's are'} overdue"
    url = f"{reverse('proposals:ledger')}?state=overdue"
    return [WorkItem(words, url, "Actions", tag="Overdue", tone="stop")]


def points_put_to_offices(person):
    """For an office: what was put to those it answers for and is not answered."""
    if not person.holds(Role.OFFICE):
        return []
    theirs = person.appointments.answered_for()
    to_them = Q(addressee__in=theirs, known=RecommendationState.OPEN)
    seen = known_to(Recommendation.objects.visible_to(person), person)
    number = seen.filter(to_them).aggregate(n=Count("pk"))["n"]
    if not number:
        return []
    whom = " or ".join(NAMED[one] for one in NAMED if one in theirs)
    words = f"Answer {number} point{'' if number == 1 else 's'} put to {whom}"
    return [WorkItem(words, f"{reverse('proposals:ledger')}?state=open", "Actions")]


def responses_awaited(person):
    """For an office its letters without a response; for the secretariat those that are late."""
    own = _offices_of(person)
    if not own and not person.is_secretariat:
        return []
    letters = AdviceLetter.objects.visible_to(person).filter(state=LetterState.SENT)
    letters = letters.select_related("advice").order_by("-sent_at", "-pk")
    found = []
    for standings in responses_to(letters).values():
        mine = [one for one in standings if one.response is None]
        mine = [one for one in mine if one.office.pk in own or (not own and one.late_since)]
        found += [_awaited(mine[0])] if mine else []
    return found[:SHOWN]


def _offices_of(person) -> set[int]:
    if not person.holds(Role.OFFICE):
        return set()
    held = person.appointments.current().filter(role=Role.OFFICE)
    offices = Organisation.objects.filter(receives_advice=True, pk__in=held.values("organisation"))
    return set(offices.values_list("pk", flat=True))


def _awaited(standing) -> WorkItem:
    letter = standing.letter
    return WorkItem(
        f"Enter the response to {letter.reference}, “{letter.advice}”",
        reverse("proposals:record_response", args=[letter.pk]),
        GROUP,
        str(standing.office),
        tag="Late" if standing.late_since else "",
        tone="stop",
    )


CONCERNS = [
    returns_to_chase,
    returns_without_a_day,
    overdue_points,
    points_put_to_offices,
    responses_awaited,
]
