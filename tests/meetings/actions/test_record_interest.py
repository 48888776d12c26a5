import pytest

from committee.refusals import Refused
from meetings.actions import cast_ballot, record_interest
from tests.factories import AgendaItemFactory
from tests.interests import LEAVE, NATURE, terms_say
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event
from tests.votes import vote_on


def test_the_secretary_writes_down_what_a_member_says(meeting, ben, chloe, ed):
    vote = vote_on(meeting, by=ben)
    cast_ballot(vote, by=chloe, choice="E")
    terms_say(meeting, LEAVE)

    interest = record_interest(meeting, chloe, by=ed, nature=NATURE, item=vote.item)

    assert (interest.member, interest.recorded_by, interest.effect) == (chloe, ed, LEAVE)
    assert not vote.ballots.exists()
    facts = {"item": vote.item.pk, "member": "Chloe Member", "effect": "leave"}
    out = {"ballots_out": [vote.pk]}
    assert last_event() == ("meetings.record_interest", "Ed Secretary", facts | out)


@OTHERS
def test_who_may_not(meeting, chloe, who, request):
    item = AgendaItemFactory(meeting=meeting)
    person = request.getfixturevalue(who)

    assert_not_theirs(record_interest, meeting, chloe, by=person, nature=NATURE, item=item)


def test_only_those_who_vote_or_advise_have_interests_on_record(meeting, ed, amina):
    item = AgendaItemFactory(meeting=meeting)

    with pytest.raises(Refused, match="neither a voting member nor an adviser"):
        record_interest(meeting, amina, by=ed, nature=NATURE, item=item)
