"""The first page after signing in."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from meetings.actions import add_action
from meetings.models import MinutesVersion
from tests.factories import NINE, MeetingFactory, PaperFactory, item_with_paper

TODAY = timezone.localdate()
DAY = dt.timedelta(days=1)


def work(client, person):
    client.force_login(person)
    return client.get(reverse("committee:worklist")).content.decode()


@pytest.mark.parametrize("who", ["ben", "chloe", "gus"])
def test_everybody_has_a_worklist_empty_at_first(request, client, who):
    page = work(client, request.getfixturevalue(who))

    assert "Nothing waits for you" in page


def test_whoever_submits_papers_begins_with_a_proposal(client, amina):
    page = work(client, amina)

    assert "One thing waits." in page
    assert f'<a href="{reverse("proposals:add_proposal")}">Add your first proposal</a>' in page


def test_it_asks_to_sign_in(client, db):
    assert "/sign-in/" in client.get(reverse("committee:worklist")).url


@pytest.mark.parametrize(
    ("state", "days", "text"),
    [
        ("planned", 9, "Call the meeting of"),
        ("planned", 0, "Start the meeting of"),
        ("called", -1, "Overdue"),
        ("under_way", 0, "Go on minuting the meeting of"),
    ],
)
def test_the_secretariat_is_told_what_a_meeting_needs(client, ed, chloe, state, days, text):
    MeetingFactory(on=TODAY + days * DAY, state=state)

    assert text in work(client, ed)
    assert text not in work(client, chloe)


def test_a_meeting_that_is_called_leaves_nothing_to_do_but_a_card(client, ed):
    MeetingFactory(state="closed")
    MeetingFactory(on=TODAY + 9 * DAY, state="called", starts_at=dt.time(10))

    page = work(client, ed)

    assert "Nothing waits for you" in page
    assert "In 9 days, 10:00" in page


def test_the_card_says_what_a_planned_meeting_lacks(client, ed):
    MeetingFactory(on=TODAY + DAY, state="planned")

    page = work(client, ed)

    for lack in ("Committee not invited yet", "No items on the agenda", "No papers"):
        assert lack in page


@pytest.mark.parametrize(("days", "words"), [(0, "Today"), (1, "Tomorrow"), (3, "In 3 days")])
def test_the_card_of_the_next_meeting_counts_the_days(client, chloe, days, words):
    meeting = MeetingFactory(on=TODAY + days * DAY, state="called")
    item_with_paper(meeting)

    page = work(client, chloe)

    assert f'<span class="de-eyebrow">{words}</span>' in page
    assert "1 paper" in page
    assert "quorum not set" in page


def test_the_card_is_not_for_the_lab(client, amina):
    MeetingFactory(on=TODAY + DAY, state="called")

    assert "w-next" not in work(client, amina)


def test_minutes_wait_for_the_one_whose_turn_it_is(client, ed, ben, chloe):
    meeting = MeetingFactory(state="closed")
    minutes = MinutesVersion.objects.create(meeting=meeting, number=1)
    assert "Finish and issue the minutes of 2 March 2026" in work(client, ed)
    assert "minutes of 2 March" not in work(client, ben)

    issued = {"state": "issued", "issued_at": NINE, "issued_by": ed, "snapshot": {}}
    MinutesVersion.objects.filter(pk=minutes.pk).update(**issued)
    assert "Approve the minutes of 2 March 2026" in work(client, ben)
    assert "minutes of 2 March" not in work(client, ed)
    assert "Approve the minutes" not in work(client, chloe)


def test_submitted_papers_wait_for_a_place(client, ed):
    PaperFactory(title="Waiting paper", submitted_at=None, accepted_at=NINE)
    closed = MeetingFactory(state="closed")
    item_with_paper(MeetingFactory(on=TODAY + DAY))
    item_with_paper(closed)

    PaperFactory(title="Late paper", state="submitted", is_late=True)

    page = work(client, ed)

    assert "Check “Late paper”" in page
    assert "Place “Waiting paper” on an agenda" in page
    assert page.count("on an agenda") == 2  # and the one a past meeting left undecided


def test_actions_that_fall_due_wait_for_their_owner(client, ed, amina, chloe, meeting):
    given = {"by": ed, "owner_person": chloe}
    add_action(meeting, text="Late", due_on=TODAY - DAY, **given)
    add_action(meeting, text="Soon", due_on=TODAY + DAY, **given)
    add_action(meeting, text="Much later", due_on=TODAY + 90 * DAY, **given)
    add_action(meeting, text="Of the Lab", due_on=TODAY, by=ed, owner_person=amina)

    theirs = work(client, chloe)

    assert ("Late" in theirs, "Overdue" in theirs, "Soon" in theirs) == (True, True, True)
    assert ("Much later" in theirs, "Of the Lab" in theirs) == (False, False)
    assert "Of the Lab" in work(client, ed)
    assert "Of the Lab" in work(client, amina)


def test_queries_do_not_grow_with_work(client, ed, django_assert_num_queries):
    client.force_login(ed)
    for start in (10, 20):
        for days in range(start, start + 5):
            meeting = MeetingFactory(on=TODAY + days * DAY, state="under_way")
            add_action(meeting, by=ed, text="Soon", due_on=TODAY)
            PaperFactory()
        with django_assert_num_queries(31):
            client.get(reverse("committee:worklist"))
