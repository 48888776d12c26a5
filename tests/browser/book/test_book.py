"""The minute book in a browser: typing, keys, undo, paste, two writers, a failing network."""

import json
import time
from pathlib import Path

import pytest
from playwright.sync_api import expect

from committee.models import LineKind
from meetings.models import Entry, EntryVersion
from meetings.typing import Speaker, parse, rules
from tests import meetings as meetings_tests
from tests.browser.book.hands import on_record, saved, shown, typed


def test_a_question_its_answer_and_an_action_are_typed_by_keyboard_alone(book, item):
    typed(book, "CM: The map shows streets.", "q Member (BC): Why?", "a Because.")
    book.keyboard.press("Enter")
    typed(book, "x Publish the method", "Lab", "9 December")
    saved(book, 4)

    rows = item.entries.order_by("position").values_list("kind", "speaker", "text", "owner", "due")
    assert list(rows) == [
        ("point", "CM", "The map shows streets.", "", ""),
        ("question", "Member", "Why?", "", ""),
        ("answer", None, "Because.", "", ""),
        ("action", None, "Publish the method", "Lab", "9 December"),
    ]
    question = item.entries.get(kind="question")
    assert question.speaker_person.name == "Ben Chair"
    assert item.entries.get(kind="answer").parent == question


def test_questions_and_their_answers_follow_one_another_without_another_key(book, item):
    typed(book, "q One?", "a Yes.", "q Two?", "a No.", "a Or so.", "q Three?")
    rows = [[0, "One?"], [1, "Yes."], [0, "Two?"], [1, "No."], [1, "Or so."], [0, "Three?"]]
    saved(book, 6)
    assert shown(book) == on_record(item) == rows

    book.keyboard.press("ArrowUp")
    book.keyboard.press("Tab")  # it belongs to the one before after all
    saved(book, 6)
    assert on_record(item)[-1] == [1, "Three?"]
    book.keyboard.press("End")
    book.keyboard.press("Enter")
    book.keyboard.type("q ")
    book.keyboard.press("Control+z")  # the letter is a letter, where it was typed
    assert shown(book)[-1] == [1, "q "]


def test_an_action_without_a_day_asks_for_it_no_more(book, item):
    book.context.set_offline(True)  # nothing that comes from the server shows the line again
    typed(book, "x Publish the method", "Lab", "")
    expect(book.locator(".r-ask")).to_have_count(0)
    expect(book.get_by_text("Owner Lab")).to_be_visible()
    book.context.set_offline(False)
    saved(book, 1)


def test_who_speaks_is_offered_in_sight_and_roles_before_titles(book, meeting):
    meeting.attendances.filter(name="Ben Chair").update(name="Prof. Ben Chair")
    book.reload()
    expect(book.locator(".r-line--current textarea")).to_be_focused()
    book.set_viewport_size({"width": 1280, "height": 420})
    typed(book, *["A line."] * 9)
    book.keyboard.type("pr")
    offered = book.locator(".r-complete")
    expect(offered.locator("li").first).to_have_text("Presenter:")
    expect(offered).to_be_in_viewport(ratio=1)


def test_lines_are_nested_moved_joined_and_removed_by_keyboard_alone(book, item):
    typed(book, "one", "two", "three", "four")
    book.keyboard.press("ArrowUp")
    book.keyboard.press("Tab")
    book.keyboard.press("Alt+ArrowUp")
    assert shown(book) == [[0, "one"], [0, "two"], [0, "three"], [1, "four"]]
    book.keyboard.press("Shift+Tab")
    book.keyboard.press("Alt+ArrowUp")
    assert shown(book) == [[0, "one"], [0, "two"], [0, "four"], [0, "three"]]
    book.keyboard.press("Home")
    book.keyboard.press("Backspace")
    assert shown(book) == [[0, "one"], [0, "twofour"], [0, "three"]]
    saved(book, 3)
    assert on_record(item) == shown(book)

    book.keyboard.press("ArrowDown")
    book.keyboard.press("End")
    for _ in range(6):
        book.keyboard.press("Backspace")
    saved(book, 2)
    assert on_record(item) == shown(book) == [[0, "one"], [0, "twofour"]]


