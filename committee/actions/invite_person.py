import datetime as dt

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from committee.audit import act, record
from committee.authority import require
from committee.models import CommitteeName, Mail, Person
from committee.post import post


@act
def invite_person(person: Person, *, by: Person, at: dt.datetime | None = None) -> Mail:
    """Send a person the link with which they choose a password and sign in."""
    require(by, "committee.invite_person", person)
    person.invited_at = at or timezone.now()
    person.save(update_fields=["invited_at"])
    record("committee.invite_person", person, by=by, at=at, email=person.email)
    committee = str(CommitteeName.objects.on() or "the committee")
    words = {"person": person, "committee": committee, "link": _link(person), "by": by}
    return post(
        f"invitation-{person.pk}-{person.invited_at:%Y%m%d%H%M%S%f}",
        to=person.email,
        subject=f"{committee}: choose your password",
        body=render_to_string("committee/letters/invite_person.txt", words),
    )


def _link(person: Person) -> str:
    uid = urlsafe_base64_encode(force_bytes(person.pk))
    token = default_token_generator.make_token(person)
    return settings.SITE_URL + reverse("committee:set_password", args=[uid, token])
