import pytest

from committee.actions import invite_person
from committee.refusals import NotPermitted
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


def link_in(mail):
    return next(line for line in mail.body.splitlines() if "://" in line)


def test_invite_person_refuses_a_closed_sign_in(ed):
    with pytest.raises(NotPermitted, match="sign-in of this person is closed"):
        invite_person(PersonFactory(is_active=False), by=ed)
