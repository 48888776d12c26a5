"""The pages on which a draft is corrected, and publication is set for a time."""

import datetime as dt
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from meetings.actions import (
    approve_minutes,
    close_meeting,
    decline_suggestion,
    issue_draft_minutes,
    revise_entry,
    start_item,
    suggest_correction,
)
from meetings.models import Entry, MinutesVersion, Suggestion
from tests.factories import AgendaItemFactory, EntryFactory, seat

pytestmark = pytest.mark.django_db


def at(name, *args):
    return reverse(f"meetings:{name}", args=["2026-03-02", *args])


@pytest.fixture
def suggestion(issued, chloe):
    return suggest_correction(issued, by=chloe, paragraph="1", after="The chair <b>began</b>.")


def test_a_reader_suggests_at_a_line_and_sees_what_becomes_of_it(client, issued, chloe, ed):
    client.force_login(chloe)
    form = client.get(at("suggest_correction", "1")).text
    assert "The chair opened the meeting &amp; said *good morning*.</textarea>" in form

    said = {"after": "The chair began.", "reason": "Shorter."}
    answer = client.post(at("suggest_correction", "1"), said)

    assert answer["Location"] == f"{at('draft')}#p1"
    page = client.get(at("draft")).text
    assert "Your suggestions (1)" in page
    assert "To be decided" in page
    decline_suggestion(Suggestion.objects.get(), by=ed, answer="It was said so.")
    assert "Declined: It was said so." in client.get(at("draft")).text


def test_a_suggestion_that_changes_nothing_is_asked_again(client, issued, chloe):
    client.force_login(chloe)
    same = "The chair opened the meeting & said *good morning*."

    page = client.post(at("suggest_correction", "1"), {"after": same, "reason": "My words"}).text

    assert "Change the words to what they should be." in page
    assert "My words</textarea>" in page


def test_somebody_present_who_is_not_of_the_committee_reads_and_suggests(
    client, issued, meeting, amina
):
    client.force_login(amina)
    assert client.get(at("draft")).status_code == 404
    seat(meeting, amina)

    assert "Suggest a correction" in client.get(at("draft")).text
    assert client.get(at("suggest_correction", "1")).status_code == 200


def test_after_the_end_the_draft_says_so(client, issued, chloe, ed):
    client.force_login(ed)
    client.post(at("end_suggestions", 1))
    client.force_login(chloe)

    page = client.get(at("draft")).text

    assert "no more can be sent in" in page
    assert "Suggest a correction" not in page
    refused = client.get(at("suggest_correction", "1"))
    assert refused.status_code == 403
    assert "no more can be sent in" in refused.text


def test_the_review_shows_the_change_escaped(client, suggestion, ed):
    client.force_login(ed)

    page = client.get(at("review_minutes", 1)).text

    assert "1 to decide, 0 decided" in page
    assert "&lt;b&gt;began&lt;/b&gt;" in page.replace("<ins>", "").replace("</ins>", "")
    assert "<b>began</b>" not in page


def test_the_chair_reads_suggestions_and_does_not_decide(client, suggestion, ben):
    client.force_login(ben)

    page = client.get(at("review_minutes", 1)).text

    assert "Chloe Member" in page
    assert ">Accept<" not in page


def test_the_secretary_accepts_by_one_button(client, suggestion, ed):
    client.force_login(ed)

    answer = client.post(at("accept_suggestion", suggestion.pk), {"version": 1}, follow=True)

    assert Entry.objects.get(key=suggestion.line_key).text == "The chair <b>began</b>."
    assert "The line is changed." in answer.text
    assert "changed since the draft was issued" in answer.text


def test_accepting_with_changes_shows_how_the_line_stands(client, suggestion, ed):
    line = Entry.objects.get(key=suggestion.line_key)
    revise_entry(line, by=ed, version=1, text="Somebody was quicker.")
    client.force_login(ed)
    assert "It reads now: <span" in client.get(at("review_minutes", 1)).text

    late = client.post(at("accept_suggestion", suggestion.pk), {"version": 1, "text": "Mine."})
    assert "just been changed by somebody else" in late.text
    assert "Somebody was quicker." in late.text
    assert 'name="version" value="2"' in late.text
    client.post(at("accept_suggestion", suggestion.pk), {"version": 2, "text": "Both."})

    assert Entry.objects.get(key=suggestion.line_key).text == "Both."


def test_the_secretary_declines_with_a_word(client, suggestion, ed):
    client.force_login(ed)
    assert "The chair &lt;b&gt;began" in client.get(at("decline_suggestion", suggestion.pk)).text

    client.post(at("decline_suggestion", suggestion.pk), {"answer": "As it was said."})

    assert Suggestion.objects.get().answer == "As it was said."


def test_the_draft_is_issued_with_a_closing_day(client, minutes, ed):
    client.force_login(ed)
    day = timezone.localdate() + dt.timedelta(days=14)

    client.post(at("issue_draft_minutes", 1), {"suggestions_until": day.isoformat()})

    assert MinutesVersion.objects.get().suggestions_until == day
    assert f'value="{day.isoformat()}"' in client.get(at("minutes_versions")).text


