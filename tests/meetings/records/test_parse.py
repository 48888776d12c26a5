# ruff: noqa: E501 -- a table of problems is read line by line
import json
import re

import pytest
import yaml

from meetings.records import RecordRefused, parse
from tests.records import OWN, own

FULL = own("full").decode()


def problems_of(raw) -> list[str]:
    with pytest.raises(RecordRefused) as refused:
        parse(raw)
    return str(refused.value).splitlines()


def line_of(words: str) -> int:
    return FULL[: FULL.index(words)].count("\n") + 1


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_a_record_is_read_as_yaml_reads_it(path):
    assert parse(path.read_bytes()).data == yaml.safe_load(path.read_bytes())


@pytest.mark.parametrize("layout", [{"indent": "\t"}, {"ensure_ascii": False}, {}])
def test_json_is_read_too(layout):
    data = yaml.safe_load(FULL)
    data["items"][0]["entries"][0]["text"] = 'Night 🌙 "and"\u2028 day \\ud83c\x7f /'

    assert parse(json.dumps(data, **layout)).data == data


def test_the_same_content_has_the_same_hash_however_it_is_laid_out():
    flow = yaml.safe_dump(yaml.safe_load(FULL), default_flow_style=True)

    assert parse(FULL).sha256 == parse(flow).sha256
    assert parse(FULL).sha256 != parse(FULL.replace("Count", "Tell")).sha256


@pytest.mark.parametrize(
    ("old", "new", "field", "words"),
    [
        ('"2021-10-05"', "2021-10-05", "meeting.date", 'must be text: write it in quotes, "2021-10-05"'),
        ('"2021-10-05"', '"5 October"', "meeting.date", '"5 October" is not a date; write it as "2023-02-08", "2019-07" or "2020"'),
        ('"2021-10-05"', '"2021-02-30"', "meeting.date", '"2021-02-30" is not a date; write it as "2023-02-08", "2019-07" or "2020"'),
        ('"12:15"', "12:15", "meeting.end", 'must be text: write it in quotes, "12:15"'),
        ('"12:15"', '"9.15"', "meeting.end", '"9.15" is not a time; write it as "09:30"'),
        ('"12:15"', '"24:00"', "meeting.end", '"24:00" is not a time; write it as "09:30"'),
        ("stated", "guessed", "meeting.date_basis", '"guessed" is not known; use stated or inferred'),
        ("kind: break", "kind: tea", "items[2].kind", '"tea" is not known; use welcome, apologies, declarations, last_minutes, actions_update, paper, information, discussion, advice, training, other_business, break or close'),
        ("kind: answer", "kind: reply", "items[1].entries[1].entries[0].kind", '"reply" is not known; use point, question, answer, comment, note, heading, action, recommendation or condition'),
        ("stage: update", "stage: third", "proposals[1].stage", '"third" is not known; use in_principle, proposal, final_report, update, addendum, follow_up or information'),
        ("attendance: apologies", "attendance: asleep", "people[3].attendance", '"asleep" is not known; use present, in_attendance, apologies or absent'),
        ("outcome: C", "outcome: F", "advice[0].decisions[0].outcome", '"F" is not known; use A, B, C, D or E'),
        ("unanimous: true", "unanimous: all", "advice[0].decisions[0].unanimous", "must be true, false or null"),
        ("proposals: [lost-dogs]", "proposals: [dogs]", "items[3].proposals[0]", 'no proposal has the key "dogs"'),
        ("proposals: [bike-theft, call-times]", "proposals: [bike-theft, bike-theft]", "items[1].proposals", "names the same one twice"),
        ("- {key: lost-dogs", "- {key: bike-theft, title: Two}\n- {key: lost-dogs", "proposals[2].key", 'the key "bike-theft" is used twice'),
        ("venue: Room", "place: Room", "meeting.place", "is not a key of the format; here are title, date, date_basis, start, end, venue and chair"),
        ("  kind: welcome", "  kind: welcome\n  kind: close", "items[0].kind", "is written twice"),
        ("meeting-record/1", "meeting-record/2", "schema", 'is "meeting-record/2"; this reads "meeting-record/1"'),
        ("lead: [AL, QR]", "lead: AL", "items[1].lead", "must be a list"),
        ("- {item: null,", "- nothing\n- {item: null,", "actions[2]", "must be keys with their values"),
        ("text: Find the dogs.", "text: [Find]", "actions[1].text", "must be text"),
        ("text: Find the dogs.", "text: no", "actions[1].text", 'must be text: write it in quotes, "no"'),
        ("text: Find the dogs.", "text: ", "actions[1].text", "is missing its text"),
        ("text: Find the dogs.", r'text: "Find\0"', "actions[1].text", "has a character no text has ('\\x00')"),
        ("title: Lost dogs,", 'title: "",', "proposals[2].title", "is empty"),
        ("initials: BC", f"initials: {'B' * 17}", "people[0].initials", "has 17 characters; at most 16 are allowed"),
        ("text: A careful paper.", f"text: {'x' * 100_001}", "advice[0].entries[0].text", "has 100,001 characters; at most 100,000 are allowed"),
    ],
)  # fmt: skip
def test_a_problem_names_line_and_field(old, new, field, words):
    line = line_of(old) + (old.startswith("  kind: welcome"))

    assert problems_of(FULL.replace(old, new, 1)) == [f"line {line}, {field}: {words}"]


