"""The reasons given with ballots: nobody reads them before the close, then as the terms say."""

import pytest
from django.urls import reverse

from committee.models import TermsOfReference
from meetings import actions
from meetings.secrecy import reasons
from tests.factories import an_interest, appoint, item_with_paper
from tests.publishing import PUBLISHED_AT
from tests.votes import vote_on

WORDS = ["Zeal of the Lab.", "a fair test.", "Alas, no test."]


@pytest.fixture
def under(meeting):
    def set_terms(**rules):
        TermsOfReference.objects.filter(pk=meeting.terms_id).update(**rules)
        meeting.terms.refresh_from_db()

    return set_terms


@pytest.fixture
def reasoned(meeting, ben, chloe, dev):
    """An open vote in which two chose C and one abstained, each with a reason."""

    def cast():
        vote = vote_on(meeting, by=ben)
        for member, choice, words in zip(
            (ben, chloe, dev), ("C", "C", "abstain"), WORDS, strict=True
        ):
            actions.cast_ballot(vote, by=member, choice=choice, reason=words)
        return vote

    return cast


def told(vote):
    return [(row.letter, [(one.text, one.name) for one in said]) for row, said in reasons(vote)]


@pytest.mark.parametrize("sees", ["names", "count", "outcome", None])
def test_nobody_reads_one_before_the_close(under, reasoned, client, ed, ben, chloe, sees):
    under(committee_sees=sees)
    vote = reasoned()

    assert reasons(vote) == []
    for person, others in ((ed, WORDS), (ben, WORDS[1:]), (chloe, [WORDS[0], WORDS[2]])):
        client.force_login(person)
        for name, *more in [("vote", vote.pk), ("votes",), ("room",), ("workspace",)]:
            page = client.get(reverse(f"meetings:{name}", args=[vote.meeting.slug, *more])).text
            assert not [words for words in others if words in page]


def test_with_names_where_these_are_told(under, reasoned, ben):
    under(committee_sees="names")
    vote = actions.close_vote(reasoned(), by=ben)

    assert told(vote) == [
        ("C", [(WORDS[0], "Ben Chair"), (WORDS[1], "Chloe Member")]),
        ("", [(WORDS[2], "Dev Member")]),
    ]


@pytest.mark.parametrize("sees", ["count", None])
def test_else_without_in_an_order_that_says_nothing(under, meeting, ben, chloe, dev, sees):
    under(committee_sees=sees)
    vote = vote_on(meeting, by=ben)
    for member, words in ((chloe, "Zeal."), (dev, "able."), (ben, "Quite.")):
        actions.cast_ballot(vote, by=member, choice="A", reason=words)

    actions.close_vote(vote, by=ben)

    assert told(vote) == [("A", [("able.", ""), ("Quite.", ""), ("Zeal.", "")])]


def test_where_the_outcome_alone_is_told_each_reads_their_own(under, reasoned, client, ben, chloe):
    under(committee_sees="outcome")
    vote = actions.close_vote(reasoned(), by=ben)
    client.force_login(chloe)

    page = client.get(vote.get_absolute_url()).text

    assert reasons(vote) == []
    assert f"Your reason: “{WORDS[1]}”" in page
    assert [words in page for words in WORDS] == [False, True, False]


def test_a_ballot_that_was_not_counted_gives_no_reason(meeting, ben, chloe, dev):
    vote = vote_on(meeting, by=ben)
    actions.cast_ballot(vote, by=chloe, choice="A", reason="Of one recused.")
    actions.cast_ballot(vote, by=dev, choice="A", reason=" ")
    an_interest(chloe, item=vote.item, effect="speak")

    actions.close_vote(vote, by=ben)

    assert reasons(vote) == []


def test_one_declared_void_before_it_was_counted_tells_none(reasoned, ben):
    vote = actions.void_vote(reasoned(), by=ben, reason="Wrong paper.")

    assert reasons(vote) == []


def test_they_stand_beside_the_outcome_that_is_being_written(reasoned, client, ben, ed):
    vote = actions.close_vote(reasoned(), by=ben)
    client.force_login(ed)

    page = client.get(vote.get_absolute_url()).text

    assert "Without names, in the order of their words." in page
    assert all(words in page for words in WORDS)
    assert "Outcome to be minuted" in page
    assert "Chloe Member" not in page


def test_whoever_left_for_the_item_and_whoever_does_not_sit_here_find_none(
    reasoned, client, meeting, ben, amina
):
    vote = actions.close_vote(reasoned(), by=ben)
    recused = appoint("member")
    an_interest(recused, item=vote.item)

    for person in (recused, amina):
        client.force_login(person)
        assert client.get(vote.get_absolute_url()).status_code == 404


def test_none_is_ever_public(under, meeting, ben, ed, chloe, client):
    under(committee_sees="names", public_sees="names")
    vote = vote_on(meeting, by=ben, item=item_with_paper(meeting, number="4"))
    actions.cast_ballot(vote, by=chloe, choice="A", reason="CANARY")
    actions.close_vote(vote, by=ben)
    actions.record_outcome(vote, by=ed, letter="A", reason="As counted.")
    actions.close_meeting(meeting, by=ed)
    minutes = actions.issue_draft_minutes(meeting.minutes.get(), by=ed, at=PUBLISHED_AT)
    actions.publish_minutes(actions.approve_minutes(minutes, by=ben), by=ed)

    minutes.refresh_from_db()
    assert "Chloe Member" in str(minutes.snapshot)
    assert "CANARY" not in str(minutes.snapshot)
    assert "CANARY" not in client.get(meeting.get_absolute_url()).text


@pytest.mark.parametrize(
    ("sees", "words"),
    [
        ("names", "the committee reads it, with your name."),
        ("count", "the committee reads it, without your name."),
        (None, "the committee reads it, without your name."),
        ("outcome", "Nobody but you reads it."),
    ],
)
def test_a_voter_is_told_beforehand_who_will_read_it(under, client, meeting, ben, sees, words):
    under(committee_sees=sees)
    vote = vote_on(meeting, by=ben)
    client.force_login(ben)

    page = client.get(reverse("meetings:cast_ballot", args=[meeting.slug, vote.pk])).text

    assert f"{words} It is not published." in page
