import datetime as dt

import pytest

from committee.models import Event, Mail
from committee.refusals import NotPermitted, Refused
from proposals.actions import chase_return
from proposals.models import ExpectedReturn
from tests.factories import NINE, PaperFactory, ProposalFactory, appoint

pytestmark = pytest.mark.django_db


@pytest.fixture
def expected(amina):
    proposal = ProposalFactory(submitting_body=amina.appointments.get().organisation, title="Map")
    return ExpectedReturn.objects.create(
        proposal=proposal, words="in six months", due_on=dt.date(2026, 9, 1)
    )


def test_chase_return_asks_the_people_of_the_body(expected, ed, amina):
    colleague = appoint("presenter")

    chase_return(expected, by=ed, at=NINE)

    mails = Mail.objects.all()
    assert {mail.to for mail in mails} == {amina.email, colleague.email}
    assert "come back to the committee in six months, by 1 September 2026" in mails[0].body
    assert expected.chased_on == NINE.date()
    event = Event.objects.get()
    assert (event.act, len(event.facts["told"])) == ("proposals.chase_return", 2)


def test_once_a_day(expected, ed):
    chase_return(expected, by=ed, at=NINE)
    chase_return(expected, by=ed, at=NINE)

    assert Mail.objects.count() == 1


def test_what_came_back_is_not_asked_for(expected, ed):
    expected.met_by = PaperFactory()
    expected.save()

    with pytest.raises(NotPermitted, match="It has come back"):
        chase_return(expected, by=ed)


def test_somebody_has_to_be_there_to_be_asked(expected, ed, amina):
    amina.appointments.update(ends_on=dt.date(2020, 1, 1))
    with pytest.raises(Refused, match="there is no one to ask"):
        chase_return(expected, by=ed)

    expected.proposal.submitting_body = None
    expected.proposal.save()
    with pytest.raises(NotPermitted, match="No submitting body"):
        chase_return(expected, by=ed)


@pytest.mark.parametrize("name", ["amina", "ben", "chloe", "gus"])
def test_only_the_secretariat_chases(expected, name, request):
    with pytest.raises(NotPermitted, match="Only the secretariat"):
        chase_return(expected, by=request.getfixturevalue(name))
