import datetime as dt

import pytest

from committee.models import Event
from committee.refusals import NotPermitted
from meetings.actions import (
    approve_minutes,
    decline_suggestion,
    end_suggestions,
    issue_draft_minutes,
    suggest_correction,
)
from tests.factories import NINE


def test_end_suggestions_takes_no_more(issued, ed):
    version = end_suggestions(issued, by=ed, at=NINE)

    assert (version.suggestions_ended_at, version.suggestions_ended_by) == (NINE, ed)
    assert Event.objects.last().act == "meetings.end_suggestions"
    with pytest.raises(NotPermitted, match="no more can be sent in"):
        end_suggestions(issued, by=ed)


def test_they_stay_ended_when_the_draft_is_issued_again(issued, ed, chloe):
    end_suggestions(issued, by=ed)
    again = issue_draft_minutes(issued, by=ed, suggestions_until=dt.date(2999, 1, 1))

    with pytest.raises(NotPermitted, match="no more can be sent in"):
        suggest_correction(again, by=chloe, paragraph="1", after="Late.")


def test_what_is_in_is_decided_before_the_chair_approves(issued, ed, chloe, ben):
    made = suggest_correction(issued, by=chloe, paragraph="1", after="In time.")
    end_suggestions(issued, by=ed)

    with pytest.raises(NotPermitted, match="One suggestion is not decided yet"):
        approve_minutes(issued, by=ben)
    decline_suggestion(made, by=ed, answer="As it was said.")

    assert approve_minutes(issued, by=ben).state == "approved"


@pytest.mark.parametrize("state", ["minutes", "approved", "published"])
def test_only_an_issued_draft_has_suggestions_to_end(state, ed, request):
    with pytest.raises(NotPermitted, match=r"not been issued|approved"):
        end_suggestions(request.getfixturevalue(state), by=ed)


@pytest.mark.parametrize("who", ["amina", "ben", "chloe", "gus"])
def test_end_suggestions_is_the_secretariats(issued, who, request):
    with pytest.raises(NotPermitted, match="Only the secretariat"):
        end_suggestions(issued, by=request.getfixturevalue(who))
