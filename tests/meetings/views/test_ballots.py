"""A member's ballot: two taps, changed until the close."""

import pytest
from django.urls import reverse

from meetings import actions
from tests.votes import vote_on


@pytest.fixture
def vote(meeting, ben):
    return vote_on(meeting, by=ben)


@pytest.fixture
def ballot_page(vote):
    return reverse("meetings:cast_ballot", args=[vote.meeting.slug, vote.pk])


def test_all_outcomes_and_abstaining_stand_on_the_ballot(client, ballot_page, chloe):
    client.force_login(chloe)

    shown = client.get(ballot_page)

    values = [value for value, _ in shown.context["form"].fields["choice"].choices]
    assert values == ["A", "B", "C", "D", "E", "abstain"]
    assert b" checked" not in shown.content
    assert b"Your ballot is counted" not in shown.content


def test_a_ballot_is_cast_and_changed(client, vote, ballot_page, chloe):
    client.force_login(chloe)

    cast = client.post(ballot_page, {"choice": "B", "reason": "Nearly."})
    counted = client.get(cast.url)
    client.post(ballot_page, {"choice": "abstain"})
    changed = client.get(ballot_page)

    assert b"You chose B, proceed with minor amendments." in counted.content
    assert b"Back to the meeting" in counted.content
    assert b'value="B" checked' in counted.content
    assert b"You abstained." in changed.content
    assert vote.ballots.count() == 1


def test_casting_without_a_choice_asks_for_one(client, vote, ballot_page, chloe):
    client.force_login(chloe)

    asked = client.post(ballot_page, {"choice": "", "reason": "Kept."})

    assert b"Choose an outcome, or abstain." in asked.content
    assert b"Kept." in asked.content
    assert not vote.ballots.exists()


def test_a_ballot_after_the_close_is_refused_with_a_sentence(client, vote, ballot_page, chloe, ben):
    client.force_login(chloe)
    actions.close_vote(vote, by=ben)

    answer = client.post(ballot_page, {"choice": "A"})

    assert answer.url == vote.get_absolute_url()
    assert not vote.ballots.exists()


@pytest.mark.parametrize("name", ["ed"])
def test_the_secretary_is_told_why_there_is_no_ballot(client, ballot_page, name, request):
    client.force_login(request.getfixturevalue(name))

    shown = client.get(ballot_page)
    posted = client.post(ballot_page, {"choice": "A"})

    assert b"Only voting members who are present may vote." in shown.content
    assert b"Cast your ballot" not in shown.content
    assert posted.status_code == 403


def test_a_member_sees_that_the_secretary_took_it_down(client, vote, ballot_page, chloe, ed):
    actions.take_ballot(vote, chloe, by=ed, choice="D")
    client.force_login(chloe)

    assert b"Ed Secretary took it down." in client.get(ballot_page).content


def test_a_roll_call_ends_at_the_vote(client, vote, ed, ben, chloe, dev):
    client.force_login(ed)

    for member in (ben, chloe, dev):
        shown = client.get(vote.take_url(member))
        assert member.name.encode() in shown.content
        taken = client.post(vote.take_url(member), {"choice": "A"})

    assert taken.url == vote.get_absolute_url()
    assert vote.ballots.count() == 3


def test_a_ballot_of_ones_own_is_not_taken_over(client, vote, ed, chloe):
    actions.cast_ballot(vote, by=chloe, choice="A")
    client.force_login(ed)

    answer = client.post(vote.take_url(chloe), {"choice": "E"})

    assert "only Chloe Member can change" in answer.content.decode()
    assert vote.ballots.get().choice.letter == "A"


def test_only_those_present_are_called(client, vote, ed, amina):
    client.force_login(ed)

    assert client.get(vote.take_url(amina)).status_code == 404
