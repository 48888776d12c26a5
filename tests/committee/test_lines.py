import pytest

from committee.lines import Stale, revise
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
