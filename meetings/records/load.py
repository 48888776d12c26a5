"""A checked record → the rows of one meeting. Called inside the act ``load_record``."""

import datetime as dt

from committee.models import Person, TermsOfReference
from meetings.models import ActionPoint, AgendaItem, Attendance, ItemPaper, Meeting
from meetings.records import shape
from meetings.records.capacity import capacity_of
from meetings.records.lines import add_lines, entry_of
from meetings.records.load_advice import put_advice
from meetings.records.load_papers import put_papers
from meetings.records.parse import Record
from meetings.states import MeetingState


def put_on_record(record: Record, *, slug: str) -> Meeting:
    """Every row of the meeting that ``record`` describes."""
    data = record.data
    meeting = _meeting(record, slug)
    _people(meeting, data.get("people") or ())
    papers = put_papers(meeting, data.get("proposals") or ())
    items = _items(meeting, data["items"] or (), papers)
    put_advice(meeting, data, papers, items)
    _actions(meeting, data.get("actions") or (), items)
    return meeting


def _time(text: str | None) -> dt.time | None:
    return dt.time.fromisoformat(text) if text else None


def _only_persons(names: set[str]) -> dict[str, Person]:
    """People by their exact names, without the names that several share."""
    found = {}
    for person in Person.objects.filter(name__in=names):
        found.setdefault(person.name, []).append(person)
    return {name: people[0] for name, people in found.items() if len(people) == 1}


def _meeting(record, slug) -> Meeting:
    data, said = record.data, record.data["meeting"]
    on, precision = record.day
    return Meeting.objects.create(
        slug=slug,
        title=said.get("title"),
        committee_name=data.get("committee"),
        source=data.get("source"),
        on=on,
        precision=precision,
        date_basis=said.get("date_basis"),
        starts_at=_time(said.get("start")),
        ends_at=_time(said.get("end")),
        venue=said.get("venue"),
        chair_name=said.get("chair"),
        chaired_by=_only_persons({said.get("chair")}).get(said.get("chair")),
        terms=TermsOfReference.objects.for_meeting_on(on),
        state=MeetingState.CLOSED,
        record_sha256=record.sha256,
        record_shape={
            "record": shape.shape_of(data, shape.RECORD),
            "meeting": shape.shape_of(said, shape.MEETING),
        },
    )


def _people(meeting, nodes) -> None:
    persons = _only_persons({node.get("name") for node in nodes})
    rows = []
    for position, node in enumerate(nodes):
        words = {name: node.get(name) for name in shape.PERSON[:-1]}
        capacity = capacity_of(
            role=words["role"],
            organisation=words["organisation"],
            rank=words["rank"],
            presence=node["attendance"],
        )
        rows.append(
            Attendance(
                meeting=meeting,
                person=persons.pop(words["name"], None),  # once, should a name come twice
                position=position,
                capacity=capacity,
                presence=node["attendance"],
                record_shape=shape.shape_of(node, shape.PERSON),
                **words,
            )
        )
    Attendance.objects.bulk_create(rows)


def _items(meeting, nodes, papers) -> list[AgendaItem]:
    items = AgendaItem.objects.bulk_create(
        AgendaItem(
            meeting=meeting,
            position=position,
            number=node.get("number"),
            starts_at=_time(node.get("start")),
            kind=node["kind"],
            title=node.get("title"),
            lead=node.get("lead") or [],
            restricted="restricted" in node,
            restricted_reason=node.get("restricted", ""),
            record_shape=shape.shape_of(node, shape.ITEM),
        )
        for position, node in enumerate(nodes)
    )
    ItemPaper.objects.bulk_create(
        ItemPaper(item=item, paper=papers[key], position=position)
        for item, node in zip(items, nodes, strict=True)
        for position, key in enumerate(node.get("proposals") or ())
    )
    add_lines(
        [(item, node.get("entries")) for item, node in zip(items, nodes, strict=True)], entry_of
    )
    return items


def _actions(meeting, nodes, items) -> None:
    ActionPoint.objects.bulk_create(
        ActionPoint(
            meeting=meeting,
            item=_item_called(node.get("item"), items),
            item_label=node.get("item"),
            position=position,
            text=node["text"],
            owner=node.get("owner"),
            due=node.get("due"),
            record_shape=shape.shape_of(node, shape.ACTION),
        )
        for position, node in enumerate(nodes)
    )


def _item_called(label: str | None, items: list[AgendaItem]) -> AgendaItem | None:
    """The item numbered ``label`` in print, else the item at that place of the agenda."""
    for item in items:
        if label is not None and item.number == label:
            return item
    if label and label.isdecimal() and 0 < int(label) <= len(items):
        return items[int(label) - 1]
    return None
