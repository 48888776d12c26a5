"""The agenda builder."""

import datetime as dt

import pytest
from django.urls import reverse

from meetings.actions import plan_meeting, start_item
from tests.factories import (
    DAY,
    NINE,
    AgendaItemFactory,
    MeetingFactory,
    PaperFactory,
    item_with_paper,
)


@pytest.fixture
def secretary(client, ed):
    client.force_login(ed)
    return client


@pytest.fixture
def planned(ed):
    return plan_meeting(by=ed, on=DAY, starts_at=dt.time(10), ends_at=dt.time(13))


def url(name, meeting, *args):
    return reverse(f"meetings:{name}", args=[meeting.slug, *args])


def titles(meeting):
    return [item.title for item in meeting.items.order_by("position")]


ITEM = {"kind": "paper", "title": "Vehicle theft", "number": "", "starts_at": "", "lead": ""}


def test_an_item_is_added_with_papers_and_names(secretary, planned):
    papers = [PaperFactory(), PaperFactory()]
    typed = ITEM | {"lead": "Supt. Tennant, Lab ,", "papers": [paper.pk for paper in papers]}

    answer = secretary.post(url("place_item", planned), typed)

    assert answer.url == url("agenda", planned)
    item = planned.items.get(title="Vehicle theft")
    assert (item.number, item.lead) == ("6", ["Supt. Tennant", "Lab"])
    assert set(item.papers.all()) == set(papers)


def test_a_typed_number_stands(secretary, planned):
    secretary.post(url("place_item", planned), ITEM | {"number": "3 (a)"})

    assert planned.items.filter(number="3 (a)").exists()


def test_an_item_goes_under_another(secretary, planned):
    fifth = planned.items.get(number="5")

    secretary.post(url("place_item", planned), ITEM | {"parent": fifth.pk})

    assert planned.items.get(title="Vehicle theft").parent == fifth


def test_minutes_of_an_item_without_a_time_stand_in_the_order(secretary, planned):
    secretary.post(url("place_item", planned), ITEM | {"minutes": "25"})
    item = planned.items.get(title="Vehicle theft")

    assert f'name="minutes-{item.pk}" form="times" inputmode="numeric" value="25"' in (
        secretary.get(url("agenda", planned)).text
    )
    page = secretary.get(url("revise_item", planned, item.pk)).text
    assert 'name="minutes" value="25"' in page


def test_a_break_is_one_button(secretary, planned):
    assert "Add break" in secretary.get(url("agenda", planned)).content.decode()

    secretary.post(url("place_item", planned), {"kind": "break", "title": "Break"})

    assert titles(planned)[-3:] == ["Break", "Any other business", "Close"]


def test_a_paper_that_waits_is_placed_by_one_button(secretary, planned):
    paper = PaperFactory(title="Waiting paper")
    assert "Waiting paper" in secretary.get(url("agenda", planned)).content.decode()

    placed = {"kind": "paper", "title": "Waiting paper", "papers": [paper.pk]}
    secretary.post(url("place_item", planned), placed)

    assert planned.meeting_papers.get().paper == paper
    page = secretary.get(url("agenda", planned)).content.decode()
    assert "Every accepted paper is on this agenda." in page


def test_a_restricted_item_needs_its_reason_and_keeps_what_was_typed(secretary, planned):
    page = secretary.post(url("place_item", planned), ITEM | {"restricted": "on"})

    assert "Enter the reason: it is printed in its place." in page.content.decode()
    assert 'value="Vehicle theft"' in page.content.decode()


def test_an_item_is_changed(secretary, meeting):
    item = item_with_paper(meeting, title="Old", lead=["Lab"])
    there = url("revise_item", meeting, item.pk)
    assert 'value="Old"' in secretary.get(there).content.decode()

    typed = ITEM | {"title": "New", "papers": [item.papers.get().pk]}
    secretary.post(there, typed | {"restricted": "on", "restricted_reason": "Personal"})

    item.refresh_from_db()
    assert (item.title, item.lead) == ("New", [])
    assert (item.restricted, item.restricted_reason) == (True, "Personal")
    assert item.papers.count() == 1


