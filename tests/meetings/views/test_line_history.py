"""What lines said before, and lines that were removed."""

import datetime as dt
from uuid import uuid4

import pytest
from django.urls import reverse

from meetings.actions import move_entry, note_entry, remove_entry, restrict_entry, revise_entry
from tests.factories import NINE, AgendaItemFactory, EntryFactory


@pytest.fixture
def item(meeting):
    return AgendaItemFactory(meeting=meeting, number="5", title="Vehicle theft")


@pytest.fixture
def secretary(client, ed):
    client.force_login(ed)
    return client


def url(name, item, *args):
    return reverse(f"meetings:{name}", args=[item.meeting.slug, *args])


def test_the_history_of_a_line_has_all_it_ever_said(secretary, item, ed, chloe):
    entry = note_entry(item, by=ed, text="The <b>first</b> words")
    revise_entry(entry, by=ed, version=1, text="Second", speaker="Member", speaker_person=chloe)
    restrict_entry(entry, by=ed, reason="Names an officer")

    page = secretary.get(url("line_history", item, entry.key)).content.decode()

    for words in ("The &lt;b&gt;first&lt;/b&gt; words", "Second", "Member (Chloe Member)"):
        assert words in page
    assert "Withheld from what is published: Names an officer" in page
    assert page.index("Second") < page.index("The &lt;b&gt;")
    assert "Ed Secretary" in page


def test_what_was_typed_bit_by_bit_is_one_row_that_opens(secretary, item, ed):
    entry = note_entry(item, by=ed, text="The f", at=NINE)
    for seconds, text in enumerate(["The force", "The force asked."], start=1):
        at = NINE + dt.timedelta(seconds=seconds)
        revise_entry(entry, by=ed, version=entry.version, text=text, at=at)
        entry.refresh_from_db()

    page = secretary.get(url("line_history", item, entry.key)).content.decode()

    assert page.count("<tr>") == 2  # one below the heads
    assert "show all 3" in page
    assert page.index("The force asked.") < page.index("</time> The f</li>")


def test_a_line_of_a_record_has_its_history_from_its_first_change(secretary, item, ed):
    entry = EntryFactory(item=item, text="As imported")
    there = url("line_history", item, entry.key)
    assert "nobody has changed" in secretary.get(there).content.decode()

    revise_entry(entry, by=ed, version=1, text="As mended")

    page = secretary.get(there).content.decode()
    assert "As imported" in page
    assert "As mended" in page


def test_what_was_removed_can_be_put_back(secretary, item, ed):
    entry = note_entry(item, by=ed, text="Taken out")
    remove_entry(entry, by=ed, version=1)
    there = url("removed_lines", item, item.pk)
    assert "Taken out" in secretary.get(there).content.decode()
    assert there in secretary.get(url("line_history", item, entry.key)).content.decode()

    answer = secretary.post(url("restore_entry", item, item.pk, entry.key))

    assert answer.url == f"{item.log_url}#line-{item.entries.get().pk}"
    assert "Nothing was removed here" in secretary.get(there).content.decode()
    assert secretary.post(url("restore_entry", item, item.pk, entry.key)).status_code == 404


def test_a_line_that_went_to_another_item_was_not_removed(secretary, item, ed):
    entry = note_entry(item, by=ed, text="Elsewhere")
    move_entry(entry, by=ed, item=AgendaItemFactory(meeting=item.meeting))

    there = url("removed_lines", item, item.pk)
    assert "Nothing was removed here" in secretary.get(there).content.decode()


def test_nothing_is_put_back_where_nothing_may_be_written(secretary, item, ed):
    remove_entry(note_entry(item, by=ed, text="Taken out"), by=ed, version=1)
    item.meeting.state = "cancelled"
    item.meeting.save()

    page = secretary.get(url("removed_lines", item, item.pk)).content.decode()

    assert "The meeting was cancelled." in page
    assert "Put back" not in page


def test_a_line_that_never_was_has_no_history(secretary, item):
    assert secretary.get(url("line_history", item, uuid4())).status_code == 404


@pytest.mark.parametrize("who", ["amina", "ben", "chloe", "gus"])
def test_only_the_secretariat_reads_it(request, client, item, ed, who):
    entry = note_entry(item, by=ed, text="x")
    client.force_login(request.getfixturevalue(who))

    assert client.get(url("line_history", item, entry.key)).status_code == 404
    assert client.get(url("removed_lines", item, item.pk)).status_code == 404
