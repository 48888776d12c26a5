"""Actions, given at a meeting and followed across all."""

import pytest
from django.urls import reverse

from meetings.actions import add_action, add_action_update
from tests.factories import AgendaItemFactory, EntryFactory, MeetingFactory


@pytest.fixture
def secretary(client, ed):
    client.force_login(ed)
    return client


@pytest.fixture
def action(meeting, ed):
    return add_action(meeting, by=ed, text="Publish the method", owner="Lab")


def url(name, meeting, *args):
    return reverse(f"meetings:{name}", args=[meeting.slug, *args])


def shown(client, state="open"):
    return client.get(reverse("meetings:actions"), {"state": state}).content.decode()


def test_an_action_is_added_under_its_item(secretary, meeting, amina):
    item = AgendaItemFactory(meeting=meeting, number="5")
    typed = {
        "text": "Publish it",
        "item": item.pk,
        "owner": "Lab",
        "owner_person": amina.pk,
        "due": "next meeting",
        "due_on": "2026-06-01",
    }

    answer = secretary.post(url("add_action", meeting), typed)

    assert answer.url == item.log_url
    action = meeting.actions.get()
    assert (action.text, action.owner, action.owner_person) == ("Publish it", "Lab", amina)
    assert (action.due, str(action.due_on)) == ("next meeting", "2026-06-01")


def test_an_action_without_an_item_leads_to_the_list(secretary, meeting):
    answer = secretary.post(url("add_action", meeting), {"text": "Publish it"})

    assert answer.url == reverse("meetings:actions")


def test_a_line_fills_in_the_action_it_is(secretary, meeting, chloe):
    item = AgendaItemFactory(meeting=meeting)
    line = EntryFactory(item=item, text="Do it", speaker="Lab", speaker_person=chloe)

    page = secretary.get(url("add_action", meeting), {"line": line.pk}).content.decode()

    assert "Do it</textarea>" in page
    assert 'value="Lab"' in page


def test_an_action_is_changed(secretary, meeting, action):
    there = url("revise_action", meeting, action.pk)
    assert "Publish the method</textarea>" in secretary.get(there).content.decode()

    item = AgendaItemFactory(meeting=meeting, number="9")
    secretary.post(there, {"text": "Publish it all", "owner": "WMP", "item": item.pk})

    action.refresh_from_db()
    assert (action.text, action.owner, action.item_label) == ("Publish it all", "WMP", "9")


def test_updates_are_noted_with_the_meeting_that_heard_them(secretary, action):
    later = MeetingFactory(slug="2026-06-01", on="2026-06-01", state="under_way")
    item = AgendaItemFactory(meeting=later, kind="actions_update")
    typed = {"text": "Half done", "next": item.log_url}

    answer = secretary.post(url("add_action_update", later, action.pk), typed)

    assert answer.url == item.log_url
    assert action.updates.get().meeting == later
    assert "Half done" in shown(secretary)


def test_an_update_without_words_asks_for_them(secretary, meeting, action):
    there = url("add_action_update", meeting, action.pk)

    assert "Say what was heard of it." in secretary.post(there, {"text": ""}).content.decode()
    secretary.post(there, {"text": "Heard between meetings"})
    assert action.updates.get().meeting is None


def test_after_an_update_nobody_is_led_elsewhere(secretary, meeting, action):
    typed = {"text": "x", "next": "https://example.org/"}

    answer = secretary.post(url("add_action_update", meeting, action.pk), typed)

    assert answer.url == reverse("meetings:actions")


@pytest.mark.parametrize(("verb", "state"), [("complete", "done"), ("drop", "dropped")])
def test_actions_end_and_open_again(secretary, meeting, action, verb, state):
    secretary.post(url(f"{verb}_action", meeting, action.pk))

    assert "Publish the method" not in shown(secretary)
    assert "Publish the method" in shown(secretary, state)

    secretary.post(url("reopen_action", meeting, action.pk))
    assert "Publish the method" in shown(secretary)


def test_members_read_the_list_without_buttons(client, chloe, action):
    client.force_login(chloe)

    page = shown(client)

    assert "Publish the method" in page
    assert "Note update" not in page


@pytest.mark.parametrize("who", ["amina", "gus"])
def test_the_list_is_not_for_others(request, client, who):
    client.force_login(request.getfixturevalue(who))

    assert client.get(reverse("meetings:actions")).status_code == 404


def test_an_empty_list_says_what_would_come(secretary):
    assert "No action here" in shown(secretary)


def test_queries_do_not_grow_with_actions(secretary, ed, action, django_assert_num_queries):
    for year in (2020, 2021):
        meeting = MeetingFactory(slug=str(year), state="under_way")
        for _ in range(4):
            update = add_action(meeting, by=ed, text="Look again")
            add_action_update(update, by=ed, text="Done", meeting=meeting)
        with django_assert_num_queries(9):
            secretary.get(reverse("meetings:actions"))
