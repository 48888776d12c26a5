import pytest

from committee.models import Mail
from committee.refusals import NotPermitted
from meetings.actions import announce_papers, call_meeting
from tests.factories import MeetingFactory, item_with_paper
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event


@pytest.fixture
def called(ed, ben, chloe):
    meeting = MeetingFactory()
    item_with_paper(meeting, title="Secret title")
    return call_meeting(meeting, by=ed)


def test_announce_papers_tells_each_of_the_committee(called, ed, ben, chloe, gus):
    announce_papers(called, by=ed)

    told = Mail.objects.filter(key__startswith="announce_papers")
    assert {mail.to for mail in told} == {ed.email, ben.email, chloe.email}
    mail = told.get(to=chloe.email)
    assert mail.subject == "Meeting on 2 March 2026: agenda and papers are ready"
    assert "/meetings/2026-03-02/work/" in mail.body
    assert "Secret title" not in mail.body + mail.calendar
    assert last_event() == ("meetings.announce_papers", "Ed Secretary", {})


def test_a_meeting_nobody_was_called_to_is_not_announced(ed):
    with pytest.raises(NotPermitted, match="Call the meeting first"):
        announce_papers(MeetingFactory(), by=ed)


def test_without_an_agenda_there_is_nothing_to_announce(ed):
    meeting = call_meeting(MeetingFactory(), by=ed)

    with pytest.raises(NotPermitted, match="no items yet"):
        announce_papers(meeting, by=ed)


@pytest.mark.parametrize("state", ["closed", "cancelled"])
def test_a_meeting_that_is_over_is_not_announced(ed, state):
    with pytest.raises(NotPermitted, match=f"This meeting is {state}"):
        announce_papers(MeetingFactory(state=state), by=ed)


@OTHERS
def test_announce_papers_is_for_the_secretariat(called, request, who):
    assert_not_theirs(announce_papers, called, by=request.getfixturevalue(who))
