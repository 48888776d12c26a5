import datetime as dt

import pytest
from django.utils import timezone

from committee import actions
from committee.models import Event, Mail, Person
from committee.refusals import NotPermitted
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def invited():
    return PersonFactory(name="Ivy", email="ivy@example.org", invited_at=timezone.now())


@pytest.fixture
def clock():
    return Person.objects.clock()


def test_the_link_goes_to_the_owner(invited, clock, settings):
    settings.SITE_URL = "https://committee.example"

    mail = actions.send_password_link(invited, by=clock)

    assert mail.to == "ivy@example.org"
    assert mail.subject == "Set your password"
    assert "\nhttps://committee.example/set-password/" in mail.body
    event = Event.objects.get()
    assert (event.act, event.subject_id) == ("committee.send_password_link", str(invited.pk))
    assert event.actor_name == "The system"


def test_the_record_does_not_hold_the_link(invited, clock):
    actions.send_password_link(invited, by=clock)

    assert Event.objects.get().facts == {}


def test_one_link_in_five_minutes(invited, clock):
    mail = actions.send_password_link(invited, by=clock)

    with pytest.raises(NotPermitted, match="A link was sent less than five minutes ago"):
        actions.send_password_link(invited, by=clock)

    Mail.objects.filter(pk=mail.pk).update(written_at=timezone.now() - dt.timedelta(minutes=6))
    assert actions.send_password_link(invited, by=clock).pk != mail.pk


@pytest.mark.parametrize(
    ("person", "reason"),
    [
        ({"is_active": False, "invited_at": timezone.now()}, "This account is closed."),
        ({"name": "Uma"}, "Uma has not been invited to sign in."),
    ],
)
def test_who_cannot_sign_in_gets_no_link(person, reason, clock):
    with pytest.raises(NotPermitted, match=reason):
        actions.send_password_link(PersonFactory(**person), by=clock)
