import pytest

from committee.actions import deactivate_person
from committee.models import Event, Person
from committee.refusals import NotPermitted, Refused
from tests.factories import appoint

pytestmark = pytest.mark.django_db


def test_deactivate_person_closes_the_sign_in(ed, chloe):
    deactivate_person(chloe, by=ed)

    assert not Person.objects.get(pk=chloe.pk).is_active
    event = Event.objects.get()
    assert (event.act, event.subject_name) == ("committee.deactivate_person", "Chloe Member")


def test_deactivate_person_refuses_twice(ed, chloe):
    deactivate_person(chloe, by=ed)

    with pytest.raises(Refused, match="is closed already"):
        deactivate_person(chloe, by=ed)


def test_deactivate_person_refuses_oneself(ed):
    appoint("secretariat", name="Naomi")

    with pytest.raises(NotPermitted, match="your own sign-in"):
        deactivate_person(ed, by=ed)


def test_deactivate_person_keeps_the_last_secretary(ed):
    with pytest.raises(Refused, match="Somebody else must be appointed"):
        deactivate_person(ed, by=Person.objects.clock())
