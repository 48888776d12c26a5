import datetime as dt

from django.template.loader import render_to_string
from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.models import CommitteeName, Mail, Person
from committee.post import post
from committee.sign_in import password_link


@act
def invite_person(person: Person, *, by: Person, at: dt.datetime | None = None) -> Mail:
    """Send a person the link with which they choose a password and sign in."""
    require(by, "committee.invite_person", person)
    person.invited_at = at or timezone.now()
    person.save(update_fields=["invited_at"])
    record("committee.invite_person", person, by=by, at=at, email=person.email)
    committee = str(CommitteeName.objects.on() or "the committee")
    words = {"person": person, "committee": committee, "link": password_link(person), "by": by}
    return post(
        f"invitation-{person.pk}-{person.invited_at:%Y%m%d%H%M%S%f}",
        to=person.email,
        subject=f"{committee}: choose your password",
        body=render_to_string("committee/letters/invite_person.txt", words),
    )
