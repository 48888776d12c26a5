"""What is told of a vote before its close, and after it to committee and public apart."""

import pytest
from django.urls import reverse

from committee.models import TermsOfReference
from committee.refusals import NotPermitted
from meetings import actions
from meetings.secrecy import shows_who_waits, told
from tests.factories import item_with_paper
from tests.votes import closed_vote, vote_on


@pytest.fixture
def under(meeting):
    def set_terms(**rules):
        TermsOfReference.objects.filter(pk=meeting.terms_id).update(**rules)
        meeting.terms.refresh_from_db()

    return set_terms


@pytest.fixture
def split(meeting, ben, chloe, dev):
    """Two for C, one for E."""
    return lambda: closed_vote(meeting, by=ben, ballots={ben: "C", chloe: "C", dev: "E"})


def test_before_the_close_nothing_is_told_to_anybody(under, meeting, ben):
    under(committee_sees="names", public_sees="names")
    vote = vote_on(meeting, by=ben)
    actions.cast_ballot(vote, by=ben, choice="A")

    for to in ("committee", "public"):
        assert told(vote, to=to).words == ""
        assert (told(vote, to=to).rows, told(vote, to=to).numbers) == ((), ())


@pytest.mark.parametrize(
    ("sees", "words", "has_rows", "has_names"),
    [
        ("names", "3 members voting: 2 for C, 1 for E", True, True),
        ("count", "3 members voting: 2 for C, 1 for E", True, False),
        ("outcome", "", False, False),
    ],
)
@pytest.mark.parametrize("to", ["committee", "public"])
def test_the_terms_say_how_much_is_told(under, split, to, sees, words, has_rows, has_names):
    under(**{f"{to}_sees": sees})

    said = told(split(), to=to)

    assert (said.words, bool(said.rows), said.has_names) == (words, has_rows, has_names)
    assert bool(said.numbers) == has_rows


def test_not_set_is_the_count_for_the_committee_and_unanimity_for_the_public(under, split, ben):
    vote = split()
    actions.record_outcome(vote, by=ben, letter="C", reason="As most said.")

    assert told(vote, to="committee").words == "By a majority, 3 members voting: 2 for C, 1 for E"
    assert told(vote, to="public").words == "By a majority"
    assert told(vote, to="public").rows == ()


def test_names_stand_by_what_they_chose(under, split):
    under(committee_sees="names")

    names = {row.letter: row.names for row in told(split(), to="committee").rows if row.names}

    assert names == {"C": ("Ben Chair", "Chloe Member"), "E": ("Dev Member",)}


def test_who_abstained_and_who_did_not_vote_is_told_apart(under, meeting, ben, chloe):
    vote = closed_vote(meeting, by=ben, ballots={ben: "A", chloe: "abstain"})

    said = told(vote, to="committee")

    assert said.words == "1 member voting; 1 abstained"
    assert dict(said.numbers) == {
        "Appointed": 3, "Present": 3, "Absent": 0, "Recused": 0,
        "May vote": 3, "Voted": 1, "Abstained": 1, "Not cast": 1,
    }  # fmt: skip


def test_unanimity_without_a_count_has_no_numbers_of_votes(meeting, ben, ed):
    vote = actions.record_unanimity(vote_on(meeting, by=ben), by=ed, letter="C")

    assert told(vote, to="committee").words == "Unanimous"
    assert "Voted" not in dict(told(vote, to="committee").numbers)


def test_a_casting_vote_is_told_with_the_count_and_not_without(under, meeting, ben, chloe):
    under(chair_has_casting_vote=True)
    vote = closed_vote(meeting, by=ben, ballots={ben: "A", chloe: "E"})
    meeting.chaired_by = ben
    meeting.save()
    vote.refresh_from_db()
    actions.record_outcome(vote, by=ben, letter="E")

    assert told(vote, to="committee").words == (
        "By the chair’s casting vote, 2 members voting: 1 for A, 1 for E"
    )
    assert told(vote, to="public").words == ""


def test_a_vote_that_was_void_before_is_told_of(meeting, ben, chloe):
    item = item_with_paper(meeting)
    for number in range(2):
        void = vote_on(meeting, by=ben, item=item)
        actions.void_vote(void, by=ben, reason=f"Wrong {number}.")
    vote = vote_on(meeting, by=ben, item=item)
    actions.cast_ballot(vote, by=chloe, choice="A")
    actions.close_vote(vote, by=ben)

    assert told(vote, to="public").before == "2 earlier votes on this were declared void."
    assert "Wrong" not in str(told(vote, to="public"))


@pytest.mark.parametrize(("rule", "shown"), [(None, True), (True, True), (False, False)])
def test_the_terms_may_hide_who_has_not_voted(under, meeting, ben, rule, shown):
    under(shows_who_has_not_voted=rule)

    assert shows_who_waits(vote_on(meeting, by=ben)) is shown


def test_where_it_is_hidden_nobody_takes_ballots_down(under, meeting, ben, ed, chloe):
    under(shows_who_has_not_voted=False)

    with pytest.raises(NotPermitted, match="nobody knows who has voted"):
        actions.take_ballot(vote_on(meeting, by=ben), chloe, by=ed, choice="A")


@pytest.mark.parametrize(("rule", "shown"), [(None, True), (False, False)])
def test_where_it_is_hidden_the_history_does_not_tell_either(
    under, client, meeting, ben, ed, rule, shown
):
    under(shows_who_has_not_voted=rule)
    vote = vote_on(meeting, by=ben)
    actions.cast_ballot(vote, by=ben, choice="A")
    client.force_login(ed)

    page = client.get(reverse("committee:history")).content.decode()
    votes = client.get(vote.get_absolute_url()).content.decode()

    assert ("<td>Cast ballot</td>" in page) is shown
    assert "<td>Open vote</td>" in page
    assert ("Take the ballot" in votes) is shown
    assert "<b>1 of 3</b> ballots are in" in votes