def test_a_long_line_is_sent_while_it_is_typed_and_not_at_every_word(book, item):
    words = " ".join(["and the model was tested again on other streets"] * 4)
    book.route("**/sync/", lambda route: (time.sleep(0.3), route.continue_()))  # a server far away
    begun = time.monotonic()
    book.keyboard.type(words, delay=30)
    took = time.monotonic() - begun
    saved(book, 1)

    versions = EntryVersion.objects.filter(item=item).count()
    assert 3 <= versions <= took / 1.2 + 3
    assert item.entries.get().text == words


def test_who_pauses_between_two_words_goes_on_behind_the_blank(book, item):
    book.keyboard.type("Their primary concern ")
    saved(book, 1)

    book.keyboard.type("was bias. ")
    saved(book, 1)
    book.keyboard.type("They said so.")
    saved(book, 1)

    assert shown(book) == [[0, "Their primary concern was bias. They said so."]] == on_record(item)


def test_undo_takes_back_words_kinds_places_and_removals(book, item):
    typed(book, "one", "two")
    book.keyboard.press("ArrowUp")
    book.keyboard.press("Tab")
    book.keyboard.press("Home")
    book.keyboard.type("q ")
    assert shown(book)[1] == [1, "two"]
    for _ in range(2):
        book.keyboard.press("Control+z")  # the letter is a letter again, then it is gone
    book.keyboard.press("Control+z")
    assert shown(book) == [[0, "one"], [0, "two"]]
    book.keyboard.press("Control+Shift+z")
    assert shown(book) == [[0, "one"], [1, "two"]]
    saved(book, 2)

    book.locator(".r-dots").click()
    book.get_by_role("menuitem", name="Remove").click()
    saved(book, 1)
    book.keyboard.press("Control+z")
    saved(book, 2)
    assert on_record(item) == [[0, "one"], [1, "two"]]
    assert set(item.entries.values_list("kind", flat=True)) == {"point"}


def test_a_line_is_split_and_tab_is_no_trap(book, item):
    typed(book, "one two")
    book.keyboard.press("ArrowUp")
    book.keyboard.press("Home")
    for _ in "one":
        book.keyboard.press("ArrowRight")
    book.keyboard.press("Enter")
    assert shown(book) == [[0, "one"], [0, "two"]]
    book.keyboard.press("Escape")
    book.keyboard.press("Tab")
    expect(book.get_by_role("button", name="All keys")).to_be_focused()
    book.keyboard.press("Enter")
    expect(book.get_by_role("dialog")).to_contain_text("Keys of the minute book")
    saved(book, 2)


def test_names_are_completed_from_those_present(book, item):
    book.keyboard.type("Chl")
    expect(book.get_by_role("option").first).to_contain_text("Chloe Member")
    book.keyboard.type(": Good.")
    expect(book.locator(".r-lines--book textarea").first).to_have_value("Good.")
    book.keyboard.press("Enter")
    book.keyboard.type("Mem")
    book.keyboard.press("ArrowDown")
    book.keyboard.press("Enter")
    book.keyboard.type("Indeed.")
    saved(book, 2)

    rows = item.entries.order_by("position").values_list("speaker", "text")
    assert list(rows) == [("CM", "Good."), ("CM", "Indeed.")] or list(rows)[1][1] == "Indeed."


def test_who_really_spoke_shows_in_the_current_line_alone(book, item):
    typed(book, "Member (CM): Why?", "more")
    saved(book, 2)
    expect(book.locator(".r-line__was")).to_have_count(0)
    book.locator(".r-lines--book textarea").first.focus()
    expect(book.locator(".r-line__was")).to_have_text("Chloe Member, seen by secretariat and Chair")


def test_kind_restriction_and_departure_are_set_by_keys(book, item, assert_accessible):
    book.keyboard.type("A name")
    book.keyboard.press("Alt+k")
    book.keyboard.press("c")
    book.keyboard.press("Alt+l")
    book.keyboard.press("Alt+r")
    book.get_by_label("Reason, printed in its place").fill("Personal information")
    book.keyboard.press("Enter")
    saved(book, 1)

    line = item.entries.get()
    assert (line.kind, line.after_presenter_left) == ("comment", True)
    assert line.restricted_reason == "Personal information"
    expect(book.locator(".r-line__more").first).to_contain_text("Personal information")
    assert_accessible(book)


