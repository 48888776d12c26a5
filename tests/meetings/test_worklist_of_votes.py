"""Open votes await those who may vote; closed ones the secretary."""

import pytest

from meetings import actions
from meetings.worklist import ballots_to_cast, outcomes_to_record
from tests.factories import item_with_paper

pytestmark = pytest.mark.django_db


@pytest.fixture
def vote(meeting, ben):
    item = item_with_paper(meeting)
    return actions.open_vote(item, list(item.papers.all()), by=ben, question="Proceed?")


def test_an_open_vote_awaits_whoever_may_cast_a_ballot(vote, chloe):
    (item,) = ballots_to_cast(chloe)

    said = (item.text, item.group, item.tag)
    assert said == (f"Cast your ballot: {vote.item}", "Votes", "Vote open")
    assert item.url.endswith(f"/votes/{vote.pk}/ballot/")


def test_a_vote_awaits_nobody_who_has_cast_a_ballot(vote, chloe):
    actions.cast_ballot(vote, by=chloe, choice="A")

    assert ballots_to_cast(chloe) == []


@pytest.mark.parametrize("who", ["ed", "amina", "gus"])
def test_a_vote_awaits_nobody_else(vote, request, who):
    assert ballots_to_cast(request.getfixturevalue(who)) == []


def test_a_closed_vote_awaits_the_secretary(vote, ben, chloe, ed):
    actions.cast_ballot(vote, by=chloe, choice="A")
    assert outcomes_to_record(ed) == []

    actions.close_vote(vote, by=ben)

    assert [item.text for item in outcomes_to_record(ed)] == [f"Record the outcome: {vote.item}"]
    assert outcomes_to_record(chloe) == []
