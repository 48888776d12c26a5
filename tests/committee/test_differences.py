import pytest

from committee.differences import differences, redline


def marked(pieces):
    return "".join(f"[{piece.text}]" if piece.is_changed else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("before", "after", "old", "new"),
    [
        ("Same.", "Same.", "Same.", "Same."),
        ("over five years", "over three years", "over [five] years", "over [three] years"),
        ("were noted", "were not noted", "were noted", "were [not ]noted"),
        ("one two three", "four five six", "[one two three]", "[four five six]"),
        ("", "New.", "", "[New.]"),
        ("Old.", "", "[Old.]", ""),
        ("a <b> c", "a <i> c", "a <[b]> c", "a <[i]> c"),
    ],
)
def test_what_differs_is_marked_word_by_word(before, after, old, new):
    one, other = differences(before, after)

    assert (marked(one), marked(other)) == (old, new)


@pytest.mark.parametrize("text", ["", "One.", "Much  space\nand 1.5 %, “quotes” – dashes"])
def test_no_character_is_lost(text):
    one, other = differences(text, f"{text} more")

    assert "".join(piece.text for piece in one) == text
    assert "".join(piece.text for piece in other) == f"{text} more"


def redlined(before, after):
    signs = {(False, False): "{}", (True, False): "[-{}-]", (False, True): "[+{}+]"}
    return "".join(
        signs[mark.is_gone, mark.is_new].format(mark.text) for mark in redline(before, after)
    )


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("Same.", "Same.", "Same."),
        ("over five years", "over three years", "over [-five-][+three+] years"),
        ("were noted", "were not noted", "were [+not +]noted"),
        ("one two three", "four five six", "[-one two three-][+four five six+]"),
        ("", "New.", "[+New.+]"),
        ("Old.", "", "[-Old.-]"),
        ("Kept.\n\nOld one.\n", "Kept.\n\nNew one.\n", "Kept.\n\n[-Old-][+New+] one.\n"),
        ("A <b>", "A <i>", "A <[-b-][+i+]>"),
    ],
)
def test_a_redline_tells_both_texts_as_one(before, after, shown):
    assert redlined(before, after) == shown


def test_a_redline_loses_no_word():
    before, after = "Two  spaces\n\nand a line\nmore", "Two spaces\n\nand the line\n\nagain, more"
    marks = redline(before, after)

    assert "".join(mark.text for mark in marks if not mark.is_new) == before
    assert "".join(mark.text for mark in marks if not mark.is_gone) == after


def test_what_is_rewritten_at_length_is_told_in_one_piece():
    before, after = "one word " * 2000, "another word " * 2000

    assert [(mark.is_gone, mark.is_new) for mark in redline(before, after)] == [
        (True, False),
        (False, True),
    ]