def test_items_move_by_buttons(secretary, planned):
    second = planned.items.get(number="2")
    there = url("move_item", planned, second.pk)

    answer = secretary.post(there, {"step": "down"})
    assert titles(planned)[1:3] == ["Declarations of interest", "Apologies"]
    assert answer.url == f"{url('agenda', planned)}#item-{second.pk}"

    secretary.post(there, {"step": "in"})
    second.refresh_from_db()
    assert (second.number, second.parent.title) == ("2a", "Declarations of interest")

    secretary.post(there, {"step": "out"})
    secretary.post(there, {"step": "up"})
    assert titles(planned)[1] == "Apologies"


@pytest.mark.parametrize("step", ["up", "sideways"])
def test_a_step_that_leads_nowhere_changes_nothing(secretary, planned, step):
    first = planned.items.get(number="1")

    assert secretary.post(url("move_item", planned, first.pk), {"step": step}).status_code == 302
    assert titles(planned)[0] == "Welcome"


def test_items_move_by_being_dropped(secretary, planned):
    second, fifth = planned.items.get(number="2"), planned.items.get(number="5")

    secretary.post(url("move_item", planned, second.pk), {"after": fifth.pk})

    assert titles(planned)[4] == "Apologies"


@pytest.mark.parametrize("after", ["0", "x"])
def test_items_are_not_dropped_elsewhere(secretary, planned, after):
    first = planned.items.get(number="1")

    answer = secretary.post(url("move_item", planned, first.pk), {"after": after})

    assert answer.status_code == 404


def test_removing_asks_first(secretary, planned):
    second = planned.items.get(number="2")
    there = url("remove_item", planned, second.pk)

    assert "Take “Apologies” off the agenda?" in secretary.get(there).content.decode()
    secretary.post(there)

    assert "Apologies" not in titles(planned)


def test_times_are_worked_out_from_minutes(secretary, planned):
    keys = list(planned.items.order_by("position").values_list("pk", flat=True))
    minutes = {f"minutes-{key}": "10" for key in keys[:3]} | {f"minutes-{keys[3]}": "x"}

    secretary.post(url("time_items", planned), minutes)

    times = planned.items.order_by("position").values_list("starts_at", flat=True)
    assert [f"{time:%H:%M}" for time in times][:5] == ["10:00", "10:10", "10:20", "10:30", "10:30"]
    assert 'value="10"' in secretary.get(url("agenda", planned)).content.decode()


def test_a_closed_agenda_says_why_it_stands(secretary):
    meeting = MeetingFactory(state="cancelled")

    page = secretary.get(url("agenda", meeting)).content.decode()

    assert "The meeting was cancelled." in page
    assert "The agenda is empty" in page
    assert "Add item" not in page


@pytest.mark.parametrize("who", ["amina", "ben", "chloe", "gus"])
@pytest.mark.parametrize("name", ["agenda", "place_item", "attendance"])
def test_the_builder_is_hidden_from_others(request, client, meeting, who, name):
    client.force_login(request.getfixturevalue(who))

    assert client.get(url(name, meeting)).status_code == 404


def test_queries_do_not_grow_with_items(secretary, meeting, django_assert_num_queries):
    for _ in range(2):
        for _ in range(4):
            item_with_paper(meeting)
            PaperFactory()
        with django_assert_num_queries(13):
            secretary.get(url("agenda", meeting))


def test_of_an_item_that_was_taken_up_it_is_asked_when_it_began(secretary, meeting, ed):
    item = AgendaItemFactory(meeting=meeting, starts_at=dt.time(10))
    start_item(item, by=ed, at=NINE + dt.timedelta(minutes=20))
    page = secretary.get(url("revise_item", meeting, item.pk)).content.decode()
    assert ('name="began" value="09:20"' in page, 'name="starts_at"' in page) == (True, False)

    secretary.post(url("revise_item", meeting, item.pk), ITEM | {"began": "09:15"})

    item.refresh_from_db()
    assert (item.began_at, item.starts_at) == (NINE + dt.timedelta(minutes=15), dt.time(10))
