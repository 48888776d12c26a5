import datetime as dt

import pytest
from django.urls import reverse

from committee.models import Document, Event
from committee.refusals import NotPermitted, Refused
from meetings.actions import approve_minutes
from meetings.minutes import is_same_text
from meetings.models import Entry, MinutesVersion
from proposals.models import Advice, Recommendation
from tests.factories import NINE, AgendaItemFactory, MeetingFactory, PaperFactory, appoint
from tests.ledger import answered, undertaken


def test_approve_minutes_approves_what_was_issued(issued, ben):
    read = issued.snapshot

    version = approve_minutes(issued, by=ben, at=NINE)

    assert (version.state, version.approved_at, version.approved_by) == ("approved", NINE, ben)
    assert is_same_text(version.snapshot, read)
    assert version.snapshot["status"] == {
        "is_draft": False,
        "line": "Version 1, approved by Ben Chair on 2 March 2026",
        "running": "Version 1, approved 2 March 2026",
    }
    assert version.document.snapshot == version.snapshot
    assert version.document.title == "Minutes, 2 March 2026"
    assert Event.objects.last().act == "meetings.approve_minutes"


def test_approve_minutes_approves_the_advice_and_prints_its_numbers(issued, ben):
    version = approve_minutes(issued, by=ben)

    assert set(Advice.objects.values_list("state", flat=True)) == {"approved"}
    labels = {recommendation.label for recommendation in Recommendation.objects.all()}
    assert labels == {"R-1", "C-1", "Q-1"}
    assert 'id="R-1"' in version.html
    assert [each["ref"] for each in version.snapshot["outcomes"][1]["asked"]] == ["R-1", "C-1"]


def test_approve_minutes_refuses_a_text_that_nobody_read(issued, ben):
    Entry.objects.filter(text__startswith="Which grades").update(text="Something else.")

    with pytest.raises(Refused, match="issue it again"):
        approve_minutes(issued, by=ben)

    issued.refresh_from_db()
    assert (issued.state, Recommendation.objects.count()) == ("issued", 0)
    assert Document.objects.filter(key__endswith="approved").count() == 0


def test_approve_minutes_waits_until_the_advice_rules_on_what_was_answered(
    issued, ben, amina, client
):
    advice = Advice.objects.filter(decisions__papers__isnull=False).first()
    paper = advice.decisions.first().papers.first()
    answered(
        undertaken(PaperFactory(proposal=paper.proposal), state="answered"), amina, paper=paper
    )
    client.force_login(ben)

    with pytest.raises(NotPermitted, match="says nothing of U-1, which a paper answers"):
        approve_minutes(issued, by=ben)

    page = client.get(reverse("meetings:minutes_versions", args=[issued.meeting.slug]))
    assert reverse("proposals:keep_rest", args=[advice.pk]) in page.content.decode()


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ("minutes", "has not been issued"),
        ("approved", "is approved by the chair"),
        ("published", "is published"),
    ],
)
def test_approve_minutes_refuses_every_other_state(state, reason, ben, request):
    with pytest.raises(NotPermitted, match=reason):
        approve_minutes(request.getfixturevalue(state), by=ben)


def test_approving_twice_at_once_approves_once(issued, ben):
    stale = MinutesVersion.objects.get(pk=issued.pk)
    approve_minutes(issued, by=ben)

    with pytest.raises(Refused, match="is approved by the chair"):
        approve_minutes(stale, by=ben)


@pytest.mark.parametrize("who", ["amina", "chloe", "ed", "gus"])
def test_approve_minutes_is_the_chairs(issued, who, request):
    with pytest.raises(NotPermitted, match="Only the chair and the vice chair"):
        approve_minutes(issued, by=request.getfixturevalue(who))


def test_the_vice_chair_may_approve(issued):
    assert approve_minutes(issued, by=appoint("vice_chair")).state == "approved"


@pytest.fixture
def next_meeting(issued):
    later = MeetingFactory(on=dt.date(2026, 6, 1), state="under_way", started_at=NINE)
    AgendaItemFactory(meeting=later, kind="last_minutes", title=None)
    return later


def test_minutes_approved_at_a_meeting_say_so_and_so_do_its_own(issued, ben, next_meeting):
    version = approve_minutes(issued, by=ben, meeting=next_meeting)

    assert version.approved_in == next_meeting
    assert version.snapshot["status"]["line"] == "Version 1, approved at the meeting on 1 June 2026"
    line = Entry.objects.get(item__meeting=next_meeting)
    assert line.text == "The minutes of the meeting on 2 March 2026 were approved."
    event = Event.objects.last()
    assert (event.act, event.facts) == ("meetings.approve_minutes", {"meeting": "2026-06-01"})


def test_a_meeting_approves_under_the_item_for_it(issued, ben, next_meeting):
    next_meeting.items.all().delete()

    with pytest.raises(Refused, match="no item for the minutes of the last one"):
        approve_minutes(issued, by=ben, meeting=next_meeting)
    issued.refresh_from_db()
    assert issued.state == "issued"


def test_a_meeting_approves_those_of_an_earlier_one(issued, ben):
    earlier = MeetingFactory(on=dt.date(2026, 1, 1), state="under_way", started_at=NINE)
    AgendaItemFactory(meeting=earlier, kind="last_minutes")

    with pytest.raises(Refused, match="a later meeting than their own"):
        approve_minutes(issued, by=ben, meeting=earlier)


def test_a_meeting_that_has_not_begun_approves_nothing(issued, ben, next_meeting):
    next_meeting.state = "called"
    next_meeting.save()

    with pytest.raises(NotPermitted, match="has not started"):
        approve_minutes(issued, by=ben, meeting=next_meeting)
