import pytest

from committee.lines import Stale, in_order, revise
from tests.factories import EntryFactory

pytestmark = pytest.mark.django_db


def test_revise_changes_the_line_and_counts_the_edit():
    line = EntryFactory(text="The model is new.")

    revise(line, version=1, text="The model is old.")

    assert (line.text, line.version) == ("The model is old.", 2)


def test_the_second_editor_is_shown_both_texts():
    line = EntryFactory(text="The model is new.")
    revise(line, version=1, text="The model is old.")

    with pytest.raises(Stale, match="Somebody else") as stale:
        revise(line, version=1, text="The model is borrowed.")

    assert stale.value.line.text == "The model is old."
    assert stale.value.changes == {"text": "The model is borrowed."}
    line.refresh_from_db()
    assert (line.text, line.version) == ("The model is old.", 2)


def test_lines_in_order_are_followed_by_their_replies():
    first = EntryFactory(position=1)
    second = EntryFactory(position=0, item=first.item)
    reply = EntryFactory(position=0, item=first.item, parent=second)
    deeper = EntryFactory(position=5, item=first.item, parent=reply)

    lines = in_order([first, deeper, reply, second])

    assert lines == [second, reply, deeper, first]
    assert [line.depth for line in lines] == [0, 1, 2, 0]
