"""Every printed word of a record stands again on the page and in what is printed, in order."""

import re
from difflib import SequenceMatcher
from html import unescape

import pytest
import yaml
from django.template.loader import render_to_string

from committee.models import Person
from meetings.actions import draft_minutes, load_record
from meetings.minutes.rendering import PRINTED
from meetings.records import parse
from tests.meetings.minutes import story
from tests.records import OWN, real

pytestmark = pytest.mark.django_db

REAL = [
    "2019-07-second-formal-meeting",
    "2020-violence-forecasting-meeting",
    "2023-02-08-formal-meeting",
]


def words(text):
    return re.findall(r"[a-z0-9]+(?:'[a-z]+)?", text.lower().replace("’", "'").replace("‘", "'"))


def words_on(html):
    return words(unescape(re.sub(r"<[^>]*>", " ", re.sub(r"(?s)<head>.*?</head>", " ", html))))


def printed(record):
    """The words of a record as printed: items and their lines, then advice and its decisions."""

    def lines(nodes):
        for node in nodes or ():
            yield node.get("text")
            yield from lines(node.get("entries"))

    for item in record["items"]:
        yield item.get("title")
        yield from lines(item.get("entries"))
    for advice in record.get("advice") or ():
        yield advice.get("heading")
        yield from lines(advice.get("entries"))
        for decision in advice.get("decisions") or ():
            yield decision.get("text")


def recall(source, output):
    """The share of ``source`` found again in runs of three words, and in its order."""
    runs = set(zip(output, output[1:], output[2:], strict=False))
    found = [False] * len(source)
    for place, run in enumerate(zip(source, source[1:], source[2:], strict=False)):
        if run in runs:
            found[place : place + 3] = [True] * 3
    blocks = SequenceMatcher(None, source, output, autojunk=False).get_matching_blocks()
    return sum(found) / len(source), sum(block.size for block in blocks) / len(source)


def publish(raw):
    clock = Person.objects.clock()
    meeting = load_record(parse(raw), by=clock)
    version = story.to_publication(draft_minutes(meeting, by=clock), ben=clock, ed=clock)
    return yaml.safe_load(raw), version


def on_paper(version):
    page = {"document": {"title": "Minutes", "ordered_at": "2026-03-02T09:00:00Z"}}
    return render_to_string(PRINTED, version.snapshot | page)


@pytest.mark.parametrize("name", REAL)
def test_real_records_are_published_word_for_word(name):
    record, version = publish(real(name))
    source = words("\n".join(filter(None, printed(record))))

    anywhere, in_order = recall(source, words_on(version.html))

    assert anywhere >= 0.99
    assert in_order >= 0.90
    assert recall(source, words_on(on_paper(version)))[0] >= 0.98


@pytest.mark.parametrize("name", REAL)
def test_everybody_in_a_real_record_is_named(name):
    record, version = publish(real(name))
    page = " ".join(unescape(re.sub(r"<[^>]*>", " ", version.html)).split())

    assert [each["name"] or each["initials"] for each in record["people"]] == [
        each["name"] or each["initials"]
        for each in record["people"]
        if (each["name"] or each["initials"]) in page
    ]


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_no_word_of_our_own_records_is_lost(path):
    record, version = publish(path.read_bytes())
    source = words("\n".join(filter(None, printed(record))))

    for output in (words_on(version.html), words_on(on_paper(version))):
        assert set(source) <= set(output)


def test_the_advice_of_2020_stands_in_its_two_sessions():
    _, version = publish(real("2020-violence-forecasting-meeting"))

    standing = {
        section["title"]: [given["heading"] for given in section["advice"]]
        for section in version.snapshot["sections"]
        if section["advice"]
    }

    assert [len(headings) for headings in standing.values()] == [5, 2]
    assert standing["Committee Advice and Comments on NDAS"] == [
        "Organised Exploitation", "Violent Crime"
    ]  # fmt: skip


def test_the_matrix_of_2020_is_a_table():
    _, version = publish(real("2020-violence-forecasting-meeting"))

    assert '<th scope="col" class="is-start">Origin / Destination</th>' in version.html
    assert '<th scope="row">Ward A</th><td class="is-num">0.8</td>' in version.html


def test_a_speaker_is_not_repeated_beside_a_text_that_names_them():
    _, version = publish(real("2023-02-08-formal-meeting"))

    assert "Member</span>" not in version.html
