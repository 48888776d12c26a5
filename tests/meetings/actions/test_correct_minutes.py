import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from meetings.actions import correct_minutes
from meetings.models import Entry, MinutesVersion
from tests.meetings.minutes import story


def test_correct_minutes_begins_a_version_that_says_what_changes(published, ed, meeting):
    version = correct_minutes(meeting, by=ed, change_note=" Paragraph 9 is clearer. ")

    assert (version.number, version.state) == (2, "drafting")
    assert version.change_note == "Paragraph 9 is clearer."
    event = Event.objects.last()
    assert (event.act, event.facts) == (
        "meetings.correct_minutes", {"change_note": "Paragraph 9 is clearer."}
    )  # fmt: skip


def test_the_published_version_stays_as_it_was(published, ben, ed, meeting):
    old = MinutesVersion.objects.values().get(pk=published.pk)
    Entry.objects.filter(text__startswith="Which grades").update(text="Which grades change?")
    second = correct_minutes(meeting, by=ed, change_note="Paragraph 9.")
    assert MinutesVersion.objects.published().listed(meeting).first() == published

    second = story.to_publication(second, ben=ben, ed=ed)

    assert MinutesVersion.objects.values().get(pk=published.pk) == old
    assert "Which grades change?" in second.html
    assert second.document != published.document
    assert MinutesVersion.objects.published().listed(meeting).first() == second


def test_a_line_added_by_a_correction_gets_a_number_between(published, ben, ed, meeting):
    kept = Entry.objects.get(text__startswith="Which grades")
    story.line(kept.item, "And why?", kind="question", position=kept.position)
    gone = Entry.objects.get(text__startswith="Said once")
    gone.delete()
    second = correct_minutes(meeting, by=ed, change_note="A question was left out.")

    second = story.to_publication(second, ben=ben, ed=ed)

    assert second.snapshot["paragraphs"][6:10] == ["7", "9", "9a", "10"]


@pytest.mark.parametrize("note", ["", "   "])
def test_correct_minutes_asks_what_changes(published, ed, meeting, note):
    with pytest.raises(Refused, match="Say what is to be corrected"):
        correct_minutes(meeting, by=ed, change_note=note)


@pytest.mark.parametrize("state", ["minutes", "issued", "approved"])
def test_only_published_minutes_are_corrected(state, meeting, ed, request):
    request.getfixturevalue(state)

    with pytest.raises(NotPermitted, match="Only published minutes are corrected"):
        correct_minutes(meeting, by=ed, change_note="It is wrong.")


def test_a_meeting_without_minutes_has_none_to_correct(meeting, ed):
    with pytest.raises(NotPermitted, match="Only published minutes are corrected"):
        correct_minutes(meeting, by=ed, change_note="It is wrong.")


def test_one_correction_at_a_time(published, meeting, ed):
    correct_minutes(meeting, by=ed, change_note="It is wrong.")

    with pytest.raises(NotPermitted, match="Only published minutes are corrected"):
        correct_minutes(meeting, by=ed, change_note="That too.")


@pytest.mark.parametrize("who", ["amina", "ben", "chloe", "gus"])
def test_correct_minutes_is_the_secretariats(published, meeting, who, request):
    with pytest.raises(NotPermitted, match="Only the secretariat corrects minutes"):
        correct_minutes(meeting, by=request.getfixturevalue(who), change_note="It is wrong.")