def test_a_line_goes_to_another_item_and_back(book, item, meeting):
    typed(book, "stays", "goes")
    saved(book, 2)
    book.keyboard.press("ArrowUp")
    book.keyboard.press("Alt+m")
    items = book.get_by_label("Item", exact=True)
    items.select_option(label=items.locator("option", has_text="Finance").text_content())
    book.get_by_role("button", name="Move it").click()
    saved(book, 1)
    assert Entry.objects.get(text="goes").item.title == "Finance"
    book.keyboard.press("Control+z")
    saved(book, 2)
    assert on_record(item) == [[0, "stays"], [0, "goes"]]


WORD = """<html><body><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>
<span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span>Streets are <b>named</b></p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o</span>By
month</p><p>CM: Why?</p><script>document.title = "bad"</script></body></html>"""
MAIL = "<ul><li>one<ul><li>two<br></li></ul></li><li>three</li></ul><div>four<br>five</div>"
PLAIN = "1. one\n\t- two\n\t- three\n2) four"


@pytest.mark.parametrize(
    ("html", "text", "rows"),
    [
        (WORD, "", [[0, "Streets are named"], [1, "By month"], [0, "Why?"]]),
        (MAIL, "", [[0, "one"], [1, "two"], [0, "three"], [0, "four"], [0, "five"]]),
        ("", PLAIN, [[0, "one"], [1, "two"], [1, "three"], [0, "four"]]),
    ],
    ids=["Word", "mail", "plain"],
)
def test_what_is_pasted_becomes_nested_lines(book, item, html, text, rows):
    book.evaluate(
        """([html, text]) => {
            const data = new DataTransfer();
            if (html) data.setData("text/html", html);
            data.setData("text/plain", text);
            document.activeElement.dispatchEvent(
                new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}))
        }""",
        [html, text],
    )
    saved(book, len(rows))
    assert shown(book) == on_record(item) == rows


STARTS = ["", "q ", "a  ", "r ", "x", "\\", "\\ ", "Q ", "z ", "  q ", "q\n"]
SPEAKERS = [
    *["", "CM: ", "cm : ", "Chloe Member: ", "chloe member:", "Member: ", "a member: ", "Note: "],
    *["Member (CM): ", "Member(cm) :  ", "Member (ZZ): ", "Presenter (BC) - ", "ABC: ", "Abc: "],
    *["Kim O’Neill: ", "Émile: ", "The Chair: ", "x: ", "2 CM: ", "CM:\t", "CM:\n"],
]
TEXTS = ["", "Why?", "a b: c", "ß and É", "two  words\tthen", "one\ntwo ", "q again", ": odd"]


def test_prefixes_and_speakers_are_read_as_the_server_reads_them(book):
    """A corpus of beginnings, each with each, taken apart by the browser and by Python."""
    cases = [start + who + text for start in STARTS for who in SPEAKERS for text in TEXTS]
    present = [Speaker("Chloe Member", "CM", 8), Speaker("Ben Chair", "BC", 9)]
    present += [Speaker("Kim O’Neill", None, None), Speaker("Émile Zed", "ÉZ", 10)]
    people = [{"name": one.name, "initials": one.initials} for one in present]

    told = book.evaluate(
        """async ([cases, words]) => {
            const { parse } = await import("/static/js/book/typing.js");
            return cases.map((typed) => parse(typed, words));
        }""",
        [cases, rules() | {"people": people}],
    )

    behind = {one.initials: one.person for one in present if one.initials}
    for line, said in zip(cases, told, strict=True):
        meant = parse(line, present)
        assert (said["kind"], said["speaker"], said["text"]) == (
            meant.kind,
            meant.speaker,
            meant.text,
        ), repr(line)
        if said["hidden"]:
            assert behind[said["hidden"]] == meant.person


def test_the_common_cases_of_typing_hold_in_the_browser(book):
    """The cases that the server is held to as well."""
    told = json.loads((Path(meetings_tests.__file__).parent / "typing.json").read_text())
    cases = [case["typed"] for case in told["cases"]]
    found = book.evaluate(
        """async ([cases, words]) => {
            const { parse } = await import("/static/js/book/typing.js");
            return cases.map((typed) => parse(typed, words));
        }""",
        [cases, rules(told["bodies"]) | {"people": told["present"]}],
    )
    blank = {"kind": None, "speaker": None, "hidden": None}
    for case, said in zip(told["cases"], found, strict=True):
        meant = blank | {name: value for name, value in case.items() if name != "typed"}
        assert said == meant, case["typed"]


def test_kinds_are_those_of_the_server(book):
    kinds = book.evaluate("import('/static/js/book/kinds.js').then(one => one.KINDS)")
    assert kinds == dict(LineKind.choices)
