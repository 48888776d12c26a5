"""What was entered wrongly in the room, found when the minutes are drafted, and put right."""

import pytest
from django.urls import reverse

from committee.refusals import NotPermitted, Refused
from meetings import actions
from meetings.models import AgendaItem
from tests.factories import an_interest, item_with_paper
from tests.votes import decided


@pytest.fixture
def decision(meeting, ben, ed):
    """An outcome on record of a meeting that is over."""
    found = decided(meeting, by=ben)
    actions.close_meeting(meeting, by=ed)
    return found


def test_an_outcome_is_withdrawn_and_recorded_anew(decision, meeting, ed):
    vote = decision.vote
    actions.withdraw_outcome(decision, by=ed, reason="Two letters were mixed up.")

    again = actions.record_outcome(vote, by=ed, letter="C", unanimity="not_stated")

    assert again.unanimity == "not_stated"
    assert not meeting.undecided_papers().exists()


def test_a_vote_is_void_and_its_papers_are_deferred(decision, meeting, ed):
    vote = decision.vote
    actions.withdraw_outcome(decision, by=ed, reason="Of another paper.")

    actions.void_vote(vote, by=ed, reason="The wrong paper was shown.")
    papers = list(vote.papers.all())
    again = actions.record_result(vote.item, papers, by=ed, result="deferred")

    assert (vote.state, again.result) == ("void", "deferred")


def test_nothing_is_voted_on_in_a_room_that_is_empty(decision, ed):
    vote = decision.vote
    actions.withdraw_outcome(decision, by=ed, reason="A slip.")
    actions.void_vote(vote, by=ed, reason="A slip.")

    with pytest.raises(Refused, match="only a vote by correspondence"):
        actions.open_vote(vote.item, list(vote.papers.all()), by=ed)


def test_once_the_minutes_are_approved_all_of_it_stays(decision, meeting, ben, ed):
    minutes = meeting.minutes.get()
    actions.issue_draft_minutes(minutes, by=ed)
    actions.approve_minutes(minutes, by=ben)

    item, papers = AgendaItem.objects.get(pk=decision.vote.item_id), []
    for act, *what in [
        (actions.withdraw_outcome, decision, {"reason": "A slip."}),
        (actions.revise_outcome, decision, {}),
        (actions.record_outcome, decision.vote, {"letter": "C"}),
        (actions.record_result, item, papers, {"result": "deferred"}),
    ]:
        *subjects, words = what
        with pytest.raises(NotPermitted, match="The chair has approved these minutes"):
            act(*subjects, by=ed, **words)


def test_a_change_makes_the_draft_one_to_be_issued_again(decision, meeting, ben, ed):
    minutes = meeting.minutes.get()
    actions.issue_draft_minutes(minutes, by=ed)
    actions.revise_outcome(decision, by=ed, unanimity="not_stated")

    with pytest.raises(Refused, match="issue it again"):
        actions.approve_minutes(minutes, by=ben)


def test_the_way_there_leads_from_the_minutes(client, decision, meeting, ed):
    client.force_login(ed)
    votes = reverse("meetings:votes", args=[meeting.slug])
    revise = reverse("meetings:revise_outcome", args=[meeting.slug, decision.pk])
    withdraw = reverse("meetings:withdraw_outcome", args=[meeting.slug, decision.pk])

    versions = client.get(reverse("meetings:minutes_versions", args=[meeting.slug])).text
    page = client.get(decision.vote.get_absolute_url()).text

    assert f'href="{votes}">Outcomes' in versions
    assert f'href="{revise}"' in page
    assert f'href="{withdraw}"' in page


def test_the_words_are_mended_on_a_page(client, decision, meeting, ed):
    client.force_login(ed)
    page = reverse("meetings:revise_outcome", args=[meeting.slug, decision.pk])

    asked = client.get(page)
    wrong = client.post(page, {"unanimity": "majority", "reason": "", "differing_views": "X"})
    right = client.post(page, {"unanimity": "not_stated", "reason": "", "differing_views": "X"})

    assert asked.context["form"].initial["unanimity"] == "unanimous"
    assert wrong.status_code == 302
    assert right.url == decision.vote.get_absolute_url()
    decision.refresh_from_db()
    assert (decision.unanimity, decision.differing_views) == ("not_stated", "X")


