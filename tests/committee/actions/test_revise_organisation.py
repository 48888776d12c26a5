import pytest

from committee.actions import revise_organisation
from committee.models import Event, Organisation
from committee.refusals import Refused

pytestmark = pytest.mark.django_db


def test_revise_organisation_sets_where_letters_go(ed):
    body = Organisation.objects.get(short_name="OPCC")

    revise_organisation(
        body, name=body.name, advice_addressee="The Commissioner", email="pcc@example.org", by=ed
    )

    body.refresh_from_db()
    assert (body.advice_addressee, body.email) == ("The Commissioner", "pcc@example.org")
    event = Event.objects.get()
    assert event.act == "committee.revise_organisation"
    assert (event.facts["before"]["email"], event.facts["after"]["email"]) == (
        "",
        "pcc@example.org",
    )


def test_revise_organisation_refuses_the_name_of_another(ed):
    body = Organisation.objects.get(short_name="OPCC")

    with pytest.raises(Refused, match="is entered already"):
        revise_organisation(body, name="Data Analytics Lab", by=ed)
