import pytest

from committee.actions import add_person
from committee.models import Event, Mail, Person
from committee.refusals import Refused

pytestmark = pytest.mark.django_db


def test_add_person_enters_them_without_a_way_in(ed):
    person = add_person(name=" Joyce Barnaby ", initials="JB", email="Joyce@Example.org ", by=ed)

    assert (person.name, person.initials, person.email) == (
        "Joyce Barnaby",
        "JB",
        "joyce@example.org",
    )
    assert not person.has_usable_password()
    assert [event.act for event in Event.objects.all()] == ["committee.add_person"]
    assert not Mail.objects.exists()


def test_add_person_may_invite_at_once(ed):
    person = add_person(name="Joyce", email="joyce@example.org", invite=True, by=ed)

    assert Mail.objects.get().to == person.email
    assert [event.act for event in Event.objects.all()] == [
        "committee.add_person",
        "committee.invite_person",
    ]


def test_add_person_refuses_an_address_twice(ed):
    add_person(name="Joyce", email="joyce@example.org", by=ed)

    with pytest.raises(Refused, match="is entered already"):
        add_person(name="Another", email="JOYCE@example.org", by=ed)

    assert Person.objects.filter(email__iexact="joyce@example.org").count() == 1
