import datetime as dt

import pytest
from django.utils import timezone

from committee.models import Event, Mail
from committee.refusals import NotPermitted, Refused
from proposals.actions import defer_paper, submit_paper
from tests.factories import AgendaItemFactory, MeetingFactory, PaperFactory, appoint
from tests.writing import begun

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def soon():
    return MeetingFactory(on=TODAY + dt.timedelta(days=20), state="called")


@pytest.fixture
def later():
    return MeetingFactory(on=TODAY + dt.timedelta(days=80), state="planned")


@pytest.fixture
def paper(amina, soon):
    return begun(amina, wanted_meeting=soon.slug)


def placed(paper, meeting, *others):
    item = AgendaItemFactory(meeting=meeting)
    for one in (paper, *others):
        item.item_papers.create(paper=one)
        meeting.meeting_papers.create(paper=one, key=f"paper-{one.pk}")
    return item


def test_defer_paper_waits_for_another_meeting(paper, amina, later):
    defer_paper(paper, by=amina, to=later.slug, reason="The data are late.")

    assert (paper.wanted_meeting, paper.state) == (later.slug, "draft")
    event = Event.objects.about(paper).first()
    assert (event.act, event.facts) == (
        "proposals.defer_paper",
        {"to": later.slug, "reason": "The data are late.", "left": []},
    )
    assert not Mail.objects.exists()


def test_defer_paper_leaves_the_agendas_and_tells_the_secretariat(paper, amina, ed, soon, later):
    submit_paper(paper, by=amina)
    Mail.objects.all().delete()
    item = placed(paper, soon)

    defer_paper(paper, by=amina, to=later.slug)

    item.refresh_from_db()
    assert (item.state, item.deferred_to) == ("deferred", f"the meeting of {later.date_text}")
    assert not soon.meeting_papers.exists()
    mail = Mail.objects.get()
    assert (mail.to, mail.subject) == (ed.email, "A paper is put off")
    assert paper.get_absolute_url() in mail.body
    assert "Model" not in mail.body


def test_an_item_with_other_papers_is_heard_without_it(paper, amina, soon):
    submit_paper(paper, by=amina)
    other = PaperFactory()
    item = placed(paper, soon, other)

    defer_paper(paper, by=amina, to="")

    item.refresh_from_db()
    assert (item.state, list(item.papers.all())) == ("waiting", [other])
    assert paper.wanted_meeting == ""


def test_it_stays_on_the_agenda_of_the_meeting_it_waits_for(paper, amina, soon, later):
    submit_paper(paper, by=amina)
    item = placed(paper, later)

    defer_paper(paper, by=amina, to=later.slug)

    assert list(item.papers.all()) == [paper]


def test_what_was_late_for_one_meeting_is_in_time_for_the_next(paper, amina, soon, later):
    type(soon.terms).objects.update(paper_deadline_days=30)
    submit_paper(paper, by=amina)
    assert paper.is_late

    defer_paper(paper, by=amina, to=later.slug)

    assert not paper.is_late


def test_a_meeting_that_has_begun_puts_it_off_in_the_room(paper, amina, soon, later):
    placed(paper, soon)
    soon.state = "under_way"
    soon.save()

    with pytest.raises(Refused, match="ask the chair to defer the item"):
        defer_paper(paper, by=amina, to=later.slug)

    paper.refresh_from_db()
    assert paper.wanted_meeting == soon.slug


def test_defer_paper_wants_another_meeting_that_is_to_come(paper, amina, soon):
    with pytest.raises(Refused, match="meant for that meeting already"):
        defer_paper(paper, by=amina, to=soon.slug)
    with pytest.raises(Refused, match="not in the diary any more"):
        defer_paper(paper, by=amina, to="2019-01-01")


@pytest.mark.parametrize("state", ["considered", "withdrawn"])
def test_what_was_considered_waits_for_no_meeting(amina, state):
    paper = PaperFactory(proposal=begun(amina).proposal, state=state)

    with pytest.raises(NotPermitted, match=f"This paper is {state}"):
        defer_paper(paper, by=amina, to="")


@pytest.mark.parametrize("who", ["ben", "chloe", "gus"])
def test_defer_paper_is_for_the_body_and_the_secretariat(paper, who, request):
    with pytest.raises(NotPermitted):
        defer_paper(paper, by=request.getfixturevalue(who), to="")


def test_a_colleague_of_the_body_may(paper, later):
    defer_paper(paper, by=appoint("presenter"), to=later.slug)

    assert paper.wanted_meeting == later.slug
