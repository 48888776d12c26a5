import pytest

from committee.actions import reactivate_person
from committee.models import Event, Person
from committee.refusals import Refused
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


def test_reactivate_person_opens_the_sign_in(ed):
    person = PersonFactory(is_active=False)

    reactivate_person(person, by=ed)

    assert Person.objects.get(pk=person.pk).is_active
    assert Event.objects.get().act == "committee.reactivate_person"


def test_reactivate_person_refuses_an_open_sign_in(ed, chloe):
    with pytest.raises(Refused, match="is open already"):
        reactivate_person(chloe, by=ed)
