import pytest

from committee.models import Event
from committee.refusals import NotPermitted
from meetings.actions import remove_note, write_note
from meetings.models import PrivateNote
from tests.factories import AgendaItemFactory

pytestmark = pytest.mark.django_db


def test_remove_note_leaves_nothing_behind(chloe):
    remove_note(write_note(AgendaItemFactory(), by=chloe, text="Ask why."), by=chloe)

    assert not PrivateNote.objects.exists()
    assert Event.objects.count() == 0


@pytest.mark.parametrize("name", ["ed", "ben", "dev", "amina", "fay"])
def test_nobody_removes_somebody_elses_note(name, chloe, request):
    note = write_note(AgendaItemFactory(), by=chloe, text="Ask why.")

    with pytest.raises(NotPermitted, match="somebody else’s"):
        remove_note(note, by=request.getfixturevalue(name))

    assert PrivateNote.objects.exists()
