"""The two addresses at which pages of the minute book keep in step."""

import json
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from meetings import whereabouts
from meetings.actions import (
    add_action_update,
    approve_minutes,
    close_meeting,
    issue_draft_minutes,
    note_entry,
    remove_entry,
    revise_entry,
)
from meetings.models import ActionPoint, Entry, EntryVersion, LineOp
from tests.factories import (
    AgendaItemFactory,
    EntryFactory,
    MeetingFactory,
    an_interest,
    appoint,
)


@pytest.fixture
def item(meeting):
    return AgendaItemFactory(meeting=meeting, number="5", title="Vehicle theft")


@pytest.fixture
def page(client, ed, item):
    return Page(client, ed, item)


class Page:
    """A page of the minute book, as its script speaks."""

    def __init__(self, client, person, item):
        client.force_login(person)
        self.client, self.item, self.mark = client, item, "0"

    @property
    def address(self):
        return reverse("meetings:sync_lines", args=[self.item.meeting.slug])

    def post(self, body):
        if not isinstance(body, bytes):
            body = json.dumps(body).encode()
        return self.client.post(self.address, body, content_type="application/json")

    def send(self, *ops):
        return self.post({"ops": [{"op": str(uuid4())} | op for op in ops]}).json()["results"]

    def do(self, do, key=None, **said):
        told = self.send({"do": do, "key": str(key or uuid4())} | said)
        return told[0]

    def note(self, text, **said):
        return self.do("note", item=self.item.pk, text=text, **said)["line"]

    def look(self, **asked):
        there = reverse("meetings:lines_changed", args=[self.item.meeting.slug, self.item.pk])
        return self.client.get(there, {"since": self.mark} | asked)

    def see(self, **asked):
        told = self.look(**asked).json()
        self.mark = told["mark"]
        return told


def texts(item):
    return [entry.text for entry in item.entries.order_by("position")]


# --- what was done


def test_a_typed_line_is_saved_and_told_back(page, item, chloe):
    item.meeting.attendances.filter(person=chloe).update(initials="CM")
    key = str(uuid4())

    told = page.do("note", key, item=item.pk, kind="question", text="Why?", speaker="Member (CM)")

    assert (told["outcome"], told["key"], told["sentence"]) == ("done", key, "")
    line = told["line"]
    assert (line["key"], line["version"], line["kind"]) == (key, 1, "question")
    assert (line["speaker"], line["typed"]) == ("Member", "Member (CM)")
    assert line["was"] == "Chloe Member"
    assert Entry.objects.get().speaker_person == chloe


def test_lines_go_where_they_were_typed(page, item):
    first = page.note("1")
    page.note("4")
    page.note("3", after=first["key"])
    page.note("2", parent=first["key"])
    page.note("0", after="first")
    page.note("1½", parent=first["key"], after="first")

    assert texts(item) == ["0", "1", "1½", "2", "3", "4"]
    assert Entry.objects.get(text="2").parent == Entry.objects.get(text="1")


def test_a_line_is_never_lost_for_want_of_its_place(page, item):
    page.note("1")

    told = page.do(
        "note", item=item.pk, text="2", parent=str(uuid4()), after=str(uuid4()), kind="answer"
    )

    assert (told["outcome"], told["line"]["parent"]) == ("done", None)
    assert texts(item) == ["1", "2"]


def test_several_edits_may_wait_in_a_row(page, item):
    """Written offline: the page does not know the versions that will come of them."""
    key, ops = str(uuid4()), [str(uuid4()) for _ in range(4)]
    told = page.send(
        {"op": ops[0], "do": "note", "key": key, "item": item.pk, "text": "a"},
        {"op": ops[1], "do": "revise", "key": key, "follows": ops[0], "text": "ab"},
        {"op": ops[2], "do": "revise", "key": key, "follows": ops[1], "text": "ab"},
        {"op": ops[3], "do": "revise", "key": key, "follows": ops[2], "text": "abc"},
    )

    assert [one["outcome"] for one in told] == ["done"] * 4
    assert texts(item) == ["abc"]


