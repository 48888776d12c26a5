import json

import pytest
from django.db import DatabaseError

from committee.models import Event, Person
from committee.refusals import NotPermitted, Refused
from meetings.actions import publish_minutes
from meetings.models import MinutesVersion
from proposals.models import Proposal
from tests.factories import NINE
from tests.meetings.minutes import story


def test_publish_minutes_opens_them(approved, ed):
    html = approved.html

    version = publish_minutes(approved, by=ed, at=NINE)

    assert (version.state, version.published_at, version.published_by) == ("published", NINE, ed)
    assert version.html == html
    assert Event.objects.last().act == "meetings.publish_minutes"


def test_publish_minutes_opens_the_proposals_they_name(approved, ed):
    publish_minutes(approved, by=ed)

    opened = Proposal.objects.published().values_list("slug", flat=True)
    assert set(opened) == {"burglary", "triage", "interviews", "firearms"}


def test_a_proposal_heard_only_in_a_withheld_item_stays_closed(meeting, minutes, ben, ed):
    story.hide_item(meeting)
    version = story.to_publication(minutes, ben=ben, ed=ed)

    assert not Proposal.objects.get(slug="canary-slug").is_public
    everything = json.dumps([version.snapshot, version.html, version.document.snapshot])
    assert "canary" not in everything.lower()


def test_what_is_published_never_changes(published):
    with pytest.raises(DatabaseError, match="never_changed"):
        MinutesVersion.objects.filter(pk=published.pk).update(html="")


def test_what_is_published_is_never_removed(published):
    with pytest.raises(DatabaseError, match="never_deleted"):
        published.delete()


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ("minutes", "has not approved"),
        ("issued", "has not approved"),
        ("published", "is published"),
    ],
)
def test_publish_minutes_refuses_every_other_state(state, reason, ed, request):
    with pytest.raises(NotPermitted, match=reason):
        publish_minutes(request.getfixturevalue(state), by=ed)


def test_publishing_twice_at_once_publishes_once(approved, ed):
    stale = MinutesVersion.objects.get(pk=approved.pk)
    publish_minutes(approved, by=ed)

    with pytest.raises(Refused, match="is published"):
        publish_minutes(stale, by=ed)


@pytest.mark.parametrize("who", ["amina", "ben", "chloe", "gus"])
def test_publish_minutes_is_the_secretariats(approved, who, request):
    with pytest.raises(NotPermitted, match="Only the secretariat publishes minutes"):
        publish_minutes(approved, by=request.getfixturevalue(who))


def test_the_system_publishes_records_that_were_published_before(minutes):
    clock = Person.objects.clock()

    version = story.to_publication(minutes, ben=clock, ed=clock)

    assert version.snapshot["status"]["line"].startswith("Version 1, taken from the published")
