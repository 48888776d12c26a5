import pytest

from committee.actions import add_organisation
from committee.models import Event, Organisation
from committee.refusals import Refused

pytestmark = pytest.mark.django_db


def test_add_organisation_enters_a_body(ed):
    body = add_organisation(
        name="Violence Reduction Unit", short_name="VRU", is_submitting_body=True, by=ed
    )

    assert Organisation.objects.get(short_name="VRU") == body
    event = Event.objects.get()
    assert event.act == "committee.add_organisation"
    assert event.facts["fields"]["is_submitting_body"] is True


def test_add_organisation_refuses_a_name_twice(ed):
    with pytest.raises(Refused, match="is entered already"):
        add_organisation(name="data analytics lab", by=ed)
