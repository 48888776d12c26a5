"""Writing advice, line by line."""

import re

import pytest
from django.urls import reverse

from proposals.actions import add_advice_line, approve_advice, revise_advice_line
from proposals.models import Advice
from tests.votes import decided


@pytest.fixture
def advice(meeting, ben):
    return decided(meeting, by=ben).advice


@pytest.fixture
def line(advice, ed):
    return add_advice_line(advice, by=ed, kind="recommendation", text="Publish it.")


def page(name, advice, *args):
    return reverse(f"meetings:{name}", args=[advice.given.meeting.slug, advice.pk, *args])


FIELDS = {
    "kind": "condition",
    "text": "Anonymise.",
    "addressee": "Lab",
    "due": "next meeting",
    "restricted_reason": "",
}


def test_a_line_is_added_once_however_often_it_is_sent(client, advice, ed):
    client.force_login(ed)
    shown = client.get(page("advice", advice)).content.decode()
    key = re.search(r'name="key" value="([^"]+)"', shown)[1]

    for _ in range(2):
        client.post(page("add_advice_line", advice), FIELDS | {"key": key})

    line = advice.lines.get()
    assert (line.kind, line.text, line.addressee, line.due) == (
        "condition",
        "Anonymise.",
        "Lab",
        "next meeting",
    )


def test_an_empty_line_keeps_the_rest(client, advice, ed):
    client.force_login(ed)
    key = "7a0a2f0e-5f3a-4b55-9a53-2b1a6b1b9d10"

    asked = client.post(page("add_advice_line", advice), FIELDS | {"key": key, "text": ""})

    assert asked.context["adding"].errors == {"text": ["Write the line."]}
    assert b"next meeting" in asked.content


def test_a_withheld_line_needs_its_reason(client, advice, line, ed):
    client.force_login(ed)
    typed = FIELDS | {"version": 1, "restricted": "on"}

    asked = client.post(page("revise_advice_line", advice, line.pk), typed)

    assert b"Give the reason that is shown in its place." in asked.content
    line.refresh_from_db()
    assert not line.restricted


def test_a_line_is_revised_moved_and_removed(client, advice, line, ed):
    other = add_advice_line(advice, by=ed, kind="comment", text="Good.")
    client.force_login(ed)

    client.post(page("revise_advice_line", advice, line.pk), FIELDS | {"version": 1})
    client.post(page("move_advice_line", advice, line.pk), {"step": "down"})
    line.refresh_from_db()
    assert (line.text, line.version) == ("Anonymise.", 2)
    assert advice.lines_in_order() == [other, line]
    client.post(page("remove_advice_line", advice, other.pk), {"version": 1})

    assert advice.lines_in_order() == [line]


def test_the_second_of_two_editors_is_shown_both_texts(client, advice, line, ed, ben):
    revise_advice_line(line, by=ben, version=1, text="Publish it soon.")
    client.force_login(ed)

    answer = client.post(page("revise_advice_line", advice, line.pk), FIELDS | {"version": 1})

    assert answer.status_code == 409
    shown = answer.content.decode()
    assert "Publish it soon." in shown
    assert "Anonymise." in shown
    again = client.post(page("revise_advice_line", advice, line.pk), FIELDS | {"version": 2})
    assert again.status_code == 302


def test_a_line_changed_meanwhile_is_not_removed(client, advice, line, ed, ben):
    revise_advice_line(line, by=ben, version=1, text="Publish it soon.")
    client.force_login(ed)

    answer = client.post(page("remove_advice_line", advice, line.pk), {"version": "1"})

    assert answer.status_code == 409
    assert advice.lines.exists()


def test_a_member_reads_and_does_not_write(client, advice, line, chloe):
    client.force_login(chloe)

    shown = client.get(page("advice", advice))

    assert b"Publish it." in shown.content
    assert b"<textarea" not in shown.content
    assert client.post(page("add_advice_line", advice), FIELDS).status_code in {200, 403}
    assert advice.lines.count() == 1


def test_approved_advice_shows_its_numbers(client, advice, line, ben):
    approve_advice(advice, by=ben)
    client.force_login(ben)

    shown = client.get(page("advice", advice))

    assert b"R-1" in shown.content
    assert b"<textarea" not in shown.content


def test_decisions_are_joined(client, meeting, advice, ben, ed):
    second = decided(meeting, by=ben)
    first = advice.decisions.get()
    client.force_login(ed)
    url = reverse("meetings:write_advice", args=[meeting.slug])

    assert client.get(url).status_code == 200
    typed = {
        "decisions": [first.pk, second.pk],
        "heading": "Both models",
        "item": advice.given.item_id,
    }
    answer = client.post(url, typed)

    joint = Advice.objects.get()
    assert (joint.heading, joint.decisions.count()) == ("Both models", 2)
    assert answer.url == page("advice", joint)


@pytest.mark.parametrize("name", ["amina", "gus"])
def test_who_does_not_sit_with_the_committee_finds_nothing(client, advice, name, request):
    client.force_login(request.getfixturevalue(name))

    assert client.get(page("advice", advice)).status_code == 404


def test_a_line_of_other_advice_is_not_found(client, meeting, advice, line, ben):
    other = decided(meeting, by=ben).advice
    client.force_login(ben)

    answer = client.post(page("move_advice_line", other, line.pk), {"step": "up"})

    assert answer.status_code == 404
