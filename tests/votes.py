"""The words in which tests of votes tell their stories."""

from meetings import actions
from tests.factories import item_with_paper

ABLE = {"ben", "ed"}  # who may open, close and void votes and record outcomes
CAST = ["amina", "ben", "chloe", "ed", "gus"]


def vote_on(meeting, *, by, item=None, **more):
    """A vote, open, on the paper of a new item of ``meeting``."""
    item = item or item_with_paper(meeting)
    return actions.open_vote(item, list(item.papers.all()), by=by, **more)


def closed_vote(meeting, *, by, ballots, **more):
    """A closed vote in which the people of ``ballots`` chose its letters."""
    vote = vote_on(meeting, by=by, **more)
    for person, choice in ballots.items():
        actions.cast_ballot(vote, by=person, choice=choice)
    return actions.close_vote(vote, by=by)


def decided(meeting, *, by, letter="C", **more):
    """The decision of a vote in which the chair alone voted for ``letter``."""
    vote = closed_vote(meeting, by=by, ballots={by: letter}, **more)
    return actions.record_outcome(vote, by=by, letter=letter)