def test_what_is_left_out_of_an_edit_stays(page, item, chloe):
    entry = EntryFactory(item=item, kind="answer", speaker="Member", speaker_person=chloe)

    page.do("revise", entry.key, version=1, text="New words")

    entry.refresh_from_db()
    assert (entry.text, entry.kind) == ("New words", "answer")
    assert entry.speaker_person == chloe


def test_an_edit_that_names_the_speaker_as_before_keeps_who_it_was(page, item, chloe):
    item.meeting.attendances.filter(person=chloe).update(initials="CM")
    entry = EntryFactory(item=item, speaker="Member", speaker_person=chloe)

    page.do("revise", entry.key, version=1, text="New words", speaker="Member (CM)")
    entry.refresh_from_db()
    assert entry.speaker_person == chloe

    page.do("revise", entry.key, version=2, speaker="")
    entry.refresh_from_db()
    assert (entry.speaker, entry.speaker_person) == (None, None)


def test_whoever_comes_second_is_shown_what_the_first_wrote(page, item, ed):
    entry = EntryFactory(item=item, text="as it was")
    revise_entry(entry, by=ed, version=1, text="theirs")

    told = page.do("revise", entry.key, version=1, text="mine")

    assert told["outcome"] == "conflict"
    assert told["line"]["text"] == "theirs"
    assert told["line"]["by"] == "Ed Secretary"
    assert told["line"]["version"] == 2
    assert texts(item) == ["theirs"]


def test_a_key_that_is_known_with_other_words_is_a_conflict(page, item):
    key = uuid4()
    page.do("note", key, item=item.pk, text="first")

    assert page.do("note", key, item=item.pk, text="first")["outcome"] == "done"
    told = page.do("note", key, item=item.pk, text="second")
    assert (told["outcome"], told["line"]["text"]) == ("conflict", "first")


def test_a_key_of_another_meeting_is_not_told(page, item):
    there = EntryFactory(item__meeting__slug="2025", text="SECRET")

    told = page.do("note", there.key, item=item.pk, text="SECRET")

    assert (told["outcome"], told["line"]) == ("refused", None)
    assert page.do("revise", there.key, version=1, text="x")["line"] is None


def test_editing_a_line_that_was_removed_shows_it_and_who_removed_it(page, item, ed):
    entry = EntryFactory(item=item, text="as it was")
    remove_entry(entry, by=ed, version=1)

    told = page.do("revise", entry.key, version=1, text="mine")

    assert told["outcome"] == "missing"
    assert told["sentence"] == "Ed Secretary removed this line meanwhile."
    assert told["line"]["text"] == "as it was"
    assert page.do("restore", entry.key)["line"]["text"] == "as it was"
    assert texts(item) == ["as it was"]


def test_an_edit_of_a_line_that_never_was(page):
    told = page.do("revise", uuid4(), version=1, text="mine")

    assert (told["outcome"], told["line"]) == ("missing", None)
    assert told["sentence"] == "This line is not in the minutes."
    assert page.do("restore", uuid4())["outcome"] == "refused"


def test_removing_what_is_gone_is_done(page, item):
    line = page.note("1")

    assert page.do("remove", line["key"], version=7)["outcome"] == "conflict"
    assert page.do("remove", line["key"], version=1)["line"] is None
    assert page.do("remove", line["key"], version=1)["outcome"] == "done"
    assert texts(item) == []


def test_a_line_with_replies_is_not_removed(page):
    line = page.note("1")
    page.note("2", parent=line["key"])

    told = page.do("remove", line["key"], version=1)

    assert told["outcome"] == "refused"
    assert "replies" in told["sentence"]


