"""What minutes leave to be done, for whom."""

import datetime as dt

import pytest
from django.utils import timezone

from meetings.actions import end_suggestions, schedule_publication, suggest_correction
from meetings.worklist_of_minutes import items
from tests.factories import seat


def said(person):
    return [item.text for item in items(person)]


def test_suggestions_wait_for_the_secretariat_one_line_a_draft(issued, ed, chloe, ben):
    suggest_correction(issued, by=chloe, paragraph="1", after="New.")
    suggest_correction(issued, by=ben, paragraph="1", after="Newer.")

    assert said(ed) == ["Decide on 2 suggestions to the minutes of 2 March 2026"]
    assert items(ed)[0].url.endswith("/versions/1/review/")


def test_a_draft_waits_for_each_reader(issued, meeting, chloe, amina, gus):
    seat(meeting, amina)
    check = ["Check the draft minutes of 2 March 2026"]

    assert (said(chloe), said(amina), said(gus)) == (check, check, [])


def test_the_closing_day_stands_beside_it(issued, chloe, ed):
    issued.suggestions_until = day = timezone.localdate() + dt.timedelta(days=2)
    issued.save()
    assert items(chloe)[0].due == day

    end_suggestions(issued, by=ed)
    assert items(chloe)[0].detail == "No more suggestions are taken."


def test_a_publication_that_is_set_says_when(approved, ed):
    summer = dt.datetime(2999, 7, 1, 8, 30, tzinfo=dt.UTC)
    schedule_publication(approved, by=ed, publish_at=summer)

    assert said(ed) == ["The minutes of 2 March 2026 will be published"]
    assert items(ed)[0].detail == "By themselves, on 1 July 2999 at 09:30."


@pytest.mark.parametrize("who", ["ben", "ed"])
def test_chair_and_secretariat_have_lines_of_their_own(issued, who, request):
    assert "Check the draft minutes of 2 March 2026" not in said(request.getfixturevalue(who))