def test_what_the_count_does_not_bear_out_is_said_at_its_field(client, meeting, ben, chloe, ed):
    decision = decided(meeting, by=ben)
    vote = decision.vote
    actions.withdraw_outcome(decision, by=ed, reason="A slip.")
    decision = actions.record_outcome(vote, by=ed, letter="E", reason="Agreed on reflection.")
    client.force_login(ed)
    page = reverse("meetings:revise_outcome", args=[meeting.slug, decision.pk])

    asked = client.post(page, {"unanimity": "unanimous", "reason": "", "differing_views": ""})

    assert set(asked.context["form"].errors) == {"unanimity", "reason"}


def test_a_result_without_a_vote_has_its_links_and_its_reason_alone(client, meeting, ed):
    item = item_with_paper(meeting)
    said = {"result": "deferred", "reason": "No tme."}
    decision = actions.record_result(item, list(item.papers.all()), by=ed, **said)
    client.force_login(ed)
    page = reverse("meetings:revise_outcome", args=[meeting.slug, decision.pk])
    votes = reverse("meetings:votes", args=[meeting.slug])
    withdraw = reverse("meetings:withdraw_outcome", args=[meeting.slug, decision.pk])

    assert f'href="{page}"' in client.get(votes).text
    assert f'href="{withdraw}"' in client.get(votes).text
    assert list(client.get(page).context["form"].fields) == ["reason"]
    assert client.post(page, {"reason": "No time."}).url == votes
    decision.refresh_from_db()
    assert decision.reason == "No time."


# --- by whom


def test_who_may_not_conduct_a_vote_does_not_withdraw_its_outcome(meeting, ben):
    decision = decided(meeting, by=ben)
    an_interest(ben, item=decision.vote.item, effect="speak")

    with pytest.raises(NotPermitted, match="You declared an interest"):
        actions.withdraw_outcome(decision, by=ben, reason="I would rather not.")
    with pytest.raises(NotPermitted, match="You declared an interest"):
        actions.revise_outcome(decision, by=ben)


def test_an_interest_in_another_paper_of_the_same_vote_bars_too(meeting, ben, ed):
    item, other = item_with_paper(meeting), item_with_paper(meeting)
    papers = [item.papers.get(), other.papers.get()]
    vote = actions.open_vote(item, papers, by=ed)
    an_interest(ben, item=other, effect="speak")

    with pytest.raises(NotPermitted, match="You declared an interest"):
        actions.close_vote(vote, by=ben)


def test_where_there_was_no_vote_an_interest_in_the_paper_bars(meeting, ben, ed):
    item = item_with_paper(meeting)
    papers = list(item.papers.all())
    decision = actions.record_result(item, papers, by=ed, result="deferred")
    an_interest(ben, meeting=meeting, paper=papers[0], effect="speak")

    with pytest.raises(NotPermitted, match="You declared an interest"):
        actions.withdraw_outcome(decision, by=ben, reason="A slip.")


def test_whoever_chaired_the_item_withdraws_its_outcome(meeting, ben, ed, dev):
    voted, passed = item_with_paper(meeting), item_with_paper(meeting)
    decision = decided(meeting, by=ben, item=voted)
    other = actions.record_result(passed, list(passed.papers.all()), by=ed, result="deferred")
    for item in (voted, passed):
        item.chaired_by = dev
        item.save()
    decision.vote.item.refresh_from_db()

    actions.withdraw_outcome(decision, by=dev, reason="A slip.")
    actions.withdraw_outcome(other, by=dev, reason="A slip.")

    assert meeting.undecided_papers().count() == 2
    again = actions.record_outcome(decision.vote, by=dev, letter="C")
    assert again.outcome.letter == "C"
