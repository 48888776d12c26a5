"""The pages on which minutes are written."""

from uuid import uuid4

import pytest
from django.urls import reverse

from meetings.actions import add_action, revise_entry
from meetings.models import Entry, Meeting
from tests.factories import AgendaItemFactory, EntryFactory, MeetingFactory

HIDDEN = pytest.mark.parametrize("who", ["amina", "chloe", "gus"])


@pytest.fixture
def item(meeting):
    return AgendaItemFactory(meeting=meeting, number="5", title="Vehicle theft")


@pytest.fixture
def secretary(client, ed):
    client.force_login(ed)
    return client


def url(name, item, *args):
    return reverse(f"meetings:{name}", args=[item.meeting.slug, *args])


def note(client, item, text, **fields):
    """Type a line into the form and send it."""
    said = {"text": text, "kind": "point", "speaker": "", "key": uuid4(), "reply_to": ""} | fields
    return client.post(url("note_entry", item, item.pk), said)


def lines(item):
    return list(item.entries.order_by("position").values_list("kind", "speaker", "text"))


def test_typing_a_line_makes_one_and_shows_the_next_empty(secretary, item):
    answer = note(secretary, item, "q Member: Why?")

    assert answer.url == url("log_item", item, item.pk)
    assert lines(item) == [("question", "Member", "Why?")]
    page = secretary.get(answer.url).content.decode()
    assert "5.1" in page
    assert "Why?" in page


def test_a_line_sent_twice_is_one_line(secretary, item):
    key = uuid4()

    for _ in range(2):
        note(secretary, item, "once", key=key)

    assert Entry.objects.count() == 1


def test_answers_typed_after_a_question_become_its_replies(secretary, item):
    for text in ["q Why?", "a Because.", "a JB: And also.", "p Next."]:
        note(secretary, item, text)

    question, *others = item.entries.order_by("position")
    assert [entry.parent for entry in others] == [question, question, None]


def test_a_reply_may_be_placed_by_hand_or_not_at_all(secretary, item):
    note(secretary, item, "p First")
    first = item.entries.get()

    note(secretary, item, "c A remark", reply_to=first.pk)
    note(secretary, item, "q Why?")
    note(secretary, item, "a Alone", reply_to="none")

    assert item.entries.get(text="A remark").parent == first
    assert item.entries.get(text="Alone").parent is None


def test_initials_keep_who_spoke_behind_what_is_printed(secretary, item, chloe):
    item.meeting.attendances.filter(person=chloe).update(initials="CM")

    note(secretary, item, "Member (CM): Why?")
    note(secretary, item, "Why?", speaker="cm")

    said = item.entries.order_by("position").values_list("speaker", "speaker_person")
    assert list(said) == [("Member", chloe.pk), ("CM", chloe.pk)]


def test_an_empty_line_is_not_saved_and_says_so(secretary, item):
    answer = note(secretary, item, "  ", speaker="Member")

    assert answer.status_code == 200
    assert "Enter the text." in answer.content.decode()
    assert 'value="Member"' in answer.content.decode()
    assert Entry.objects.count() == 0


def test_the_address_of_a_note_leads_back_to_the_lines(secretary, item):
    answer = secretary.get(url("note_entry", item, item.pk))

    assert answer.url == url("log_item", item, item.pk)


def revise(client, entry, text, version=1, **fields):
    said = {"text": text, "kind": entry.kind, "speaker": "", "version": version} | fields
    return client.post(url("revise_entry", entry.item, entry.pk), said)


def test_a_line_is_edited_in_its_place(secretary, item):
    entry = EntryFactory(item=item, text="as it was")

    form = secretary.get(url("revise_entry", item, entry.pk)).content.decode()
    answer = revise(secretary, entry, "as it is", kind="comment", speaker="Lab")

    assert "as it was</textarea>" in form
    assert answer.url == f"{url('log_item', item, item.pk)}#line-{entry.pk}"
    assert lines(item) == [("comment", "Lab", "as it is")]