def test_lines_move_with_their_replies(page, item):
    one, two, three = (page.note(text) for text in "123")
    page.note("2a", parent=two["key"])

    page.do("move", two["key"])
    assert texts(item) == ["2", "2a", "1", "3"]
    page.do("move", two["key"], after="last")
    assert texts(item) == ["1", "3", "2", "2a"]
    page.do("move", two["key"], after=one["key"])
    assert texts(item) == ["1", "2", "2a", "3"]
    page.do("move", one["key"], after=str(uuid4()))
    assert texts(item) == ["2", "2a", "3", "1"]
    told = page.do("move", three["key"], parent=two["key"], after="last")
    assert texts(item) == ["2", "2a", "3", "1"]
    assert told["line"]["parent"] == two["key"]


def test_a_line_does_not_move_under_itself(page):
    one = page.note("1")
    two = page.note("2", parent=one["key"])

    assert page.do("move", one["key"], parent=two["key"])["outcome"] == "refused"


@pytest.mark.parametrize(
    ("place", "order"),
    [
        ({}, ["x", "y", "1", "1a"]),
        ({"after": "first"}, ["1", "1a", "x", "y"]),
        ({"after": "x"}, ["x", "1", "1a", "y"]),
        ({"parent": "x"}, ["x", "1", "1a", "y"]),
    ],
)
def test_a_line_moves_to_a_place_in_another_item(page, item, place, order):
    there = AgendaItemFactory(meeting=item.meeting)
    keys = {one.text: str(one.key) for one in (EntryFactory(item=there, text=t) for t in "xy")}
    line = page.note("1")
    page.note("1a", parent=line["key"])

    told = page.do(
        "move", line["key"], item=there.pk, **{k: keys.get(v, v) for k, v in place.items()}
    )

    assert told["outcome"] == "done"
    assert (texts(item), texts(there)) == ([], order)


def test_a_line_is_withheld_and_opened(page):
    line = page.note("1", restricted_reason="Names an officer")
    assert (line["restricted"], line["restricted_reason"]) == (True, "Names an officer")

    assert page.do("unrestrict", line["key"])["line"]["restricted"] is False
    assert page.do("restrict", line["key"])["outcome"] == "refused"
    assert page.do("restrict", line["key"], reason="Operational")["line"]["restricted"]


def test_an_action_with_an_owner_is_on_the_list_of_actions(page, item, chloe, ed):
    item.meeting.attendances.filter(person=chloe).update(initials="CM")
    line = page.note("Write it", kind="action", owner="CM", due="next meeting")

    action = ActionPoint.objects.get()
    assert (action.text, action.owner, action.due) == ("Write it", "CM", "next meeting")
    assert (action.owner_person, action.item, action.entry.text) == (chloe, item, "Write it")

    page.do("revise", line["key"], version=1, text="Write it down", due="")
    action.refresh_from_db()
    assert (action.text, action.due) == ("Write it down", None)

    page.do("revise", line["key"], version=2, kind="point")
    assert not ActionPoint.objects.exists()
    page.do("revise", line["key"], version=3, kind="action")
    add_action_update(ActionPoint.objects.get(), by=ed, text="Half done")
    page.do("remove", line["key"], version=4)
    assert ActionPoint.objects.get().entry is None, "more is known of it than the line"
    page.do("restore", line["key"])
    assert ActionPoint.objects.get().entry.text == "Write it down"


def test_a_line_for_an_item_that_is_gone_is_kept_by_the_page(page, item):
    item.delete()

    told = page.send({"do": "note", "key": str(uuid4()), "item": item.pk, "text": "x"})[0]

    assert told["outcome"] == "refused"
    assert "no longer on the agenda" in told["sentence"]


def test_nothing_is_written_into_approved_minutes(page, item, ed, ben):
    entry = EntryFactory(item=item)
    close_meeting(item.meeting, by=ed)
    version = item.meeting.minutes.get()
    issue_draft_minutes(version, by=ed)
    approve_minutes(version, by=ben)

    told = page.send(
        {"do": "note", "key": str(uuid4()), "item": item.pk, "text": "x"},
        {"do": "revise", "key": str(entry.key), "version": 1, "text": "x"},
    )

    assert {one["outcome"] for one in told} == {"refused"}
    assert {"The chair has approved these minutes." in one["sentence"] for one in told} == {True}
    assert "approved" in page.see()["writable"]


