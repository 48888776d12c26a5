import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from proposals.actions import attach_file
from proposals.files import TakenIn
from tests.factories import NINE, PaperFactory

pytestmark = pytest.mark.django_db
FILE = TakenIn("Paper.pdf", "a" * 64, 1234)


@pytest.mark.parametrize("state", ["draft", "submitted"])
def test_attach_file_until_the_paper_is_considered(ed, state):
    paper = PaperFactory(state=state)

    file = attach_file(paper, FILE, by=ed, at=NINE)

    assert (file.paper, file.name, file.sha256) == (paper, "Paper.pdf", "a" * 64)
    assert (file.size, file.media_type, file.added_by) == (1234, "application/pdf", ed)
    event = Event.objects.get()
    assert (event.act, event.at) == ("proposals.attach_file", NINE)
    assert event.facts == {"name": "Paper.pdf", "sha256": "a" * 64}


def test_the_same_file_is_attached_once(ed):
    paper = PaperFactory()
    attach_file(paper, FILE, by=ed)

    with pytest.raises(Refused, match="has that file already"):
        attach_file(paper, FILE, by=ed)


def test_what_was_considered_stays_as_it_was(ed):
    with pytest.raises(NotPermitted, match="can no longer change"):
        attach_file(PaperFactory(state="considered"), FILE, by=ed)


@pytest.mark.parametrize("name", ["amina", "ben", "chloe", "gus"])
def test_who_may_not_attach_to_the_paper_of_another_body(name, request):
    with pytest.raises(NotPermitted):
        attach_file(PaperFactory(), FILE, by=request.getfixturevalue(name))


def test_without_a_scanner_a_file_is_ready_at_once(ed):
    assert attach_file(PaperFactory(), FILE, by=ed).is_ready


def test_a_scanner_holds_the_file_and_a_worker_is_told(
    ed, settings, django_capture_on_commit_callbacks, monkeypatch
):
    settings.CLAMD_URL = "tcp://127.0.0.1:3310"
    told = []
    monkeypatch.setattr("proposals.scanning.hint", lambda *said: told.append(said))

    with django_capture_on_commit_callbacks(execute=True):
        file = attach_file(PaperFactory(), FILE, by=ed)

    assert (file.state, file.is_ready) == ("held", False)
    assert told == [("proposals.tasks.scan_file", file.pk)]
