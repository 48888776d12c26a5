"""A record of 200 items and 5,000 lines is put on record and given out again in seconds."""

import time

import pytest

from committee.models import Person
from meetings.actions import load_record
from meetings.records import parse, record_of
from meetings.records.parse import Record
from tests.records import own

pytestmark = pytest.mark.django_db
WORDS = "Members asked what the model makes of long lanes, rain and few bicycles. " * 2


def sized(*, items: int, lines_each: int) -> Record:
    """A record of our own words: each line but the first answers the first."""
    replies = [
        {"kind": "answer", "speaker": "AL", "text": f"{number}. {WORDS}"}
        for number in range(lines_each - 1)
    ]
    question = {"kind": "question", "speaker": "Member", "text": WORDS, "entries": replies}
    proposals = [{"key": f"paper-{number}", "title": f"Lane {number}"} for number in range(items)]
    agenda = [
        {"kind": "paper", "proposals": [paper["key"]], "entries": [question]} for paper in proposals
    ]
    meeting = {"date": "2021-10-05"}
    return Record(
        {
            "schema": "meeting-record/1",
            "meeting": meeting,
            "proposals": proposals,
            "items": agenda,
        }
    )


@pytest.fixture
def clock():
    return Person.objects.clock()


def test_a_large_record_takes_seconds(clock):
    record = sized(items=200, lines_each=25)

    started = time.process_time()
    meeting = load_record(record, by=clock)
    loaded = time.process_time()
    again = record_of(meeting)
    given = time.process_time()

    assert again == record.data
    assert loaded - started < 10
    assert given - loaded < 5


def test_giving_out_a_record_asks_the_database_no_more_for_a_large_one(
    clock, django_assert_num_queries
):
    meetings = [
        load_record(parse(own("full")), by=clock),
        load_record(sized(items=20, lines_each=20), by=clock),
    ]

    for meeting, queries in zip(meetings, (12, 8), strict=True):
        with django_assert_num_queries(queries):
            record_of(meeting)


def test_loading_writes_many_lines_with_few_statements(clock, django_assert_max_num_queries):
    with django_assert_max_num_queries(80):
        load_record(sized(items=1, lines_each=1000), by=clock)
