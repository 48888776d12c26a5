"""A member's ballot: two taps, changed until the close."""

import pytest
from django.db import connection
from django.urls import reverse

from committee.models import TermsOfReference
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

    values = [value for value, _ in shown.context["form"].choices()]
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

    assert answer.status_code == 403
    assert b"This vote is closed." in answer.content
    assert client.get(ballot_page).url == vote.get_absolute_url()
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


def test_an_outcome_that_the_terms_do_not_have_is_refused_on_the_page(
    client, vote, ballot_page, ben
):
    client.force_login(ben)

    answer = client.post(ballot_page, {"choice": "Z"})

    assert "“Z” is not an outcome of the terms" in answer.content.decode()
    assert not vote.ballots.exists()


def test_a_ballot_needs_few_queries(
    client, vote, ballot_page, chloe, django_assert_max_num_queries
):
    client.force_login(chloe)
    client.post(ballot_page, {"choice": "A"})

    lock = connection.vendor == "postgresql"  # one act at a time: there by a query
    with django_assert_max_num_queries(15 + lock):  # two of them the savepoint that tests put round
        client.post(ballot_page, {"choice": "B"})


@pytest.mark.parametrize(
    ("rule", "asked", "status"),
    [("none", False, 302), ("optional", True, 302), ("required", True, 200)],
)
def test_the_terms_say_whether_a_ballot_has_a_reason(
    client, vote, ballot_page, chloe, rule, asked, status
):
    TermsOfReference.objects.filter(pk=vote.terms_id).update(ballot_reason=rule)
    client.force_login(chloe)

    assert (b'name="reason"' in client.get(ballot_page).content) is asked
    cast = client.post(ballot_page, {"choice": "A", "reason": " "})
    assert cast.status_code == status
    if status == 200:
        assert "Give a reason: the terms of reference ask for one" in cast.content.decode()
        client.post(ballot_page, {"choice": "A", "reason": "It is thin."})
    else:
        client.post(ballot_page, {"choice": "A", "reason": "It is thin."})
    assert vote.ballots.get().reason == ("" if rule == "none" else "It is thin.")


def test_the_page_of_a_ballot_asks_again_how_many_are_in_and_nothing_else(
    client, vote, ballot_page, chloe, ben
):
    client.force_login(chloe)
    there = ballot_page.replace("/ballot/", "/ballots-in/")
    assert f'hx-get="{there}"' in client.get(ballot_page).content.decode()

    actions.cast_ballot(vote, by=ben, choice="A")
    assert "1 of 3 ballots are in" in client.get(there).content.decode()
    actions.close_vote(vote, by=ben)

    assert "No ballot counts any more" in client.get(there).content.decode()