def test_what_comes_behind_a_refused_op_is_done_where_it_can_be(page, item):
    key = str(uuid4())

    told = page.send(
        {"do": "note", "key": key, "item": item.pk, "text": ""},
        {"do": "revise", "key": key, "version": 1, "text": "x"},
        {"do": "note", "key": str(uuid4()), "item": item.pk, "text": "2", "after": key},
        {"do": "sing", "key": key},
        {"do": "note", "item": item.pk, "text": "3"},
    )

    outcomes = [one["outcome"] for one in told]
    assert outcomes == ["refused", "missing", "done", "refused", "refused"]
    assert texts(item) == ["2"]


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"text": "x" * 20_001}, "at most 20,000 characters"),
        ({"text": 7}, "sent as text"),
        ({"text": "x", "kind": "song"}, "not known"),
        ({"text": "x", "speaker": "x" * 256}, "speaker is longer than 255"),
        ({"text": "x", "restricted_reason": "x" * 256}, "reason is longer than 255"),
    ],
)
def test_what_is_too_much_is_refused_with_a_sentence(page, item, said, sentence):
    told = page.do("note", item=item.pk, **said)

    assert told["outcome"] == "refused"
    assert sentence in told["sentence"]


def test_characters_that_no_database_takes_are_replaced(page, item):
    page.post(
        b'{"ops": [{"op": "%s", "do": "note", "key": "%s", "item": %d, "text"'
        b': "a\\u0000b\\ud800c"}]}' % (str(uuid4()).encode(), str(uuid4()).encode(), item.pk)
    )

    assert texts(item) == ["a\N{REPLACEMENT CHARACTER}b?c"]


@pytest.mark.parametrize(
    ("body", "status", "sentence"),
    [
        (b"", 400, "not JSON"),
        (b"\xff", 400, "not JSON"),
        (b"[" * 100_000, 400, "not JSON"),
        (b"[]", 400, "list of ops"),
        (b'{"ops": {}}', 400, "list of ops"),
        (b'{"ops": [1]}', 400, "UUID"),
        (b'{"ops": [{"op": "x"}]}', 400, "UUID"),
        (b'{"ops": [%s]}' % b",".join([b"1"] * 101), 413, "more than 100"),
        (b" " * 1_000_001, 413, "more than 1 MB"),
    ],
)
def test_what_is_no_list_of_ops_is_turned_away(page, body, status, sentence):
    answer = page.post(body)

    assert answer.status_code == status
    assert sentence in answer.json()["sentence"]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
FIELDS = "do key item version follows text kind speaker owner due parent after reason"
FIELDS += " after_presenter_left"


@given(data=st.data())
def test_no_garbage_is_an_error_here(page, item, data):
    known = {
        "do": st.sampled_from(["note", "revise", "move", "remove", "restrict", "restore"]),
        "key": st.sampled_from([str(one.key) for one in Entry.objects.all()] or ["x"]),
        "item": st.just(item.pk),
    }
    ops = [
        {"op": str(uuid4())}
        | {
            name: data.draw(known.get(name, VALUES) | VALUES)
            for name in FIELDS.split()
            if data.draw(st.booleans())
        }
        for _ in range(3)
    ]

    answer = page.post({"ops": ops})

    assert answer.status_code == 200
    allowed = {"done", "conflict", "refused", "missing"}
    assert {one["outcome"] for one in answer.json()["results"]} <= allowed


