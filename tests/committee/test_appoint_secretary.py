"""manage.py appoint_secretary: the way into an empty database."""

from io import StringIO

import pytest
from django.core.management import call_command

from committee.models import Event, Mail, Person

pytestmark = pytest.mark.django_db


def run(*args):
    out = StringIO()
    call_command("appoint_secretary", *args, stdout=out)
    return out.getvalue()


def test_appoint_secretary_enters_appoints_and_invites(settings):
    said = run("ruth@example.org", "Ruth Ellery")

    ruth = Person.objects.get(email="ruth@example.org")
    assert ruth.is_secretariat
    assert settings.SITE_URL in said
    assert Mail.objects.get().to == "ruth@example.org"
    assert [event.act for event in Event.objects.all()] == [
        "committee.add_person",
        "committee.appoint",
        "committee.invite_person",
    ]


def test_appoint_secretary_twice_only_sends_a_new_link():
    run("ruth@example.org", "Ruth Ellery")

    run("RUTH@example.org", "Ruth Ellery")

    assert Person.objects.get(email="ruth@example.org").appointments.count() == 1
    assert Mail.objects.count() == 2
