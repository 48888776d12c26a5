import datetime as dt

from django.conf import settings
from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.models import Person, Role
from committee.post import post
from committee.refusals import Refused
from proposals.models import ExpectedReturn


@act
def chase_return(
    expected: ExpectedReturn, *, by: Person, at: dt.datetime | None = None
) -> ExpectedReturn:
    """Ask the submitting body by mail what became of a proposal that is to come back.

    At most one mail a day goes to each of its people.
    """
    expected.refresh_from_db()
    require(by, "proposals.chase_return", expected)
    today = timezone.localdate(at or timezone.now())
    people = Person.objects.filter(
        appointments__in=expected.proposal.submitting_body.appointments.current(today).filter(
            role=Role.PRESENTER
        ),
        is_active=True,
    ).distinct()
    if not people:
        raise Refused("Nobody is appointed to submit papers for that body: there is no one to ask.")
    for person in people:
        post(f"chase-{expected.pk}-{person.pk}-{today}", to=person.email, **_mail(expected))
    ExpectedReturn.objects.filter(pk=expected.pk).update(chased_on=today)
    told = [person.pk for person in people]
    record("proposals.chase_return", expected.proposal, by=by, at=at, told=told)
    expected.refresh_from_db()
    return expected


def _mail(expected: ExpectedReturn) -> dict[str, str]:
    due = f", by {expected.due_on.day} {expected.due_on:%B %Y}" if expected.due_on else ""
    return {
        "subject": f"To come back to the committee: {expected.proposal}"[:255],
        "body": (
            f"“{expected.proposal}” is to come back to the committee {expected.words}{due}.\n\n"
            "Please begin a paper, or tell the secretariat when one is to be expected:\n\n"
            f"{settings.SITE_URL}/proposals/{expected.proposal.slug}/work/\n"
        ),
    }
