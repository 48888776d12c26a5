import pytest

from committee.actions import fail_document
from committee.models import Event, Person
from committee.refusals import NotPermitted, Refused
from tests.paperwork import a_document

pytestmark = pytest.mark.django_db


def test_fail_document_notes_the_reason():
    document = fail_document(
        a_document("rendering"), by=Person.objects.clock(), reason="It is too long."
    )

    assert (document.state, document.failure, document.token) == (
        "failed",
        "It is too long.",
        None,
    )
    event = Event.objects.get()
    assert (event.act, event.facts) == ("committee.fail_document", {"reason": "It is too long."})


def test_fail_document_cuts_an_endless_reason():
    document = fail_document(a_document("rendering"), by=Person.objects.clock(), reason="x" * 9000)

    assert document.failure == "x" * 500


@pytest.mark.parametrize("state", ["queued", "ready", "failed"])
def test_fail_document_refuses_every_other_state(state):
    with pytest.raises(Refused, match="Another worker"):
        fail_document(a_document(state), by=Person.objects.clock(), reason="x")

    assert Event.objects.count() == 0


def test_nobody_fails_a_document_by_hand(ed):
    with pytest.raises(NotPermitted, match="made by the system"):
        fail_document(a_document("rendering"), by=ed, reason="x")
