import datetime as dt

import pytest
from django.utils import timezone

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from meetings.actions import end_suggestions, issue_draft_minutes, suggest_correction
from meetings.models import Entry, Suggestion
from tests.factories import NINE, appoint, seat

GOOD_MORNING = "The chair opened the meeting & said *good morning*."


def test_suggest_correction_keeps_the_line_as_it_was_read(issued, chloe):
    line = Entry.objects.get(text=GOOD_MORNING)

    made = suggest_correction(
        issued, by=chloe, paragraph="1", after=" The chair opened it. ", reason="Short.", at=NINE
    )

    assert (made.before, made.after, made.reason) == (
        GOOD_MORNING,
        "The chair opened it.",
        "Short.",
    )
    assert (made.line_key, made.by, made.at, made.state) == (line.key, chloe, NINE, "open")
    event = Event.objects.last()
    assert (event.act, event.facts) == ("meetings.suggest_correction", {"paragraph": "1"})


def test_a_suggestion_sent_twice_is_one(issued, chloe):
    for _ in range(2):
        suggest_correction(issued, by=chloe, paragraph="1", after="Better.")

    assert Suggestion.objects.count() == 1


def test_a_line_changed_since_is_suggested_about_as_it_was_read(issued, chloe):
    Entry.objects.filter(text=GOOD_MORNING).update(text="Changed since.")

    assert suggest_correction(issued, by=chloe, paragraph="1", after="New.").before == GOOD_MORNING


@pytest.mark.parametrize("after", ["", "  ", GOOD_MORNING, f" {GOOD_MORNING} "])
def test_a_suggestion_says_something_else(issued, chloe, after):
    with pytest.raises(Refused, match="Change the words"):
        suggest_correction(issued, by=chloe, paragraph="1", after=after)


@pytest.mark.parametrize("paragraph", ["999", "", "1x"])
def test_a_line_that_is_not_in_the_draft_is_not_corrected(issued, chloe, paragraph):
    with pytest.raises(Refused, match="no longer in the draft"):
        suggest_correction(issued, by=chloe, paragraph=paragraph, after="New.")


def test_a_withheld_line_is_not_corrected(issued, chloe):
    hidden = Entry.objects.filter(restricted=True).exclude(paragraph="").first()

    with pytest.raises(Refused, match="no longer in the draft"):
        suggest_correction(issued, by=chloe, paragraph=hidden.paragraph, after="New.")


def test_whoever_was_present_suggests_and_others_do_not(issued, meeting, gus, amina):
    seat(meeting, amina)

    assert suggest_correction(issued, by=amina, paragraph="1", after="New.").by == amina
    for outsider in (gus, appoint("adviser")):
        with pytest.raises(NotPermitted, match="Those who were present"):
            suggest_correction(issued, by=outsider, paragraph="1", after="New.")


def test_the_closing_day_is_the_last_on_the_committees_clock(minutes, ed, chloe, monkeypatch):
    """23:59 London time on that day is in time; a minute later, another day in London, is not."""
    last = dt.date(2026, 7, 1)  # summer: midnight in London is 23:00 UTC
    issued = issue_draft_minutes(minutes, by=ed, suggestions_until=last, at=NINE)
    clock = dt.datetime(2026, 7, 1, 22, 59, tzinfo=dt.UTC)
    monkeypatch.setattr(timezone, "now", lambda: clock)

    assert suggest_correction(issued, by=chloe, paragraph="1", after="In time.")
    clock += dt.timedelta(minutes=1)
    with pytest.raises(NotPermitted, match="taken until 1 July 2026: no more can be sent in"):
        suggest_correction(issued, by=chloe, paragraph="1", after="Late.")


def test_after_the_end_none_is_taken(issued, ed, chloe):
    end_suggestions(issued, by=ed, at=NINE)

    with pytest.raises(NotPermitted, match="taken until 2 March 2026: no more can be sent in"):
        suggest_correction(issued, by=chloe, paragraph="1", after="Late.")


@pytest.mark.parametrize(
    ("state", "reason"),
    [("minutes", "not been issued"), ("approved", "approved"), ("published", "approved")],
)
def test_only_an_issued_draft_takes_suggestions(state, reason, chloe, request):
    with pytest.raises(NotPermitted, match=reason):
        suggest_correction(request.getfixturevalue(state), by=chloe, paragraph="1", after="X")