def test_editing_keeps_who_spoke_unless_the_speaker_changes(secretary, item, chloe):
    known = {"speaker": "Member", "speaker_person": chloe}
    entry = EntryFactory(item=item, **known)
    item.meeting.attendances.filter(person=chloe).update(initials="CM")

    page = secretary.get(url("revise_entry", item, entry.pk)).content.decode()
    assert 'value="Member (CM)"' in page

    revise(secretary, entry, "new words", speaker="Member (CM)")
    entry.refresh_from_db()
    assert (entry.speaker, entry.speaker_person) == ("Member", chloe)

    revise(secretary, entry, "new words", version=2, speaker="Presenter")
    entry.refresh_from_db()
    assert (entry.speaker, entry.speaker_person) == ("Presenter", None)


def test_editing_does_not_read_prefixes_into_old_text(secretary, item):
    entry = EntryFactory(item=item, text="a member asked: why")

    revise(secretary, entry, "a member asked: why not")

    assert lines(item) == [("point", None, "a member asked: why not")]


def test_an_edit_without_words_is_not_saved(secretary, item):
    entry = EntryFactory(item=item, text="as it was")

    answer = revise(secretary, entry, "")

    assert "Enter the text." in answer.content.decode()
    assert lines(item) == [("point", None, "as it was")]


def test_two_people_editing_one_line_both_keep_their_words(secretary, item, ed):
    entry = EntryFactory(item=item, text="as it was")
    revise_entry(entry, by=ed, version=1, text="theirs <b>first</b>")

    answer = revise(secretary, entry, "mine <i>second</i>")

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "theirs &lt;b&gt;first&lt;/b&gt;" in page
    assert "mine &lt;i&gt;second&lt;/i&gt;" in page
    assert "Ed Secretary saved theirs at" in page
    assert lines(item) == [("point", None, "theirs <b>first</b>")]


def test_the_second_may_save_a_merged_text_or_keep_both(secretary, item, ed):
    entry = EntryFactory(item=item, text="as it was")
    revise_entry(entry, by=ed, version=1, text="theirs")
    revise(secretary, entry, "mine")

    revise(secretary, entry, "theirs and mine", version=2)
    note(secretary, item, "mine", reply_to="none")

    assert [text for _, _, text in lines(item)] == ["theirs and mine", "mine"]


def move(client, entry, **said):
    return client.post(url("move_entry", entry.item, entry.pk), said)


def test_a_line_steps_down_in_out_and_up(secretary, item):
    first, second = EntryFactory(item=item, text="1"), EntryFactory(item=item, text="2")

    move(secretary, first, step="down")
    assert [text for _, _, text in lines(item)] == ["2", "1"]
    move(secretary, first, step="in")
    first.refresh_from_db()
    assert first.parent == second
    move(secretary, first, step="out")
    move(secretary, first, step="up")
    assert [text for _, _, text in lines(item)] == ["1", "2"]


@pytest.mark.parametrize("step", ["up", "down", "in", "out", "sideways", ""])
def test_a_step_that_leads_nowhere_changes_nothing(secretary, item, step):
    entry = EntryFactory(item=item, text="alone")

    assert move(secretary, entry, step=step).status_code == 302
    assert lines(item) == [("point", None, "alone")]


def test_a_line_moves_to_another_item(secretary, item):
    there = AgendaItemFactory(meeting=item.meeting)
    entry = EntryFactory(item=item, text="1")

    move(secretary, entry, item=there.pk)

    assert lines(there) == [("point", None, "1")]


@pytest.mark.parametrize("item_key", ["x", "0"])
def test_a_line_moves_to_no_other_place(secretary, item, item_key):
    assert move(secretary, EntryFactory(item=item), item=item_key).status_code == 404


def test_removing_a_line_asks_first(secretary, item):
    entry = EntryFactory(item=item, text="wrong")
    there = url("remove_entry", item, entry.pk)

    assert "wrong" in secretary.get(there).content.decode()
    secretary.post(there, {"version": 1})

    assert lines(item) == []


def test_removing_a_line_just_edited_is_refused(secretary, item, ed):
    entry = EntryFactory(item=item)
    revise_entry(entry, by=ed, version=1, text="theirs")

    answer = secretary.post(url("remove_entry", item, entry.pk), {"version": 1})

    assert answer.status_code == 409
    assert Entry.objects.count() == 1


