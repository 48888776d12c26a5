import pytest

from committee.lines import Stale
from committee.models import Event
from meetings.actions import revise_entry
from tests.factories import AgendaItemFactory, EntryFactory
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event


@pytest.fixture
def entry(meeting):
    return EntryFactory(item=AgendaItemFactory(meeting=meeting), text="as it was")


def test_revise_entry_changes_the_words(entry, ed, chloe):
    revise_entry(
        entry,
        by=ed,
        version=1,
        text="as it is",
        kind="comment",
        speaker="Member",
        speaker_person=chloe,
        after_presenter_left=True,
    )

    assert (entry.text, entry.kind, entry.version) == ("as it is", "comment", 2)
    assert (entry.speaker, entry.speaker_person) == ("Member", chloe)
    assert entry.after_presenter_left
    act, actor, facts = last_event()
    assert (act, actor, facts["version"]) == ("meetings.revise_entry", "Ed Secretary", 2)
    assert facts["changed"] == [
        "after_presenter_left",
        "kind",
        "speaker",
        "speaker_person",
        "text",
    ]


def test_revise_entry_never_overwrites_what_another_wrote(entry, ed):
    revise_entry(entry, by=ed, version=1, text="theirs")

    with pytest.raises(Stale, match="Somebody else has changed this line") as conflict:
        revise_entry(entry, by=ed, version=1, text="mine")

    entry.refresh_from_db()
    assert (entry.text, entry.version) == ("theirs", 2)
    assert conflict.value.line.text == "theirs"
    assert conflict.value.changes["text"] == "mine"


def test_revise_entry_saved_twice_is_no_conflict(entry, ed):
    revise_entry(entry, by=ed, version=1, text="same")
    events = Event.objects.count()

    revise_entry(entry, by=ed, version=1, text="same")

    assert (entry.version, Event.objects.count()) == (2, events)


@OTHERS
def test_revise_entry_is_for_the_secretariat(request, who, entry):
    person = request.getfixturevalue(who)

    assert_not_theirs(revise_entry, entry, by=person, version=1, text="x")
