import datetime as dt

import pytest

from committee.actions import rename_committee
from committee.models import CommitteeName, Event
from committee.refusals import Refused

pytestmark = pytest.mark.django_db
SINCE = dt.date(2025, 1, 1)


def test_rename_committee_from_a_day_on(ed):
    rename_committee(name="Ethics Panel", since=SINCE, by=ed)

    assert str(CommitteeName.objects.on(SINCE)) == "Ethics Panel"
    assert str(CommitteeName.objects.on(dt.date(2024, 12, 31))) == "Data Ethics Committee"
    event = Event.objects.get()
    assert (event.act, event.facts) == ("committee.rename_committee", {"since": "2025-01-01"})


def test_rename_committee_refuses_two_names_on_a_day(ed):
    rename_committee(name="Ethics Panel", since=SINCE, by=ed)

    with pytest.raises(Refused, match="since 1 January 2025 is entered already"):
        rename_committee(name="Ethics Board", since=SINCE, by=ed)
