"""The vote in the room: who conducts it there, and what it shows to whom."""

import pytest
from django.urls import reverse

from meetings import actions
from tests.factories import item_with_paper
from tests.votes import vote_on


@pytest.fixture
def item(meeting, ed):
    return actions.start_item(item_with_paper(meeting), by=ed)


@pytest.fixture
def room_of(client, meeting):
    def room_of(person):
        client.force_login(person)
        return client.get(reverse("meetings:room", args=[meeting.slug])).content.decode()

    return room_of


def test_secretary_and_chair_open_a_vote_from_the_room_in_one_press(room_of, client, item, ben, ed):
    assert "Open the vote" in room_of(ben)
    assert "Open the vote" in room_of(ed)
    url = reverse("meetings:open_vote", args=[item.meeting.slug, item.pk])
    said = {"back": "room", "how": "room", "question": "On this?"}

    opened = client.post(url, said | {"papers": [item.papers.get().pk]})

    assert opened.url == reverse("meetings:room", args=[item.meeting.slug])
    assert item.votes.get().is_open


def test_only_the_secretary_reads_who_is_awaited_and_members_conduct_nothing(
    room_of, meeting, item, ben, chloe, ed
):
    vote = vote_on(meeting, by=ben, item=item)
    actions.cast_ballot(vote, by=chloe, choice="A")

    secretary, chair, member = room_of(ed), room_of(ben), room_of(chloe)

    assert "Waiting for Ben Chair and Dev Member" in secretary
    assert "Waiting for" not in chair + member
    assert ("Close the vote" in secretary, "Close the vote" in chair) == (True, True)
    assert "Close the vote" not in member
    assert "<b>1 of 3</b> ballots are in" in chair


def test_hands_are_recorded_from_the_room_while_no_ballot_is_in(
    room_of, client, meeting, item, ben, ed
):
    vote = vote_on(meeting, by=ben, item=item)
    assert "Show of hands instead" in room_of(ed)
    url = reverse("meetings:record_show_of_hands", args=[meeting.slug, vote.pk])

    client.post(url, {"back": "room", "A": "2", "abstain": "1"})

    room = room_of(ed)
    assert "2 members voting; 1 abstained" in room
    assert "recorded by Ed Secretary" in room
    assert "Record the outcome" in room
