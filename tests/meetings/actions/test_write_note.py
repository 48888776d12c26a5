import pytest

from committee.lines import Stale
from committee.models import Event
from committee.refusals import NotPermitted
from meetings.actions import write_note
from meetings.models import PrivateNote
from tests.factories import AgendaItemFactory, PaperFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("factory", [AgendaItemFactory, PaperFactory])
def test_write_note_keeps_one_note_for_each_thing_and_tells_nobody(factory, chloe):
    about = factory()

    first = write_note(about, by=chloe, text="Ask why.")
    second = write_note(about, by=chloe, text="Ask why now.", version=first.version)

    assert (second.pk, second.text, second.version) == (first.pk, "Ask why now.", 2)
    assert second.about == about
    assert Event.objects.count() == 0


def test_each_writes_notes_of_their_own(chloe, dev):
    item = AgendaItemFactory()

    for person in (chloe, dev):
        write_note(item, by=person, text=f"By {person}")

    assert PrivateNote.objects.visible_to(dev).get().text == "By Dev Member"


def test_write_note_does_not_overwrite_what_another_window_kept(chloe):
    item = AgendaItemFactory()
    write_note(item, by=chloe, text="On the phone")

    with pytest.raises(Stale) as caught:
        write_note(item, by=chloe, text="On the laptop")

    assert caught.value.line.text == "On the phone"
    assert PrivateNote.objects.get().text == "On the phone"


def test_write_note_again_changes_nothing(chloe):
    item = AgendaItemFactory()
    note = write_note(item, by=chloe, text="Ask why.")

    assert write_note(item, by=chloe, text="Ask why.", version=0).version == note.version


def test_a_note_without_words_is_none(chloe):
    item = AgendaItemFactory()
    note = write_note(item, by=chloe, text="Ask why.")

    assert write_note(item, by=chloe, text="", version=note.version) is None
    assert not PrivateNote.objects.exists()


@pytest.mark.parametrize("name", ["amina", "gus", "fay"])
def test_only_the_committee_keeps_notes(name, request):
    with pytest.raises(NotPermitted, match="who sit with the committee"):
        write_note(AgendaItemFactory(), by=request.getfixturevalue(name), text="Mine")
