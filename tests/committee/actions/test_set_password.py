import pytest
from django.contrib.auth.hashers import make_password

from committee import actions
from committee.models import Event
from committee.refusals import NotPermitted
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


def test_the_owner_sets_a_password(chloe):
    actions.set_password(chloe, make_password("three calm words"), by=chloe)

    chloe.refresh_from_db()
    assert chloe.check_password("three calm words")
    event = Event.objects.get()
    assert (event.act, event.subject_name, event.actor_name, event.facts) == (
        "committee.set_password",
        "Chloe Member",
        "Chloe Member",
        {},
    )


def test_nobody_else_does(chloe, ed):
    with pytest.raises(NotPermitted, match="Only its owner sets a password"):
        actions.set_password(chloe, make_password("three calm words"), by=ed)


def test_a_closed_account_keeps_its_password():
    person = PersonFactory(is_active=False)

    with pytest.raises(NotPermitted, match="This account is closed"):
        actions.set_password(person, make_password("three calm words"), by=person)
