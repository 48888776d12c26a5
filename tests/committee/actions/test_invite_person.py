import pytest
from django.contrib.auth.tokens import default_token_generator

from committee.actions import invite_person
from committee.models import Event, Mail
from committee.refusals import NotPermitted
from tests.factories import NINE, PersonFactory

pytestmark = pytest.mark.django_db


def link_in(mail):
    return next(line for line in mail.body.splitlines() if "://" in line)


def test_invite_person_sends_a_link_that_works(ed, settings):
    person = PersonFactory(name="Joyce & Co")

    mail = invite_person(person, by=ed, at=NINE)

    assert mail.to == person.email
    assert link_in(mail).startswith(settings.SITE_URL)
    assert default_token_generator.check_token(person, link_in(mail).rstrip("/").split("/")[-1])
    assert "Dear Joyce & Co," in mail.body
    person.refresh_from_db()
    assert person.invited_at == NINE
    event = Event.objects.get()
    assert (event.act, event.at) == ("committee.invite_person", NINE)
    assert "token" not in event.facts


def test_invite_person_again_sends_another_mail(ed):
    person = PersonFactory()
    invite_person(person, by=ed)

    invite_person(person, by=ed)

    assert Mail.objects.count() == 2


def test_invite_person_refuses_a_closed_sign_in(ed):
    with pytest.raises(NotPermitted, match="sign-in of this person is closed"):
        invite_person(PersonFactory(is_active=False), by=ed)
