import pytest
from django.db import IntegrityError, transaction

from committee.refusals import NotPermitted
from meetings.actions import cast_ballot, rule_on_interest, withdraw_interest
from meetings.models import Interest
from tests.factories import NINE, AgendaItemFactory
from tests.interests import LEAVE, declared
from tests.meetings.roles import last_event
from tests.votes import vote_on


@pytest.fixture
def interest(meeting, chloe):
    return declared(meeting, chloe, item=AgendaItemFactory(meeting=meeting))


def test_it_stays_on_record_and_nothing_follows_from_it(meeting, ben, chloe):
    vote = vote_on(meeting, by=ben)
    interest = declared(meeting, chloe, item=vote.item)

    withdraw_interest(interest, by=chloe, at=NINE)

    interest.refresh_from_db()
    assert (interest.withdrawn_by, interest.withdrawn_at) == (chloe, NINE)
    assert last_event()[:2] == ("meetings.withdraw_interest", "Chloe Member")
    assert not Interest.objects.in_item(vote.item).exists()
    assert cast_ballot(vote, by=chloe, choice="A").pk


@pytest.mark.parametrize("name", ["chloe", "ed", "ben", "dev", "amina", "gus", "fay"])
def test_who_withdraws_it(interest, name, request):
    person = request.getfixturevalue(name)

    if name in {"chloe", "ed"}:
        assert withdraw_interest(interest, by=person).withdrawn_by == person
        return
    with pytest.raises(NotPermitted, match="Only the member and the secretariat"):
        withdraw_interest(interest, by=person)


def test_what_was_ruled_the_secretariat_withdraws(interest, ben, chloe, ed):
    rule_on_interest(interest, by=ben, effect=LEAVE, reason="So it is.")

    with pytest.raises(NotPermitted, match="ruled on from the chair"):
        withdraw_interest(interest, by=chloe)
    assert withdraw_interest(interest, by=ed).withdrawn_at


def test_after_the_meeting_the_secretariat_withdraws(meeting, interest, chloe, ed):
    meeting.state = "closed"
    meeting.save()

    with pytest.raises(NotPermitted, match="is closed"):
        withdraw_interest(interest, by=chloe)
    assert withdraw_interest(interest, by=ed).withdrawn_at


def test_it_is_withdrawn_once_and_the_database_keeps_it_so(interest, chloe):
    withdraw_interest(interest, by=chloe)

    with pytest.raises(NotPermitted, match="was withdrawn"):
        withdraw_interest(interest, by=chloe)
    with pytest.raises(IntegrityError, match="withdrawn_is_never"), transaction.atomic():
        Interest.objects.update(withdrawn_at=None, withdrawn_by=None)
    with pytest.raises(IntegrityError, match="never_deleted"), transaction.atomic():
        interest.delete()


def test_withdrawn_it_can_be_declared_again(meeting, interest, chloe):
    withdraw_interest(interest, by=chloe)

    assert declared(meeting, chloe, item=interest.item).pk != interest.pk
