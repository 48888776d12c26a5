import datetime as dt

import pytest

from committee.actions import end_appointment
from committee.models import Event, Role
from committee.refusals import Refused
from tests.factories import appoint

pytestmark = pytest.mark.django_db
LAST = dt.date(2026, 3, 31)


def test_end_appointment_sets_its_last_day(ed, chloe):
    appointment = end_appointment(chloe.appointments.get(), on=LAST, by=ed)

    assert appointment.ends_on == LAST
    assert chloe.holds(Role.MEMBER, on=LAST)
    assert not chloe.holds(Role.MEMBER, on=LAST + dt.timedelta(days=1))
    event = Event.objects.get()
    assert (event.act, event.subject_id) == ("committee.end_appointment", str(chloe.pk))
    assert event.facts == {"role": "member", "on": "2026-03-31"}


def test_end_appointment_refuses_a_second_end(ed, chloe):
    end_appointment(chloe.appointments.get(), on=LAST, by=ed)

    with pytest.raises(Refused, match="already ends on 31 March 2026"):
        end_appointment(chloe.appointments.get(), on=LAST, by=ed)


def test_end_appointment_refuses_a_day_before_the_start(ed, chloe):
    with pytest.raises(Refused, match="cannot end before it starts"):
        end_appointment(chloe.appointments.get(), on=dt.date(2018, 1, 1), by=ed)


def test_end_appointment_keeps_the_last_secretary(ed):
    with pytest.raises(Refused, match="Somebody else must be appointed"):
        end_appointment(ed.appointments.get(), on=LAST, by=ed)


def test_end_appointment_lets_one_of_two_secretaries_go(ed):
    appoint("secretariat", name="Naomi")

    assert end_appointment(ed.appointments.get(), on=LAST, by=ed).ends_on == LAST
