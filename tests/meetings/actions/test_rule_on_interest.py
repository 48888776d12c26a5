import pytest

from committee.refusals import NotPermitted, Refused
from meetings.actions import cast_ballot, declare_interest, rule_on_interest, withdraw_interest
from tests.factories import NINE, AgendaItemFactory
from tests.interests import LEAVE, NATURE, NOTE, SPEAK, declared
from tests.meetings.roles import last_event
from tests.votes import ABLE, CAST, vote_on

WHY = "The paper is by her own department."


@pytest.fixture
def noted(meeting, chloe):
    """An interest on which the terms say nothing."""
    item = AgendaItemFactory(meeting=meeting)
    return declare_interest(meeting, by=chloe, nature=NATURE, item=item)


def test_the_ruling_holds_at_once_and_gives_its_reason(meeting, ben, chloe):
    vote = vote_on(meeting, by=ben)
    cast_ballot(vote, by=chloe, choice="E")
    noted = declare_interest(meeting, by=chloe, nature=NATURE, item=vote.item)

    rule_on_interest(noted, by=ben, effect=SPEAK, reason=f" {WHY} ", at=NINE)

    noted.refresh_from_db()
    assert (noted.effect, noted.ruling, noted.ruled_by, noted.ruled_at) == (SPEAK, WHY, ben, NINE)
    assert not noted.awaits_ruling
    assert not vote.ballots.exists()
    act, who, facts = last_event()
    assert (act, who) == ("meetings.rule_on_interest", "Ben Chair")
    assert (facts["before"], facts["effect"], facts["ballots_out"]) == ("note", "speak", [vote.pk])


@pytest.mark.parametrize("name", [*CAST, "dev"])
def test_who_rules(noted, name, request):
    person = request.getfixturevalue(name)

    if name in ABLE:
        assert rule_on_interest(noted, by=person, effect=LEAVE, reason=WHY).effect == LEAVE
        return
    with pytest.raises(NotPermitted, match="rule on interests"):
        rule_on_interest(noted, by=person, effect=LEAVE, reason=WHY)


def test_whoever_chairs_on_the_day_rules(meeting, noted, dev):
    meeting.chaired_by = dev
    meeting.save()

    assert rule_on_interest(noted, by=dev, effect=LEAVE, reason=WHY).effect == LEAVE


def test_nobody_rules_on_an_interest_of_their_own(meeting, ben):
    interest = declared(meeting, ben, effect=NOTE, item=AgendaItemFactory(meeting=meeting))

    with pytest.raises(NotPermitted, match="of their own"):
        rule_on_interest(interest, by=ben, effect=NOTE, reason=WHY)


@pytest.mark.parametrize("said", [NOTE, SPEAK, LEAVE])
@pytest.mark.parametrize("ruled", [NOTE, SPEAK, LEAVE])
def test_a_ruling_goes_as_far_as_the_terms_or_further(meeting, ben, chloe, said, ruled):
    interest = declared(meeting, chloe, effect=said, item=AgendaItemFactory(meeting=meeting))
    ranks = [NOTE, SPEAK, LEAVE]

    if ranks.index(ruled) >= ranks.index(said):
        assert rule_on_interest(interest, by=ben, effect=ruled, reason=WHY).effect == ruled
        return
    with pytest.raises(Refused, match="can only be stricter"):
        rule_on_interest(interest, by=ben, effect=ruled, reason=WHY)


def test_where_the_terms_say_nothing_a_ruling_may_be_changed_either_way(noted, ben):
    rule_on_interest(noted, by=ben, effect=LEAVE, reason=WHY)

    assert rule_on_interest(noted, by=ben, effect=NOTE, reason="On reflection.").effect == NOTE


def test_a_reason_is_needed(noted, ben):
    with pytest.raises(Refused, match="Give the reason"):
        rule_on_interest(noted, by=ben, effect=LEAVE, reason=" ")


def test_nothing_follows_from_what_was_withdrawn(noted, ben, chloe):
    withdraw_interest(noted, by=chloe)

    with pytest.raises(NotPermitted, match="was withdrawn"):
        rule_on_interest(noted, by=ben, effect=LEAVE, reason=WHY)


def test_approved_minutes_settle_it(approved, ben, chloe):
    meeting = approved.meeting
    meeting.state = "under_way"
    meeting.save()
    interest = declared(meeting, chloe, effect=NOTE, item=AgendaItemFactory(meeting=meeting))
    meeting.state = "closed"
    meeting.save()

    with pytest.raises(NotPermitted, match="approved these minutes"):
        rule_on_interest(interest, by=ben, effect=LEAVE, reason=WHY)
