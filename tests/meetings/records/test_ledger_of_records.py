"""The real records, loaded: what they asked stands in the ledger of the right proposals."""

from collections import Counter

import pytest

from committee.models import Person
from meetings.actions import link_update, load_record
from meetings.models import AgendaItem, Entry, Meeting
from meetings.records import parse
from proposals.ledger import standing
from proposals.models import ExpectedReturn, Proposal, Recommendation
from tests.meetings.records.test_round_trip import REAL
from tests.records import real

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded(ed):
    for name in REAL:
        load_record(parse(real(name)), by=ed)


def test_what_was_asked_stands_with_its_proposal(loaded):
    kinds = Counter(Recommendation.objects.values_list("kind", flat=True))
    assert kinds == {"R": 34, "Q": 23}

    for asked in Recommendation.objects.select_related("line__advice"):
        decided = asked.line.advice.decisions.values("papers__proposal")
        about = Proposal.objects.filter(pk__in=decided)
        assert set(Proposal.objects.filter(papers__in=asked.papers.all())) == set(about)
        assert all(asked in standing(proposal) for proposal in about)


def test_each_request_for_more_is_awaited_once(loaded):
    awaited = ExpectedReturn.objects.open()

    assert awaited.exists()
    assert len({one.proposal_id for one in awaited}) == awaited.count()


def test_updates_of_2023_are_linked_to_what_was_asked_before(loaded, ed, client):
    item = AgendaItem.objects.get(meeting__on__year=2023, kind="actions_update")
    entry = Entry.objects.filter(item=item, parent=None).first()
    asked = Recommendation.objects.filter(line__advice__given_on__lt=item.meeting.on).first()
    asked = (
        asked or Recommendation.objects.exclude(line__advice__given__meeting=item.meeting).first()
    )
    client.force_login(ed, backend="django.contrib.auth.backends.ModelBackend")
    page = client.get(f"/meetings/{item.meeting.slug}/lines/{entry.pk}/link/").content.decode()
    assert f"{asked}: " in page

    link_update(entry, by=ed, recommendations=[asked])

    assert "In the minutes" in client.get(asked.get_absolute_url()).content.decode()
    assert str(asked) in client.get(item.log_url).content.decode()


def test_the_ledger_opens_with_them(loaded, client, ed):
    client.force_login(ed, backend="django.contrib.auth.backends.ModelBackend")

    assert "57 found" in client.get("/recommendations/work/").content.decode()
    assert client.get("/recommendations/").status_code == 200
    assert Meeting.objects.count() == 3
    assert Person.objects.filter(pk=ed.pk).exists()
