"""How long private notes last."""

import datetime as dt

import pytest
from django.urls import reverse

from meetings.actions import write_note
from meetings.models import PrivateNote
from meetings.notes import forget_notes
from tests.factories import DAY, NINE, AgendaItemFactory, MeetingFactory, item_with_paper
from tests.interests import recuse

pytestmark = pytest.mark.django_db
MONTH_LATER = NINE + dt.timedelta(days=30)


@pytest.fixture
def item():
    return item_with_paper(MeetingFactory())


def keep_for(days, meeting):
    meeting.terms.notes_kept_days = days
    meeting.terms.save()


@pytest.mark.parametrize(("days", "left"), [(None, 2), (30, 2), (29, 0)])
def test_notes_are_forgotten_when_the_terms_say_so(item, chloe, days, left):
    keep_for(days, item.meeting)
    for about in (item, item.papers.get()):
        write_note(about, by=chloe, text="Ask why.")

    assert forget_notes(MONTH_LATER) == 2 - left
    assert PrivateNote.objects.count() == left


def test_a_note_on_a_paper_lasts_until_it_is_heard_for_the_last_time(item, chloe):
    keep_for(7, item.meeting)
    paper = item.papers.get()
    write_note(paper, by=chloe, text="Ask why.")
    again = MeetingFactory(on=MONTH_LATER.date())
    again.meeting_papers.create(paper=paper, key="again")

    assert forget_notes(MONTH_LATER) == 0
    assert forget_notes(MONTH_LATER + dt.timedelta(days=8)) == 1


def test_notes_go_with_who_leaves_the_committee(chloe, dev):
    item = AgendaItemFactory()
    for person in (chloe, dev):
        write_note(item, by=person, text="Ask why.")
    chloe.appointments.update(ends_on=DAY)

    assert forget_notes(MONTH_LATER) == 1
    assert PrivateNote.objects.get().member == dev


def test_in_the_room_notes_stand_beside_the_item(client, chloe, dev):
    meeting = MeetingFactory(state="under_way", started_at=NINE)
    item = item_with_paper(meeting)
    write_note(item.papers.get(), by=chloe, text="Ask why.")
    there = reverse("meetings:room", args=[meeting.slug])
    client.force_login(chloe)
    assert "Ask why." in client.get(there).content.decode()
    client.force_login(dev)
    assert "Ask why." not in client.get(there).content.decode()
    recuse(dev, item)

    assert "Your notes" not in client.get(there).content.decode()


def test_notes_on_an_item_and_its_paper_of_one_title_are_told_apart(client, chloe):
    meeting = MeetingFactory(state="under_way", started_at=NINE)
    item = item_with_paper(meeting, number="6")
    paper = item.papers.get()
    item.title = str(paper)
    item.save()
    client.force_login(chloe)
    page = client.get(reverse("meetings:room", args=[meeting.slug])).content.decode()

    for kind in ("item 6", paper.stage_label.lower()):
        assert f"about {paper}, {kind}</span></summary>" in page
