import pytest

from committee.models import Event
from committee.refusals import NotPermitted
from proposals.actions import attach_file, remove_file
from proposals.files import TakenIn
from tests.factories import NINE, PaperFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(ed):
    return attach_file(PaperFactory(), TakenIn("Paper.pdf", "a" * 64, 1234), by=ed)


def test_remove_file_keeps_its_name_in_the_record(file, ed):
    paper = file.paper

    remove_file(file, by=ed, at=NINE)

    assert not paper.files.exists()
    event = Event.objects.last()
    assert (event.act, event.at) == ("proposals.remove_file", NINE)
    assert event.facts == {"name": "Paper.pdf", "sha256": "a" * 64}


def test_what_was_considered_keeps_its_files(file, ed):
    type(file.paper).objects.update(state="considered")

    with pytest.raises(NotPermitted, match="can no longer change"):
        remove_file(file, by=ed)


@pytest.mark.parametrize("name", ["amina", "ben", "chloe", "gus"])
def test_who_may_not_remove_files(file, name, request):
    with pytest.raises(NotPermitted):
        remove_file(file, by=request.getfixturevalue(name))
