import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from committee.post import post
from committee.refusals import Refused
from committee.states import DocumentState
from proposals.letters import addressees, mail_of
from proposals.models import AdviceLetter
from proposals.notices import advised_by, tell


@act
def send_letter(letter: AdviceLetter, *, by: Person, at: dt.datetime | None = None) -> AdviceLetter:
    """Send an approved letter to everybody who receives advice: one mail each, with its PDF.

    The mail leaves once, as soon as the PDF is ready. Those whose papers it is about are told.
    """
    letter.refresh_from_db()
    require(by, "proposals.send_letter", letter)
    offices, at = addressees(), at or timezone.now()
    move(letter, "send_letter", sent_at=at, sent_by=by)
    if letter.document.state == DocumentState.FAILED:
        raise Refused("The PDF of this letter could not be made. Have it made again, then send it.")
    for office in offices:
        words = mail_of(letter, office)
        key = f"letter-{letter.pk}-{office.pk}"
        post(key, to=office.email, enclosure=letter.document, **words)
    sent_to = [str(office) for office in offices]
    event = record("proposals.send_letter", letter, by=by, at=at, to=sent_to)
    tell(advised_by(letter), event, page=letter.get_absolute_url())
    return letter
