"""Votes by correspondence: from the mail to all in office to the outcome after the meeting."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from committee import tasks
from committee.models import Event, Mail, Person, TermsOfReference
from committee.refusals import NotPermitted, Refused
from meetings import actions
from meetings.correspondence import remind_at
from meetings.evidence import evidence_of
from meetings.models import Vote
from meetings.on_the_clock import end_votes
from meetings.worklist import ballots_to_cast
from tests.factories import an_interest, appoint, item_with_paper
from tests.votes import vote_on
from tools.verify_result import differences

HOUR, WEEK = dt.timedelta(hours=1), dt.timedelta(days=7)


@pytest.fixture
def away(db):
    """A member in office who did not come."""
    return appoint("member", name="Hana Away")


@pytest.fixture
def vote(meeting, ben, away):
    return vote_on(meeting, by=ben, closes_at=timezone.now() + WEEK)


def ended(vote):
    """The same vote, its time over."""
    Vote.objects.filter(pk=vote.pk).update(closes_at=timezone.now() - HOUR)
    vote.refresh_from_db()
    return vote


def test_all_in_office_are_told_once_with_a_link_and_nothing_confidential(vote, ben, away):
    mails = Mail.objects.filter(key__startswith="open_vote")

    assert set(mails.values_list("to", flat=True)) >= {ben.email, away.email}
    assert mails.count() == 4
    assert reverse("meetings:cast_ballot", args=[vote.meeting.slug, vote.pk]) in mails[0].body
    said = mails[0].subject + mails[0].body
    assert str(vote.item) not in said
    assert vote.question not in said


def test_a_member_who_did_not_come_votes_and_one_who_is_recused_does_not(vote, away, chloe):
    an_interest(chloe, item=vote.item, effect="speak")

    actions.cast_ballot(vote, by=away, choice="B")

    with pytest.raises(NotPermitted, match="You have declared an interest"):
        actions.cast_ballot(vote, by=chloe, choice="A")
    with pytest.raises(NotPermitted, match="Only voting members in office may vote"):
        actions.cast_ballot(vote, by=appoint("adviser"), choice="A")


def test_whoever_declared_an_interest_is_not_told(meeting, ben, chloe):
    item = item_with_paper(meeting)
    an_interest(chloe, item=item, effect="leave")

    vote_on(meeting, by=ben, item=item, closes_at=timezone.now() + WEEK)

    assert not Mail.objects.filter(to=chloe.email).exists()


def test_it_is_closed_by_the_clock_and_not_by_hand_before_its_time(vote, ben, ed, away):
    actions.cast_ballot(vote, by=away, choice="B")
    end_votes(timezone.now())
    vote.refresh_from_db()
    assert vote.is_open
    for person in (ben, ed):
        with pytest.raises(NotPermitted, match="It closes by itself on"):
            actions.close_vote(vote, by=person)

    ended(vote)
    tasks.sweep()

    vote.refresh_from_db()
    assert (vote.state, vote.closed_by.is_clock, vote.count) == ("closed", True, {"B": 1})
    assert (vote.appointed, vote.eligible, vote.not_cast) == (4, 4, 3)
    assert (vote.present, vote.absent) == (None, None)


@pytest.mark.parametrize("is_told", [True, False, None])
def test_once_all_have_voted_it_is_closed_by_hand(vote, ben, chloe, dev, away, is_told):
    TermsOfReference.objects.update(shows_who_has_not_voted=is_told)
    vote.terms.refresh_from_db()
    an_interest(dev, item=vote.item, effect="speak")
    for member in (ben, chloe):
        actions.cast_ballot(vote, by=member, choice="B")
    with pytest.raises(NotPermitted, match="It closes by itself on"):
        actions.close_vote(vote, by=ben)
    actions.cast_ballot(vote, by=away, choice="A")

    actions.close_vote(vote, by=ben)

    assert (vote.count, vote.not_cast, vote.closed_by) == ({"A": 1, "B": 2}, 0, ben)
    assert vote.closed_at < vote.closes_at
    assert differences(evidence_of(vote)) == []


def test_a_close_before_its_time_with_somebody_still_to_vote_is_found(vote, away):
    actions.cast_ballot(vote, by=away, choice="B")
    end_votes(ended(vote).closes_at + HOUR)
    vote.refresh_from_db()
    record = evidence_of(vote)
    assert differences(record) == []

    record["vote"]["closes_at"] = (vote.closed_at + WEEK).isoformat()

    assert differences(record) == ["events: close came before its time, and 3 had not voted"]


def test_no_ballot_counts_after_its_time_even_if_nobody_has_counted_yet(vote, away, ben):
    ended(vote)

    with pytest.raises(NotPermitted, match="This vote ended on"):
        actions.cast_ballot(vote, by=away, choice="B")
    assert actions.close_vote(vote, by=ben).count == {}


def test_the_clock_closes_nothing_else(meeting, ben):
    vote = vote_on(meeting, by=ben)

    end_votes(timezone.now() + WEEK)

    vote.refresh_from_db()
    assert vote.is_open
    with pytest.raises(NotPermitted):
        actions.close_vote(vote, by=Person.objects.clock())


def test_those_who_have_not_voted_are_reminded_once_by_the_clock(vote, away):
    end_votes(remind_at(vote) - HOUR)
    assert not Mail.objects.filter(key__startswith="remind").exists()

    end_votes(remind_at(vote) + HOUR)
    end_votes(remind_at(vote) + HOUR + HOUR)

    assert Mail.objects.filter(key__startswith="remind", to=away.email).count() == 1


def test_a_failing_clock_does_not_keep_the_sweep_from_its_work(settings, caplog, db):
    settings.ON_THE_CLOCK = ["tests.meetings.test_correspondence.broken"]

    tasks.sweep()

    assert "out of order" in caplog.text


def broken(now):
    raise ValueError("out of order")


@pytest.mark.parametrize(
    ("open_for", "before"),
    [(dt.timedelta(days=14), dt.timedelta(days=1)), (dt.timedelta(hours=10), 5 * HOUR)],
)
def test_the_reminder_comes_a_day_before_the_end_or_half_way(open_for, before):
    now = timezone.now()
    vote = Vote(opened_at=now, closes_at=now + open_for)

    assert remind_at(vote) == vote.closes_at - before


def test_the_meeting_closes_meanwhile_and_the_outcome_follows(vote, ed, ben, away):
    meeting = vote.meeting
    actions.close_meeting(meeting, by=ed)
    actions.cast_ballot(vote, by=away, choice="B")
    end_votes(ended(vote).closes_at + HOUR)
    vote.refresh_from_db()

    decision = actions.record_outcome(vote, by=ed, letter="B")

    assert (decision.outcome.letter, decision.made_on) == ("B", meeting.on)


def test_a_paper_that_nobody_decides_still_keeps_the_meeting_open(vote, ed):
    item_with_paper(vote.meeting)

    with pytest.raises(NotPermitted, match="No decision is recorded on"):
        actions.close_meeting(vote.meeting, by=ed)


def test_a_void_vote_is_run_again_by_correspondence_after_the_meeting(vote, ed, ben):
    meeting = vote.meeting
    actions.close_meeting(meeting, by=ed)
    actions.void_vote(vote, by=ed, reason="Wrong question.")
    item, papers = vote.item, list(vote.papers.all())
    item.meeting.refresh_from_db()

    with pytest.raises(Refused, match="only a vote by correspondence"):
        actions.open_vote(item, papers, by=ed)
    again = actions.open_vote(item, papers, by=ed, closes_at=timezone.now() + WEEK)

    assert again.is_open
    assert Event.objects.filter(act="meetings.open_vote").count() == 2


def test_the_minutes_wait_for_its_outcome_and_then_nothing_is_added(vote, ed, ben, away):
    meeting = vote.meeting
    actions.close_meeting(meeting, by=ed)
    minutes = meeting.minutes.get()
    actions.issue_draft_minutes(minutes, by=ed)
    with pytest.raises(NotPermitted, match="A vote is open"):
        actions.approve_minutes(minutes, by=ben)
    actions.cast_ballot(vote, by=away, choice="B")
    end_votes(ended(vote).closes_at + HOUR)
    with pytest.raises(NotPermitted, match="counted and without its outcome"):
        actions.approve_minutes(minutes, by=ben)
    decision = actions.record_outcome(vote, by=ed, letter="B")
    actions.issue_draft_minutes(minutes, by=ed)
    actions.approve_minutes(minutes, by=ben)

    with pytest.raises(NotPermitted, match="The chair has approved these minutes"):
        actions.withdraw_outcome(decision, by=ed, reason="Too late.")


def test_it_ends_at_a_time_to_come(meeting, ben):
    with pytest.raises(Refused, match="ends at a time to come"):
        vote_on(meeting, by=ben, closes_at=timezone.now() - HOUR)


@pytest.mark.parametrize("act", ["record_show_of_hands", "record_unanimity", "take_ballot"])
def test_nobody_raises_hands_by_correspondence(vote, ed, away, act):
    arguments = {
        "record_show_of_hands": {"counts": {"A": 1}},
        "record_unanimity": {"letter": "A"},
        "take_ballot": {"member": away, "choice": "A"},
    }

    with pytest.raises(NotPermitted, match="by correspondence"):
        getattr(actions, act)(vote, by=ed, **arguments[act])


def test_it_is_opened_through_its_page_in_local_time(client, meeting, ed):
    item = item_with_paper(meeting)
    client.force_login(ed)
    url = reverse("meetings:open_vote", args=[meeting.slug, item.pk])
    papers = {"papers": [item.papers.get().pk], "question": "On this?", "how": "later"}

    asked = client.post(url, papers)
    assert asked.context["form"].errors["closes_on"] == [
        "Give the last day of a vote by correspondence."
    ]
    absent = client.post(url, papers | {"closes_on": "2097-03-31", "closes_at": "01:30"})
    assert "the clocks go forward" in absent.context["form"].errors["closes_at"][0]
    client.post(url, papers | {"closes_on": "2097-06-03", "closes_at": ""})

    assert item.votes.get().closes_at == dt.datetime(2097, 6, 3, 16, tzinfo=dt.UTC)


def test_it_waits_on_the_worklist_of_a_member_who_did_not_come(vote, away, amina):
    items = ballots_to_cast(away)

    assert items[0].detail.startswith("By correspondence, until ")
    assert [(item.text, item.due) for item in items] == [
        (f"Cast your ballot: {vote.item}", timezone.localdate(vote.closes_at))
    ]
    assert ballots_to_cast(amina) == []
    actions.cast_ballot(vote, by=away, choice="A")
    assert ballots_to_cast(away) == []
