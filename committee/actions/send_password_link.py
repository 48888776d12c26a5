from django.template.loader import render_to_string

from committee.audit import act, record
from committee.authority import require
from committee.models import Mail, Person
from committee.post import post
from committee.sign_in import password_link


@act
def send_password_link(person: Person, *, by: Person) -> Mail:
    """Send ``person`` the link by which they set a password. It goes to their address alone."""
    require(by, "committee.send_password_link", person)
    event = record("committee.send_password_link", person, by=by)
    page = {"person": person, "link": password_link(person)}
    return post(
        f"password-link-{person.pk}-{event.number}",
        to=person.email,
        subject="Set your password",
        body=render_to_string("committee/letters/send_password_link.txt", page),
    )
