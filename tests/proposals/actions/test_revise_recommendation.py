import datetime as dt

import pytest

from committee.models import Event
from committee.refusals import NotPermitted
from proposals.actions import revise_recommendation
from tests.factories import NINE, PaperFactory
from tests.ledger import undertaken

pytestmark = pytest.mark.django_db
SAID = {
    "addressee": "force", "binding": "offered", "due": "next meeting",
    "due_on": dt.date(2026, 6, 1),
}  # fmt: skip


def test_revise_recommendation_changes_to_whom_and_by_when(ed):
    asked = undertaken(PaperFactory())

    revise_recommendation(asked, by=ed, at=NINE, **SAID)

    asked.refresh_from_db()
    assert {name: getattr(asked, name) for name in SAID} == SAID
    event = Event.objects.get()
    assert event.act == "proposals.revise_recommendation"
    assert (event.facts["before"]["addressee"], event.facts["now"]["addressee"]) == (
        "body",
        "force",
    )


def test_what_is_closed_stays_as_it_was(ed):
    with pytest.raises(NotPermitted, match="is closed"):
        revise_recommendation(undertaken(PaperFactory(), state="closed"), by=ed, **SAID)


@pytest.mark.parametrize("name", ["amina", "ben", "chloe", "gus"])
def test_only_the_secretariat_revises(name, request):
    asked = undertaken(PaperFactory())

    with pytest.raises(NotPermitted, match="Only the secretariat"):
        revise_recommendation(asked, by=request.getfixturevalue(name), **SAID)