def test_sending_again_changes_nothing_and_says_the_same(page, item):
    key = str(uuid4())
    ops = [
        {"op": str(uuid4()), "do": "note", "key": key, "item": item.pk, "text": "1"},
        {"op": str(uuid4()), "do": "revise", "key": key, "version": 1, "text": "2"},
        {"op": str(uuid4()), "do": "revise", "key": key, "version": 1, "text": "3"},
        {"op": str(uuid4()), "do": "remove", "key": key, "version": 2},
        {"op": str(uuid4()), "do": "restore", "key": key},
    ]
    first = page.post({"ops": ops}).json()
    before = EntryVersion.objects.count()

    again = page.post({"ops": ops}).json()

    outcomes = [one["outcome"] for one in first["results"]]
    assert outcomes == ["done", "done", "conflict", "done", "done"]
    assert again == first
    assert (EntryVersion.objects.count(), LineOp.objects.count()) == (before, 5)


def test_what_another_sent_is_not_told_and_holds_nothing_up(page, item):
    other = Page(Client(), appoint("secretariat"), item)
    ops = [
        {"op": str(uuid4()), "do": "note", "key": str(uuid4()), "item": item.pk, "text": text}
        for text in "12"
    ]
    other.post({"ops": ops[:1]})

    told = page.post({"ops": ops}).json()["results"]

    assert [one["outcome"] for one in told] == ["refused", "done"]
    assert told[0]["line"] is None


def test_a_writer_who_has_left_for_an_item_is_told_not_a_word_of_it(page, item, ed):
    entry = note_entry(item, by=ed, text="SECRET")
    an_interest(ed, item=item)

    told = page.send(
        {"do": "note", "key": str(uuid4()), "item": item.pk, "text": "x"},
        {"do": "note", "key": str(entry.key), "item": item.pk, "text": "x"},
        {"do": "revise", "key": str(entry.key), "version": 7, "text": "x"},
        {"do": "restore", "key": str(entry.key)},
    )

    outcomes = [(one["outcome"], one["line"]) for one in told]
    refused = ("refused", None)
    assert outcomes == [refused, refused, ("missing", None), refused]
    assert page.look().status_code == 404
    for name in ("revise_entry", "line_history"):
        pk = entry.pk if name == "revise_entry" else entry.key
        there = reverse(f"meetings:{name}", args=[item.meeting.slug, pk])
        assert page.client.get(there).status_code == 404


def test_nobody_writes_without_being_signed_in(page, item):
    page.client.logout()

    for answer in (page.post({"ops": []}), page.look()):
        assert answer.status_code == 401
        assert answer.json() == {"sign_in": "/sign-in/"}


@pytest.mark.parametrize("who", ["amina", "ben", "chloe", "gus"])
def test_only_the_secretariat_writes(request, client, item, who):
    page = Page(client, request.getfixturevalue(who), item)

    assert page.post({"ops": []}).status_code == 404


def test_nobody_elses_page_writes_with_our_cookies(ed, item):
    page = Page(Client(enforce_csrf_checks=True), ed, item)
    assert page.post({"ops": []}).status_code == 403

    token = page.see()["csrf"]
    answer = page.client.post(
        page.address,
        b'{"ops": []}',
        content_type="application/json",
        headers={"X-CSRFToken": token},
    )
    assert answer.status_code == 200


# --- what has changed


def test_a_page_sees_all_at_first_and_then_what_is_new(page, item, ed):
    one = note_entry(item, by=ed, text="1")
    told = page.see()
    assert [line["text"] for line in told["lines"]] == ["1"]
    assert told["order"] == [[str(one.key), 0, "5.1"]]
    assert told["typing"]["kinds"]["q"] == "question"
    assert ["noted", "The Committee noted the report."] in told["phrases"]
    assert {"name": "Chloe Member", "initials": None} in told["speakers"]
    assert page.look().status_code == 204

    two = note_entry(item, by=ed, text="2", parent=one)
    told = page.see()
    assert [(line["text"], line["number"]) for line in told["lines"]] == [("2", "5.2")]
    assert told["lines"][0]["parent"] == str(one.key)
    assert told["order"] == [[str(one.key), 0, "5.1"], [str(two.key), 1, "5.2"]]
    assert "phrases" not in told


