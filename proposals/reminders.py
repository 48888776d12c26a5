"""What proposals remind people of (settings.REMINDERS): what is asked of them, by a day."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse

from committee.models import Person, Role
from committee.reminders import Due
from proposals.known import awaiting
from proposals.models import Addressee, AdviceLetter, ExpectedReturn, Recommendation
from proposals.responses import responses_to
from proposals.states import RecommendationState


def recommendations(person: Person, last: dt.date) -> Iterator[Due]:
    """What is asked of them and not answered, due until ``last``."""
    asked = _asked_of(person)
    if not asked:
        return
    standing = Recommendation.objects.filter(
        pk__in=Recommendation.objects.visible_to(person).values("pk"),
        state=RecommendationState.OPEN,
        due_on__lte=last,
    )
    for one in standing.filter(asked).distinct():
        label = f"{one.label}, {one.get_kind_display().lower()}"
        yield Due(f"proposals.recommendation-{one.pk}", label, one.get_absolute_url(), one.due_on)


def _asked_of(person: Person) -> Q:
    """What is addressed to somebody: to their body, their office, or the committee they keep."""
    asked = Q()
    if person.holds(Role.PRESENTER):
        owed = awaiting(Recommendation.objects, person.appointments.bodies_presented())
        asked |= Q(pk__in=owed.order_by().values("pk"))
    if person.holds(Role.OFFICE):
        asked |= Q(addressee__in=person.appointments.answered_for())
    if person.is_secretariat:
        asked |= Q(addressee__in=[Addressee.COMMITTEE, Addressee.FORCE])
    return asked


def expected_returns(person: Person, last: dt.date) -> Iterator[Due]:
    """Proposals of their body that are to come back, where the body was told so."""
    if not person.holds(Role.PRESENTER):
        return
    theirs = ExpectedReturn.objects.open().filter(
        proposal__submitting_body__in=person.appointments.bodies_presented()
    )
    found = theirs.filter(due_on__lte=last, pk__in=ExpectedReturn.objects.visible_to(person))
    for one in found.select_related("proposal"):
        reference = one.proposal.reference
        label = f"A paper is expected{f' on {reference}' if reference else ''}"
        yield Due(
            f"proposals.expectedreturn-{one.pk}", label, reverse("proposals:mine"), one.due_on
        )


def responses(person: Person, last: dt.date) -> Iterator[Due]:
    """Letters of advice to their office to which it has not responded, due until ``last``."""
    if not person.holds(Role.OFFICE):
        return
    held = person.appointments.current().filter(role=Role.OFFICE)
    own = set(held.values_list("organisation", flat=True))
    letters = AdviceLetter.objects.visible_to(person)
    for standings in responses_to(letters).values():
        for one in standings:
            is_due = one.response is None and one.due_on is not None and one.due_on <= last
            if is_due and one.office.pk in own:
                key = f"proposals.response-{one.letter.pk}-{one.office.pk}"
                label = f"A response to {one.letter.reference}"
                yield Due(key, label, one.letter.get_absolute_url(), one.due_on)