def test_a_closing_day_that_has_passed_is_refused_with_a_sentence(client, minutes, ed):
    client.force_login(ed)

    said = {"suggestions_until": "2020-01-01"}
    page = client.post(at("issue_draft_minutes", 1), said, follow=True).text

    assert "That day has passed." in page
    assert MinutesVersion.objects.get().state == "drafting"


def test_a_draft_is_issued_again_after_its_closing_day(client, issued, ed):
    issued.suggestions_until = dt.date(2026, 7, 1)
    issued.save()
    client.force_login(ed)
    page = client.get(at("minutes_versions")).text
    assert "Suggestions were taken until 1 July 2026. Without a new day no more are taken." in page
    (offered,) = re.findall(r'name="suggestions_until" value="([^"]*)"', page)

    said = {"suggestions_until": offered}
    page = client.post(at("issue_draft_minutes", 1), said, follow=True).text

    assert "The draft is issued." in page
    assert MinutesVersion.objects.get().suggestions_until == dt.date(2026, 7, 1)


@pytest.mark.parametrize(
    ("day", "time", "which", "utc"),
    [
        ("2998-07-01", "09:00", "", "2998-07-01T08:00"),
        ("2998-01-31", "09:00", "", "2998-01-31T09:00"),
        ("2097-10-27", "01:30", "0", "2097-10-27T00:30"),
        ("2097-10-27", "01:30", "1", "2097-10-27T01:30"),
        ("2097-10-27", "02:30", "0", "2097-10-27T02:30"),
    ],
)
def test_publication_is_set_for_a_time_here(client, approved, ed, day, time, which, utc):
    client.force_login(ed)

    said = {"day": day, "time": time, "which": which}
    client.post(at("schedule_publication", 1), said)

    assert MinutesVersion.objects.get().publish_at.isoformat()[:16] == utc


def test_a_time_that_comes_twice_is_asked_about(client, approved, ed):
    client.force_login(ed)
    assert "Which of the two?" not in client.get(at("schedule_publication", 1)).text

    page = client.post(at("schedule_publication", 1), {"day": "2097-10-27", "time": "01:30"}).text

    assert "Say which of the two you mean." in page
    assert "The second, after the clocks went back" in page
    assert 'value="01:30"' in page


@pytest.mark.parametrize(
    ("day", "time", "reason"),
    [
        ("2097-03-31", "01:30", "There is no 01:30 on 31 March 2097: the clocks go forward"),
        ("2020-01-01", "09:00", "That time has passed."),
        ("nonsense", "25:00", "Enter a valid date."),
    ],
)
def test_a_time_that_cannot_be_is_refused_with_a_sentence(client, approved, ed, day, time, reason):
    client.force_login(ed)

    assert reason in client.post(at("schedule_publication", 1), {"day": day, "time": time}).text
    assert MinutesVersion.objects.get().publish_at is None


def test_a_time_is_shown_and_taken_back(client, approved, ed):
    client.force_login(ed)
    client.post(at("schedule_publication", 1), {"day": "2998-07-01", "time": "09:00"})
    page = client.get(at("minutes_versions")).text
    assert "1 July 2998, 09:00</b> (BST), by Ed Secretary" in page
    assert "Publish now" in page

    client.post(at("unschedule_publication", 1))

    assert MinutesVersion.objects.get().publish_at is None


def test_where_two_are_needed_the_page_says_so(client, issued, ben):
    seat_as_secretary(ben)
    approve_minutes(issued, by=ben)
    issued.meeting.terms.publication_needs_two = True
    issued.meeting.terms.save()
    client.force_login(ben)

    assert "the terms ask that somebody else publishes them" in client.get(
        at("minutes_versions")
    ).text.replace("&#x27;", "'")


def seat_as_secretary(person):
    person.appointments.create(role="secretariat", starts_on=dt.date(2019, 1, 1))
    del person._roles_today


def test_the_review_of_a_draft_being_written_says_so(client, minutes, ed):
    client.force_login(ed)

    assert "The draft has not been issued yet." in client.get(at("review_minutes", 1)).text


def test_issued_again_the_suggestions_stay(client, suggestion, issued, ed):
    issue_draft_minutes(issued, by=ed)
    client.force_login(ed)

    assert "1 to decide" in client.get(at("review_minutes", 1)).text


def test_the_review_says_that_nothing_is_missing(client, meeting, ed, ben):
    EntryFactory(item=start_item(AgendaItemFactory(meeting=meeting), by=ed))
    close_meeting(meeting, by=ed)
    client.force_login(ed)

    assert "Nothing is missing." in client.get(at("review_minutes", 1)).text


def test_what_was_not_reached_is_deferred_from_the_review(client, meeting, ed, ben):
    EntryFactory(item=start_item(AgendaItemFactory(meeting=meeting), by=ed))
    AgendaItemFactory(meeting=meeting, title="Left over")
    close_meeting(meeting, by=ed)
    client.force_login(ed)
    assert at("review_minutes", 1) in client.get(at("minutes_versions")).text
    assert "Not reached: Left over" in client.get(at("review_minutes", 1)).text

    answer = client.post(at("defer_rest"), {"to": "May", "version": "1"}, follow=True)

    assert "What was not reached is deferred." in answer.text
    assert "Nothing is missing." in answer.text


def test_approved_minutes_are_no_longer_looked_through(client, approved, ed):
    client.force_login(ed)

    assert "Before approval" not in client.get(at("review_minutes", 1)).text
