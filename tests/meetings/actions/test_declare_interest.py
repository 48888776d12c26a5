import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from meetings.actions import cast_ballot, close_vote, declare_interest
from meetings.models import Interest
from tests.factories import (
    NINE,
    AgendaItemFactory,
    MeetingFactory,
    PaperFactory,
    appoint,
    item_with_paper,
)
from tests.interests import LEAVE, NATURE, NOTE, SPEAK, declared, terms_say
from tests.votes import vote_on


def test_the_record_says_that_an_interest_was_declared_and_not_what_it_is(meeting, chloe):
    item = AgendaItemFactory(meeting=meeting)

    interest = declare_interest(meeting, by=chloe, nature=f" {NATURE} ", item=item, at=NINE)

    assert (interest.member, interest.recorded_by, interest.declared_at) == (chloe, chloe, NINE)
    assert (interest.nature, interest.item, interest.paper) == (NATURE, item, None)
    event = Event.objects.get()
    assert (event.act, event.actor_id, event.at) == (
        "meetings.declare_interest",
        str(chloe.pk),
        NINE,
    )
    assert event.facts == {
        "item": item.pk, "member": "Chloe Member", "effect": "note", "ballots_out": [],
    }  # fmt: skip


@pytest.mark.parametrize("effect", [NOTE, SPEAK, LEAVE])
def test_what_the_terms_say_follows_at_once(meeting, chloe, effect):
    interest = declared(meeting, chloe, effect=effect, item=AgendaItemFactory(meeting=meeting))

    assert (interest.effect, interest.terms) == (effect, meeting.terms)
    assert not interest.awaits_ruling


def test_where_they_say_nothing_it_is_noted_until_somebody_rules(meeting, chloe):
    interest = declare_interest(
        meeting, by=chloe, nature=NATURE, item=AgendaItemFactory(meeting=meeting)
    )

    assert (interest.effect, interest.terms) == (NOTE, None)
    assert interest.awaits_ruling
    assert list(Interest.objects.awaiting_ruling()) == [interest]


@pytest.mark.parametrize("role", ["chair", "vice_chair", "member", "adviser"])
def test_who_declares(meeting, role):
    person = appoint(role)

    assert declared(meeting, person, item=AgendaItemFactory(meeting=meeting)).member == person


@pytest.mark.parametrize("name", ["amina", "ed", "gus", "fay"])
def test_who_does_not(meeting, name, request):
    person = request.getfixturevalue(name)

    with pytest.raises(NotPermitted, match="Only voting members and advisers"):
        declared(meeting, person, item=AgendaItemFactory(meeting=meeting))


@pytest.mark.parametrize(
    ("state", "why"),
    [("planned", "not been called"), ("closed", "is closed"), ("cancelled", "is cancelled")],
)
def test_when_nothing_is_declared(chloe, state, why):
    meeting = MeetingFactory(state=state)

    with pytest.raises(NotPermitted, match=why):
        declared(meeting, chloe, item=AgendaItemFactory(meeting=meeting))


def test_before_the_meeting_a_paper_may_have_no_item_yet(chloe):
    meeting, paper = MeetingFactory(state="called"), PaperFactory()

    interest = declared(meeting, chloe, paper=paper)

    item = AgendaItemFactory(meeting=meeting)
    assert not Interest.objects.in_item(item).exists()
    item.item_papers.create(paper=paper)
    assert Interest.objects.in_item(item).get() == interest


def test_what_is_refused(meeting, chloe):
    item, elsewhere = AgendaItemFactory(meeting=meeting), AgendaItemFactory(meeting__slug="b")
    drafted = PaperFactory(state="draft")
    declared(meeting, chloe, item=item)

    for words, why in [
        ({"item": item}, "declared already"),
        ({"item": elsewhere}, "another meeting"),
        ({"paper": drafted}, "not before the committee"),
        ({}, "Choose the item or the paper"),
        ({"item": item, "paper": PaperFactory()}, "Choose the item or the paper"),
        ({"item": item, "nature": " "}, "Say what the interest is"),
    ]:
        with pytest.raises(Refused, match=why):
            declare_interest(meeting, by=chloe, **{"nature": NATURE} | words)
    assert Interest.objects.count() == 1


@pytest.mark.parametrize("effect", [SPEAK, LEAVE])
def test_a_ballot_in_an_open_vote_is_taken_out_and_nobody_learns_what_it_said(
    meeting, ben, chloe, effect
):
    vote = vote_on(meeting, by=ben)
    cast_ballot(vote, by=chloe, choice="E", reason="Because")
    cast_ballot(vote, by=ben, choice="A")

    declared(meeting, chloe, effect=effect, item=vote.item)

    event = Event.objects.last()
    assert event.facts["ballots_out"] == [vote.pk]
    assert "E" not in event.facts.values()
    assert [ballot.member for ballot in vote.ballots.all()] == [ben]
    with pytest.raises(NotPermitted):
        cast_ballot(vote, by=chloe, choice="A")
    close_vote(vote, by=ben)
    assert (vote.count, vote.eligible) == ({"A": 1}, 2)


def test_an_interest_that_is_only_noted_leaves_the_ballot(meeting, ben, chloe):
    vote = vote_on(meeting, by=ben)
    cast_ballot(vote, by=chloe, choice="E")

    declared(meeting, chloe, effect=NOTE, item=vote.item)

    assert vote.ballots.get().member == chloe
    assert chloe in vote.voters()


def test_nothing_after_the_close_changes(meeting, ben, chloe):
    vote = vote_on(meeting, by=ben)
    cast_ballot(vote, by=chloe, choice="E")
    close_vote(vote, by=ben)

    declared(meeting, chloe, item=vote.item)

    vote.refresh_from_db()
    assert (vote.count, vote.ballots.get().member) == ({"E": 1}, chloe)


def test_a_paper_put_under_the_item_later_takes_no_ballot_into_the_count(meeting, ben, chloe):
    """The interest is in a paper that comes to the item of an open vote: counted without her."""
    vote, late = vote_on(meeting, by=ben), PaperFactory()
    cast_ballot(vote, by=chloe, choice="E")
    declared(meeting, chloe, paper=late)
    assert vote.ballots.exists()
    vote.item.item_papers.create(paper=late)

    close_vote(vote, by=ben)

    assert (vote.count, vote.eligible) == ({}, 2)


def test_an_interest_in_an_item_bars_from_votes_on_its_papers_wherever_they_are_taken(
    meeting, ben, chloe
):
    terms_say(meeting, SPEAK)
    heard = item_with_paper(meeting)
    advice = AgendaItemFactory(meeting=meeting, kind="discussion")
    declare_interest(meeting, by=chloe, nature=NATURE, item=heard)

    vote = vote_on(meeting, by=ben, item=heard)
    vote.item = advice
    vote.save()

    assert chloe not in vote.voters()
    assert list(vote.barred()) == [{"member": chloe.pk}]