def test_withholding_a_line_asks_why_and_shows_it(secretary, item):
    entry = EntryFactory(item=item)
    there = url("restrict_entry", item, entry.pk)

    assert "Enter the reason" in secretary.post(there, {"reason": ""}).content.decode()
    secretary.post(there, {"reason": "Names an officer"})
    page = secretary.get(url("log_item", item, item.pk)).content.decode()
    assert "Withheld from what is published: Names an officer" in page

    secretary.post(url("unrestrict_entry", item, entry.pk))
    entry.refresh_from_db()
    assert not entry.restricted


def test_the_chair_reads_along_without_a_place_to_type(client, item, ben):
    EntryFactory(item=item, text="said")
    client.force_login(ben)

    for there in (url("log", item), url("log_item", item, item.pk)):
        page = client.get(there).content.decode()
        assert "said" in page
        assert "<textarea" not in page


def test_why_nothing_can_be_written_is_said(secretary, item):
    item.meeting.state = "called"
    item.meeting.save()

    page = secretary.get(url("log_item", item, item.pk)).content.decode()

    assert "The meeting has not started." in page
    assert "<textarea" not in page


@HIDDEN
@pytest.mark.parametrize("name", ["log", "log_item"])
def test_lines_are_hidden_from_others(request, client, item, who, name):
    client.force_login(request.getfixturevalue(who))

    args = [item.pk] if name == "log_item" else []
    assert client.get(url(name, item, *args)).status_code == 404


def test_nobody_reads_them_without_signing_in(client, item):
    assert "/sign-in/" in client.get(url("log", item)).url


def test_a_line_of_another_meeting_is_not_found_here(secretary, item):
    stranger = EntryFactory(item__meeting__slug="2025")

    assert secretary.get(url("revise_entry", item, stranger.pk)).status_code == 404


def test_an_item_that_hears_of_actions_lists_what_is_open(secretary, item, ed):
    earlier = MeetingFactory(slug="2025-01-01", on="2025-01-01", state="under_way")
    add_action(earlier, by=ed, text="Publish the method", owner="Lab")
    item.kind = "actions_update"
    item.save()

    page = secretary.get(url("log_item", item, item.pk)).content.decode()

    assert "Publish the method" in page


def test_a_meeting_without_a_date_hears_of_every_open_action(secretary, item, ed):
    earlier = MeetingFactory(slug="2025-01-01", on="2025-01-01", state="under_way")
    add_action(earlier, by=ed, text="Publish the method", owner="Lab")
    item.kind = "actions_update"
    item.save()
    Meeting.objects.filter(pk=item.meeting_id).update(on=None, precision="unknown")

    page = secretary.get(url("log_item", item, item.pk)).content.decode()

    assert "Publish the method" in page


def test_the_lines_lead_to_the_items_before_and_after(secretary, item):
    AgendaItemFactory(meeting=item.meeting, title="The next one")

    page = secretary.get(url("log_item", item, item.pk)).content.decode()

    assert "Next: The next one" in page
    assert "Before:" not in page


@pytest.mark.parametrize(("name", "queries"), [("log", 9), ("log_item", 20)])
def test_queries_do_not_grow_with_lines_or_items(
    secretary, item, chloe, name, queries, django_assert_num_queries
):
    there = url(name, item, *([item.pk] if name == "log_item" else []))

    for _ in range(2):
        for _ in range(5):
            EntryFactory(item=item, speaker="Member", speaker_person=chloe)
            EntryFactory(item=AgendaItemFactory(meeting=item.meeting))
        with django_assert_num_queries(queries):
            secretary.get(there)


def test_a_line_of_kind_action_becomes_an_action_in_one_press(secretary, item, chloe):
    note(secretary, item, "x Lab: Publish an account.")
    page = secretary.get(item.log_url).content.decode()
    assert "Add to the actions" in page

    there = url("add_action", item)
    fields = {"text": "Publish an account.", "item": item.pk, "owner": "Lab", "owner_person": ""}
    answer = secretary.post(there, fields)

    action = item.meeting.actions.get()
    assert (action.text, action.owner, action.item) == ("Publish an account.", "Lab", item)
    assert answer.url == item.log_url
    assert "Add to the actions" not in secretary.get(item.log_url).content.decode()
