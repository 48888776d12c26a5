import pytest

from committee.actions import retry_document
from committee.models import Event
from committee.refusals import NotPermitted, Refused
from tests.paperwork import a_document

pytestmark = pytest.mark.django_db


def test_retry_document_queues_it_afresh(ed, django_capture_on_commit_callbacks):
    failed = a_document("failed", attempts=7)

    with django_capture_on_commit_callbacks() as callbacks:
        document = retry_document(failed, by=ed)

    assert (document.state, document.failure, document.attempts) == ("queued", "", 0)
    assert Event.objects.get().act == "committee.retry_document"
    assert [callback.args for callback in callbacks] == [("render_document", document.pk)]


@pytest.mark.parametrize(
    ("state", "word"), [("queued", "queued"), ("rendering", "being made"), ("ready", "ready")]
)
def test_retry_document_refuses_every_other_state(ed, state, word):
    with pytest.raises(Refused, match=f"This document is {word}"):
        retry_document(a_document(state), by=ed)

    assert Event.objects.count() == 0


def test_retry_document_refuses_a_stale_click(ed):
    document = a_document("failed")
    stale = type(document).objects.get(pk=document.pk)
    retry_document(document, by=ed)

    with pytest.raises(Refused, match="is queued"):
        retry_document(stale, by=ed)


@pytest.mark.parametrize("name", ["amina", "ben", "chloe", "gus", "fay"])
def test_only_the_secretariat_retries(name, request):
    person = request.getfixturevalue(name)

    with pytest.raises(NotPermitted, match="Only the secretariat"):
        retry_document(a_document("failed"), by=person)
