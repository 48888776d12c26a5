import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.models import Organisation, Person, Role
from committee.refusals import NotPermitted, Refused
from proposals.models import AdviceLetter, Response
from proposals.notices import secretariat, tell


@act
def record_response(
    letter: AdviceLetter,
    *,
    by: Person,
    office: Organisation,
    acceptance: str,
    responded_on: dt.date,
    reasons: str = "",
    at: dt.datetime | None = None,
) -> Response:
    """Put on record what an office says to the advice: accepted, in part or not, and why.

    Entered again, the newer words take the place of the older; the history keeps both.
    """
    letter.refresh_from_db()
    require(by, "proposals.record_response", letter)
    at = at or timezone.now()
    if not by.is_secretariat:
        own = by.appointments.current().filter(role=Role.OFFICE, organisation=office)
        if not own.exists():
            raise NotPermitted("You enter the response of your own office.")
    if not office.receives_advice:
        raise Refused(f"{office.name} does not receive the committee’s advice.")
    _check_day(letter, responded_on, at)
    said = {"acceptance": acceptance, "reasons": reasons, "responded_on": responded_on}
    response, _ = Response.objects.update_or_create(
        letter=letter, office=office, defaults=said | {"entered_at": at, "entered_by": by}
    )
    facts = {"office": office.name, "acceptance": acceptance, "reasons": reasons}
    event = record("proposals.record_response", letter, by=by, at=at, on=str(responded_on), **facts)
    tell(secretariat(besides=by), event, page=letter.get_absolute_url())
    return response


def _check_day(letter: AdviceLetter, on: dt.date, at: dt.datetime) -> None:
    sent_on = timezone.localdate(letter.sent_at)
    if on < sent_on:
        raise Refused(f"The letter was sent on {sent_on:%-d %B %Y}: no response is older.")
    if on > timezone.localdate(at):
        raise Refused("That day is still to come. Enter the day on which the response was given.")
