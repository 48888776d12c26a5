import pytest

from committee.actions import revise_person
from committee.models import Event
from committee.refusals import Refused
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


def test_revise_person_changes_name_and_address(ed):
    person = PersonFactory(name="Joice", email="joice@example.org")

    revise_person(person, name="Joyce", initials="JB", email="Joyce@example.org", by=ed)

    person.refresh_from_db()
    assert (person.name, person.initials, person.email) == ("Joyce", "JB", "joyce@example.org")
    event = Event.objects.get()
    assert event.act == "committee.revise_person"
    assert event.facts["before"] == {
        "name": "Joice",
        "email": "joice@example.org",
        "initials": "",
    }


def test_revise_person_refuses_the_address_of_another(ed):
    with pytest.raises(Refused, match="is entered already"):
        revise_person(PersonFactory(), name="Joyce", email=ed.email.upper(), by=ed)
