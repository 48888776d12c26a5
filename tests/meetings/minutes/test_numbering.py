"""Paragraph numbers as arithmetic, and their permanence once readers may cite them."""

import pytest

from meetings.minutes import number_paragraphs
from meetings.minutes.numbering import numbers_for
from tests.factories import NINE
from tests.meetings.minutes import story


@pytest.mark.parametrize(
    ("kept", "retired", "given"),
    [
        ([], [], []),
        (["", "", ""], [], ["1", "2", "3"]),
        (["1", "", "2"], [], ["1", "1a", "2"]),
        (["1", "", "", "2"], [], ["1", "1a", "1b", "2"]),
        (["1", "1a", "", "2"], [], ["1", "1a", "1b", "2"]),
        (["1", "", "1a", "2"], [], ["1", "1b", "1a", "2"]),
        (["", "1"], [], ["0a", "1"]),
        (["1", "2", ""], [], ["1", "2", "3"]),
        (["1", ""], ["1", "2"], ["1", "3"]),
        (["1", "", "3"], ["1", "1a", "2", "3"], ["1", "1b", "3"]),
        (
            ["1", *[""] * 27, "2"],
            [],
            ["1", *[f"1{c}" for c in "abcdefghijklmnopqrstuvwxyz"], "1a1", "2"],
        ),
    ],
)
def test_numbers_stay_and_are_never_used_again(kept, retired, given):
    assert list(numbers_for(kept=kept, retired=retired)) == given


@pytest.mark.django_db
def test_numbers_follow_the_order_until_the_first_approval(meeting):
    told = story.tell(meeting)
    number_paragraphs(meeting)
    story.line(told["welcome"], "Earlier than all.", position=0)

    number_paragraphs(meeting)

    told["kept"].refresh_from_db()
    assert told["kept"].paragraph == "10"


@pytest.mark.django_db
def test_numbers_are_fixed_by_an_approval(meeting, ben, ed):
    told = story.tell(meeting)
    number_paragraphs(meeting)
    meeting.minutes.create(
        number=1,
        state="published",
        snapshot={"paragraphs": [str(number) for number in range(1, 16)]},
        issued_at=NINE,
        issued_by=ed,
        approved_at=NINE,
        approved_by=ben,
        published_at=NINE,
        published_by=ed,
    )
    added = story.line(told["missing"], "Between.", position=told["kept"].position)
    told["kept"].delete()

    number_paragraphs(meeting)

    added.refresh_from_db()
    told["secret"].refresh_from_db()
    assert (added.paragraph, told["secret"].paragraph) == ("8a", "10")