def test_what_was_removed_or_moved_away_is_not_in_the_order(page, item):
    one, two, three = (page.note(text) for text in "123")
    page.see()

    page.do("remove", one["key"], version=1)
    page.do("move", two["key"], item=AgendaItemFactory(meeting=item.meeting).pk)

    told = page.see()
    assert (told["lines"], [key for key, _, _ in told["order"]]) == ([], [three["key"]])


def test_moving_a_line_changes_the_order_of_all_and_the_words_of_none(page):
    one, two = page.note("1"), page.note("2")
    page.see()

    page.do("move", two["key"])

    told = page.see()
    assert [key for key, _, _ in told["order"]] == [two["key"], one["key"]]


@pytest.mark.parametrize("since", ["x", "", "0", "99999999.1", "9" * 40 + ".1", "٣.1", "-1.1", "."])
def test_a_mark_that_is_not_ours_shows_everything(page, since):
    page.note("1")
    page.mark = since

    assert [line["text"] for line in page.see()["lines"]] == ["1"]


def test_writers_see_where_the_others_are(page, item, ed):
    other = Page(Client(), appoint("secretariat", name="Fran Second", initials="FS"), item)
    line = page.note("1")
    page.see(line=line["key"])

    told = other.see()

    assert told["who"] == [
        {"name": "Ed Secretary", "initials": "", "item": item.pk, "line": line["key"]}
    ]
    assert [one["name"] for one in page.see(line=line["key"])["who"]] == ["Fran Second"]
    assert page.look(line=line["key"]).status_code == 204


def test_the_chair_reads_along_and_is_nowhere(client, page, item, ben):
    page.note("1")
    chair = Page(Client(), ben, item)

    told = chair.see()

    assert told["writable"] == "Only the secretariat may do this."
    assert page.see()["who"] == []


@pytest.mark.parametrize("who", ["amina", "chloe", "gus"])
def test_lines_are_hidden_from_others(request, client, item, who):
    assert Page(client, request.getfixturevalue(who), item).look().status_code == 404


def test_an_item_of_another_meeting_is_not_found(page):
    item = AgendaItemFactory(meeting=MeetingFactory(slug="x", state="under_way"))
    there = reverse("meetings:lines_changed", args=[page.item.meeting.slug, item.pk])

    assert page.client.get(there).status_code == 404


def test_asking_again_and_again_costs_little_and_never_more(
    page, item, chloe, django_assert_max_num_queries, monkeypatch
):
    monkeypatch.setattr(whereabouts, "_is_worth_noting", lambda *_: False)
    page.see()
    for _ in range(2):
        for _ in range(5):
            EntryFactory(item=item, speaker="Member", speaker_person=chloe)
            last = page.note("x")
        with django_assert_max_num_queries(10):
            page.see()
        with django_assert_max_num_queries(8):
            assert page.look().status_code == 204
        page.mark = "0"
        with django_assert_max_num_queries(12):
            page.see(line=last["key"])


def test_a_line_at_the_end_costs_the_same_however_many_there_are(
    page, item, django_assert_num_queries
):
    def send():
        op = {"op": str(uuid4()), "do": "note", "key": str(uuid4()), "item": item.pk, "text": "x"}
        return {"ops": [op]}

    page.post(send())
    for _ in range(2):
        for number in range(20):
            EntryFactory(item=item, position=1000 + number)
        locks = 2 * (connection.vendor == "postgresql")  # of the act, and of the act within
        with django_assert_num_queries(23 + locks):
            page.post(send())


def test_a_page_of_somebody_else_is_told_to_sign_in(client, meeting, ed, chloe):
    client.force_login(ed)
    url = reverse("meetings:sync_lines", args=[meeting.slug])

    for person, status in [(ed, 200), (chloe, 401)]:
        headers = {"X-Person": str(person.pk)}
        answer = client.post(url, '{"ops": []}', "application/json", headers=headers)
        assert answer.status_code == status