@pytest.mark.parametrize(
    ("old", "line", "field", "key"),
    [
        ("schema: meeting-record/1\n", 2, "the record", "schema"),
        ('  date: "2021-10-05"\n', 6, "meeting", "date"),
        (", attendance: apologies", 17, "people[3]", "attendance"),
        ("  kind: break\n", None, "items[2]", "kind"),
        (", text: Buy biscuits.", None, "actions[2]", "text"),
    ],
)
def test_a_missing_key_is_named_where_its_group_begins(old, line, field, key):
    (problem,) = problems_of(FULL.replace(old, "", 1))

    assert problem.endswith(f", {field}: lacks the key “{key}”")
    assert line is None or problem.startswith(f"line {line}, ")


def test_all_problems_are_told_at_once_in_the_order_of_the_file():
    raw = FULL.replace("kind: break", "kind: tea").replace("stated", "guessed")

    assert [problem.split(":")[0] for problem in problems_of(raw)] == [
        f"line {line_of('date_basis')}, meeting.date_basis",
        f"line {line_of('kind: break')}, items[2].kind",
    ]


def test_after_twenty_problems_the_rest_are_counted():
    lines = problems_of(FULL.split("actions:")[0] + "actions:\n" + "- {text: 1}\n" * 25)

    assert (len(lines), lines[-1]) == (21, "… and 5 more")


def nested(depth: int) -> str:
    text = "schema: meeting-record/1\nmeeting: {date: null}\nitems:\n- kind: paper\n"
    for level in range(depth):
        indent = "  " * (level + 1)
        text += f"{indent}entries:\n{indent}- kind: point\n{indent}  text: x\n"
    return text


def test_lines_nest_twenty_deep_and_no_deeper():
    assert parse(nested(20))
    assert problems_of(nested(21)) == [
        f"line 66, items[0].entries[0]{'.entries[0]' * 19}.entries: is nested more than 20 deep"
    ]


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"", "line 1, the file: the file is empty"),
        (b"- a\n", "line 1, the record: must be keys with their values"),
        (b"a: [1\nb: 2\n", r"line 2, the file: is not readable as YAML: .+"),
        (b'{"a": 1,\n"b": }}', r"line 2, the file: is not readable as YAML: .+"),
        (b"a: 1\nb: !!python/object:os.system x\n", "line 2, the file: uses the tag .+; a record has none"),
        (b"a: !!set {x}\n", "line 1, the file: uses the tag .+; a record has none"),
        (b"a: 1\n---\nb: 2\n", "line 2, the file: holds more than one document"),
        (b"a: 1\nb: \xff\n", "line 2, the file: is not UTF-8 text"),
        (b"a: 1\nb: \x07\n", r"line 2, the file: has a control character \('\\x07'\)"),
        (b"a: " + b"[" * 61, "line 1, the file: is nested too deep"),
        (b'{"a":' + b"[" * 200_000 + b"]" * 200_000 + b"}", "line 1, the file: is nested too deep"),
        (b" " * (20 * 1024 * 1024 + 1), "line 1, the file: the file is larger than 20 MB"),
        (b"? [a]\n: 1\n", r"line 1, \?: is not a key of the format; .+"),
    ],
)  # fmt: skip
def test_what_is_no_record_is_refused(raw, problem):
    assert re.fullmatch(problem, problems_of(raw)[0])


def test_a_part_may_be_repeated_by_its_alias():
    raw = FULL.replace("proposals: [lost-dogs]", "proposals: &dogs [lost-dogs]")
    raw = raw.replace(
        "title: Committee advice\n  lead: []\n  proposals: []",
        "title: Committee advice\n  lead: []\n  proposals: *dogs",
    )

    assert parse(raw).data["items"][4]["proposals"] == ["lost-dogs"]


def test_aliases_cannot_make_a_small_file_endless():
    lines = ["schema: meeting-record/1", "meeting: {date: null}", "items:", "- kind: paper"]
    lines += ["  entries: &a0 [{kind: point, text: x}]"]
    for level in range(1, 12):
        entry = f"{{kind: point, text: x, entries: *a{level - 1}}}"
        lines += ["- kind: paper", f"  entries: &a{level} [{', '.join([entry] * 9)}]"]

    (problem,) = problems_of("\n".join(lines))

    assert problem.endswith("its lists together have more than 100,000 parts")


def test_a_part_that_holds_itself_is_refused():
    raw = (
        nested(1)
        .replace("entries:", "entries: &self")
        .replace("text: x", "text: x\n    entries: *self")
    )

    assert "nested more than 20 deep" in problems_of(raw)[0] or "YAML" in problems_of(raw)[0]
