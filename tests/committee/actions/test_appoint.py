import datetime as dt

import pytest
from django.db import IntegrityError

from committee.actions import appoint
from committee.models import Event, Organisation, Role
from committee.refusals import Refused
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db
FIRST = dt.date(2026, 1, 1)


def test_appoint_gives_a_role_and_records_it(ed):
    person, opcc = PersonFactory(), Organisation.objects.get(short_name="OPCC")

    appointment = appoint(
        person, role=Role.OFFICE, starts_on=FIRST, organisation=opcc, post="Policy lead", by=ed
    )

    assert person.holds(Role.OFFICE, on=FIRST)
    assert not person.holds(Role.OFFICE, on=FIRST - dt.timedelta(days=1))
    assert (appointment.post, appointment.organisation) == ("Policy lead", opcc)
    event = Event.objects.get()
    assert (event.act, event.subject_id, event.actor_id) == (
        "committee.appoint",
        str(person.pk),
        str(ed.pk),
    )
    assert event.facts == {
        "role": "office",
        "starts_on": "2026-01-01",
        "ends_on": None,
        "organisation": "Office of the Police and Crime Commissioner",
        "post": "Policy lead",
    }


def test_appoint_for_a_fixed_term(ed):
    person = PersonFactory()

    appoint(person, role=Role.MEMBER, starts_on=FIRST, ends_on=dt.date(2026, 12, 31), by=ed)

    assert person.holds(Role.MEMBER, on=dt.date(2026, 12, 31))
    assert not person.holds(Role.MEMBER, on=dt.date(2027, 1, 1))


@pytest.mark.parametrize("ends_on", [None, dt.date(2026, 5, 1)])
def test_appoint_refuses_a_role_already_held(ed, ends_on):
    person = PersonFactory()
    appoint(person, role=Role.MEMBER, starts_on=FIRST, by=ed)

    with pytest.raises(Refused, match=r"already holds this role: .* End that first"):
        appoint(person, role=Role.MEMBER, starts_on=dt.date(2026, 3, 1), ends_on=ends_on, by=ed)


def test_appoint_again_after_a_term_has_ended(ed):
    person = PersonFactory()
    appoint(person, role=Role.MEMBER, starts_on=FIRST, ends_on=dt.date(2026, 5, 1), by=ed)

    appoint(person, role=Role.MEMBER, starts_on=dt.date(2026, 5, 2), by=ed)

    assert person.appointments.count() == 2


def test_appoint_refuses_an_end_before_the_start(ed):
    with pytest.raises(Refused, match="cannot end before it starts"):
        appoint(
            PersonFactory(),
            role=Role.MEMBER,
            starts_on=FIRST,
            ends_on=FIRST - dt.timedelta(days=1),
            by=ed,
        )


def test_appoint_writes_nothing_when_the_database_refuses(ed):
    with pytest.raises(IntegrityError, match="presenter_belongs_to_an_organisation"):
        appoint(PersonFactory(), role=Role.PRESENTER, starts_on=FIRST, by=ed)
