"""Everybody of the whole meeting, and what they meet about, put into the site's database.

manage.py shell -c "from tests.journeys import cast; cast.enter()"
"""

import datetime as dt

from django.contrib.auth.hashers import make_password

from committee.models import Organisation, Role
from tests.factories import AppointmentFactory, PaperFactory, PersonFactory, ProposalFactory

PASSWORD = "three quiet words"
CHAIR, SECRETARY, PRESENTER = "Ben Ashe", "Ruth Ellery", "Amina Lowe"
OFFICE = "Gus Hale"
MEMBERS = ["Chloe Moor", "Dev Rao", "Eva Lind", "Finn Byrne", "Gil Soares"]
PAPERS = ["Vehicle theft predictions", "Burglary patterns"]


def email_of(name: str) -> str:
    return f"{name.split(maxsplit=1)[0].lower()}@example.org"


def enter() -> None:
    enter_people()
    lab = Organisation.objects.get(short_name="Lab")
    for title in PAPERS:
        slug = title.lower().replace(" ", "-")
        proposal = ProposalFactory(slug=slug, title=title, submitting_body=lab)
        PaperFactory(
            proposal=proposal,
            title=title,
            stage="final_report",
            submitted_at=dt.datetime.now(dt.UTC) - dt.timedelta(days=30),
        )


def enter_people() -> None:
    """Everybody, with a password; and where the offices are written to."""
    roles = dict.fromkeys(MEMBERS, Role.MEMBER)
    roles |= {CHAIR: Role.CHAIR, SECRETARY: Role.SECRETARIAT, PRESENTER: Role.PRESENTER}
    roles[OFFICE] = Role.OFFICE
    hashed = make_password(PASSWORD)
    bodies = {Role.PRESENTER: "Lab", Role.OFFICE: "OPCC"}
    for name, role in roles.items():
        person = PersonFactory(name=name, email=email_of(name), password=hashed)
        body = Organisation.objects.filter(short_name=bodies.get(role)).first()
        AppointmentFactory(person=person, role=role, organisation=body)
    for office in Organisation.objects.filter(receives_advice=True):
        office.email = f"{office.pk}@example.org"
        office.save()
