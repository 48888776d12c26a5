import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.typing import KINDS, Speaker, Typed, name_speaker, parse, rules

JANE = Speaker("Jane Bailey", "JB", 7)
CLOE = Speaker("Chloe Member", "CM", 8)
GUEST = Speaker("Kim O’Neill", None, None)
ROOM = [JANE, CLOE, GUEST]


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("q Why?", "question"),
        ("a Because.", "answer"),
        ("c Well.", "comment"),
        ("p A thing.", "point"),
        ("n Aside.", "note"),
        ("r Do it well.", "recommendation"),
        ("x Do it.", "action"),
    ],
)
def test_a_letter_and_a_space_set_the_kind(typed, kind):
    assert parse(typed) == Typed(typed[2:], kind)


@pytest.mark.parametrize(
    "typed",
    ["A view was expressed.", "Q Why?", "question", "q", "z thing", "qWhy", "", "5 x 5", ": x"],
)
def test_other_beginnings_are_words(typed):
    assert parse(typed) == Typed(typed)


@pytest.mark.parametrize("typed", ["\\a member asked", "\\ a member asked"])
def test_a_backslash_takes_the_line_as_it_stands(typed):
    assert parse(typed, ROOM) == Typed("a member asked")


def test_a_backslash_saves_a_speaker_too():
    assert parse("\\JB: is a company", ROOM) == Typed("JB: is a company")


@pytest.mark.parametrize("typed", ["JB: Yes.", "jb: Yes.", "JB : Yes.", "Jane Bailey: Yes."])
def test_initials_and_names_of_those_present_name_the_speaker(typed):
    found = parse(typed, ROOM)

    assert (found.text, found.person) == ("Yes.", 7)
    assert found.speaker in {"JB", "Jane Bailey"}


def test_a_guest_is_known_by_name_without_a_person():
    assert parse("kim o’neill: Yes.", ROOM) == Typed("Yes.", None, "Kim O’Neill", None)


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("member: Why?", "Member"),
        ("A member: Why?", "A member"),
        ("Another Member: Why?", "Another member"),
        ("the chair: Why?", "The Chair"),
        ("Presenter: Why?", "Presenter"),
        ("ND: Why?", "ND"),
        ("DPQ: Why?", "DPQ"),
    ],
)
def test_usual_labels_and_bare_initials_are_speakers(typed, label):
    assert parse(typed, ROOM) == Typed("Why?", None, label, None)


@pytest.mark.parametrize(
    ("typed", "label"), [("lab: Why?", "Lab"), ("THE LAB: Why?", "The Lab"), ("ndas: Why?", "NDAS")]
)
def test_bodies_are_speakers_where_there_are_such(typed, label):
    assert parse(typed, ROOM, ["Lab", "NDAS"]) == Typed("Why?", None, label, None)
    assert parse(typed, ROOM, ["Office"]) == Typed(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "Note: see page 4",
        "The Lab said: we do not know",
        "DPIA: done",
        "JB:yes",
        "JB:",
        "Ratio 3: 1 in ten",
        "http://example.org: a link",
        "Member (ZZ): nobody has these initials",
    ],
)
def test_other_colons_are_words(typed):
    assert parse(typed, ROOM) == Typed(typed)


def test_a_label_may_hide_who_it_was():
    assert parse("Member (CM): Why?", ROOM) == Typed("Why?", None, "Member", 8)
    assert parse("member(cm): Why?", ROOM) == Typed("Why?", None, "Member", 8)


def test_kind_and_speaker_together():
    assert parse("q Member (CM):  Why   not?", ROOM) == Typed("Why not?", "question", "Member", 8)
    assert parse("a JB: Because: x", ROOM) == Typed("Because: x", "answer", "JB", 7)


def test_one_prefix_only():
    assert parse("q a thing?").text == "a thing?"
    assert parse("JB: CM: said so", ROOM) == Typed("CM: said so", None, "JB", 7)


def test_lines_of_a_paragraph_are_kept():
    assert parse("q First\nsecond ") == Typed("First\nsecond", "question")


def test_a_point_begins_plainly_with_markup():
    assert parse("**bold**: <b>x</b>") == Typed("**bold**: <b>x</b>")


@given(st.text(max_size=80))
def test_nothing_typed_breaks_it_and_no_word_is_lost(typed):
    found = parse(typed, ROOM)

    assert found.kind is None or found.kind in KINDS.values()
    assert "".join(typed.split()).endswith("".join(found.text.split()))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("", (None, None)),
        ("  ", (None, None)),
        ("jb", ("JB", 7)),
        ("Member (CM)", ("Member", 8)),
        ("Jane Bailey", ("Jane Bailey", 7)),
        ("Inspector Jones of the Yard", ("Inspector Jones of the Yard", None)),
        ("Member (ZZ)", ("Member (ZZ)", None)),
    ],
)
def test_the_field_of_the_speaker_takes_the_same_words_and_any_other(said, expected):
    assert name_speaker(said, ROOM) == expected


CASES = json.loads(Path(__file__).with_name("typing.json").read_text())
PRESENT = [Speaker(one["name"], one["initials"], n) for n, one in enumerate(CASES["present"], 1)]


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["typed"])
def test_the_page_and_the_server_read_a_line_alike(case):
    """The script of the minute book is held to the same cases (static/js/book/typing.js)."""
    found = parse(case["typed"], PRESENT, CASES["bodies"])
    behind = next((one for one in PRESENT if one.person == found.person), None)
    hidden = behind.initials if behind and "hidden" in case else None

    said = (case["text"], case.get("kind"), case.get("speaker"), case.get("hidden"))
    assert (found.text, found.kind, found.speaker, hidden) == said


def test_the_page_is_told_the_rules():
    assert rules()["kinds"] == {letter: str(kind) for letter, kind in KINDS.items()}
    assert "Member" in rules()["labels"]
    assert rules(["Lab"])["labels"] == [*rules()["labels"], "Lab", "The Lab"]
