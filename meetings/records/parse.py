"""A file of words → a checked meeting record, or every problem it has, line by line."""

import datetime as dt
import hashlib
import json
from dataclasses import dataclass

from committee.models import LineKind
from meetings.models import (
    ActionPoint,
    AgendaItem,
    Attendance,
    DateBasis,
    Entry,
    ItemKind,
    Meeting,
    MeetingPaper,
    Precision,
    Presence,
)
from meetings.records.document import Problem, RecordRefused, read
from meetings.records.fields import (
    Clock,
    Day,
    Fixed,
    Flag,
    Group,
    Key,
    ListOf,
    OneOf,
    Reader,
    Words,
    first_day,
)
from proposals.models import Advice, Paper, Stage

SCHEMA = "meeting-record/1"
PRECISIONS = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}
LONG = 100_000  # characters of one text

__all__ = ["SCHEMA", "Problem", "Record", "RecordRefused", "parse"]


def _words(model, name: str, **options) -> Words:
    return Words(model._meta.get_field(name).max_length or LONG, **options)


def _key(**options) -> Key:
    return Key(MeetingPaper._meta.get_field("key").max_length, null=False, least=1, **options)


def _one_of(choices, **options) -> OneOf:
    return OneOf(LONG, choices=tuple(choices), **options)


def _line(**more) -> Group:
    """A line of minutes or advice; its own ``entries`` are lines like it."""
    line = Group(  # `restricted` and `after_presenter_left` are our own: docs/records.md
        kind=_one_of(LineKind.values, required=True, null=False),
        speaker=_words(Entry, "speaker"),
        text=Words(LONG, required=True, null=False),
        restricted=_words(Entry, "restricted_reason", null=False, least=1),
        **more,
    )
    line.fields["entries"] = ListOf(line)
    return line


MEETING = Group(
    required=True,
    title=_words(Meeting, "title"),
    date=Day(LONG, required=True),
    date_basis=_one_of(DateBasis.values),
    start=Clock(LONG),
    end=Clock(LONG),
    venue=_words(Meeting, "venue"),
    chair=_words(Meeting, "chair_name"),
)
PERSON = Group(
    name=_words(Attendance, "name"),
    initials=_words(Attendance, "initials"),
    rank=_words(Attendance, "rank"),
    role=_words(Attendance, "role"),
    organisation=_words(Attendance, "organisation"),
    attendance=_one_of(Presence.values, required=True, null=False),
)
PROPOSAL = Group(
    key=_key(declares=True, required=True),
    reference=_words(Paper, "reference"),
    title=_words(Paper, "title", least=1),
    submitted_by=_words(Paper, "submitted_by"),
    stage=_one_of(Stage.values),
    stage_text=Words(LONG),
)
ITEM = Group(
    number=_words(AgendaItem, "number"),
    start=Clock(LONG),
    kind=_one_of(ItemKind.values, required=True, null=False),
    title=_words(AgendaItem, "title"),
    lead=ListOf(_words(Entry, "speaker", null=False)),
    proposals=ListOf(_key(), distinct=True),
    entries=ListOf(_line(after_presenter_left=Flag())),
    restricted=_words(AgendaItem, "restricted_reason", null=False, least=1),
)
DECISION = Group(
    proposals=ListOf(_key(), required=True, distinct=True),
    outcome=_one_of("ABCDE"),
    unanimous=Flag(),
    text=Words(LONG),
)
ADVICE = Group(
    heading=_words(Advice, "heading"),
    decisions=ListOf(DECISION),
    entries=ListOf(_line()),
)
ACTION = Group(
    item=_words(ActionPoint, "item_label"),
    owner=_words(ActionPoint, "owner"),
    due=_words(ActionPoint, "due"),
    text=Words(LONG, required=True, null=False),
)
RECORD = Group(
    schema=Fixed(LONG, required=True, null=False, value=SCHEMA),
    source=_words(Meeting, "source"),
    committee=_words(Meeting, "committee_name"),
    meeting=MEETING,
    people=ListOf(PERSON),
    proposals=ListOf(PROPOSAL),
    items=ListOf(ITEM, required=True),
    advice=ListOf(ADVICE),
    actions=ListOf(ACTION),
)


@dataclass(frozen=True)
class Record:
    """One meeting, checked: plain values in the keys of the format."""

    data: dict

    @property
    def sha256(self) -> str:
        """The same for the same content, however the file is laid out."""
        canonical = json.dumps(self.data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()

    @property
    def day(self) -> tuple[dt.date | None, Precision]:
        """The first day of the date, and how much of the date is known."""
        date = self.data["meeting"]["date"]
        if date is None:
            return None, Precision.UNKNOWN
        return first_day(date), PRECISIONS[len(date)]


def parse(raw: bytes | str) -> Record:
    """The record in a file's bytes.

    Raises:
        RecordRefused: with all its problems, each naming line and field.
    """
    root = read(raw.encode(errors="surrogatepass") if isinstance(raw, str) else raw)
    reader = Reader()
    data = RECORD.read(reader, root)
    if reader.problems:
        raise RecordRefused(reader.problems)
    return Record(data)
