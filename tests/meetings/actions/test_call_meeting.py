import datetime as dt

import pytest

from committee.models import Mail
from committee.refusals import Refused
from meetings.actions import call_meeting
from tests.factories import NINE, AppointmentFactory, MeetingFactory, item_with_paper
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event

pytestmark = pytest.mark.django_db


def test_call_meeting_announces_it(ed):
    meeting = MeetingFactory()

    call_meeting(meeting, by=ed, at=NINE)

    assert (meeting.state, meeting.called_at) == ("called", NINE)
    assert last_event() == ("meetings.call_meeting", "Ed Secretary", {})


def test_call_meeting_invites_the_committee_by_one_mail_each(ed, ben, chloe, amina, gus):
    AppointmentFactory(ends_on=dt.date(2026, 1, 31))  # a member who left before the day
    meeting = MeetingFactory(starts_at=dt.time(10), ends_at=dt.time(13), venue="Hall")

    call_meeting(meeting, by=ed)

    assert set(Mail.objects.values_list("to", flat=True)) == {ed.email, ben.email, chloe.email}
    mail = Mail.objects.get(to=chloe.email)
    assert mail.subject == "Meeting on 2 March 2026: you are invited"
    assert "Monday 2 March 2026, 10:00 to 13:00\nHall\n" in mail.body
    assert "/meetings/2026-03-02/work/" in mail.body


def test_call_meeting_mails_nothing_of_what_is_on_the_agenda(ed, chloe):
    meeting = MeetingFactory()
    item = item_with_paper(meeting, title="Secret title")

    call_meeting(meeting, by=ed)

    body = Mail.objects.get(to=chloe.email).body
    assert "Secret title" not in body
    assert item.papers.get().title not in body


@pytest.mark.parametrize("state", ["called", "under_way", "closed", "cancelled"])
def test_call_meeting_refuses_every_other_state(ed, state):
    meeting = MeetingFactory(state=state)

    with pytest.raises(Refused, match=f"This meeting is {state.replace('_', ' ')}."):
        call_meeting(meeting, by=ed)

    assert Mail.objects.count() == 0


@OTHERS
def test_call_meeting_is_for_the_secretariat(request, who):
    assert_not_theirs(call_meeting, MeetingFactory(), by=request.getfixturevalue(who))
