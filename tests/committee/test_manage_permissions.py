"""Who manages people, organisations and terms: the secretariat, and the system itself."""

import pytest

from committee.authority import why_not
from committee.models import Person

pytestmark = pytest.mark.django_db
ACTS = [
    "add_organisation",
    "add_person",
    "adopt_terms",
    "appoint",
    "deactivate_person",
    "end_appointment",
    "invite_person",
    "manage",
    "reactivate_person",
    "rename_committee",
    "revise_organisation",
    "revise_person",
    "revise_terms",
]


@pytest.fixture
def subject(dev):
    return dev


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("who", ["amina", "ben", "chloe", "gus"])
def test_nobody_else_manages(request, act, who, subject):
    person = request.getfixturevalue(who)

    assert why_not(person, f"committee.{act}", subject) == (
        "Only the secretariat manages people, organisations and terms."
    )


@pytest.mark.parametrize("act", ACTS)
def test_the_public_does_not_manage(act, fay, subject):
    assert why_not(fay, f"committee.{act}", subject)


@pytest.mark.parametrize("act", ACTS)
def test_the_secretariat_manages(act, ed, subject):
    assert why_not(ed, f"committee.{act}", subject) is None


@pytest.mark.parametrize("act", ACTS)
def test_the_system_manages(act, subject):
    assert why_not(Person.objects.clock(), f"committee.{act}", subject) is None
