"""A meeting's rows → its record, as plain values and as YAML."""

import yaml

from committee.order import in_order
from meetings.hours import beginnings, hours_of
from meetings.models import Meeting
from meetings.records import shape
from meetings.records.parse import SCHEMA
from proposals.models import Unanimity

DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
UNANIMOUS = {Unanimity.UNANIMOUS: True, Unanimity.MAJORITY: False, Unanimity.NOT_STATED: None}


class _Dumper(DUMPER):
    """Block style, and tables line by line as they were written."""


def _text(dumper, text):
    text = str(text)  # a choice is a text too
    lines = text.split("\n")
    block = len(lines) > 1 and all(line and line == line.strip() for line in lines)
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if block else None)


_Dumper.add_multi_representer(str, _text)
_Dumper.add_representer(str, _text)


def as_yaml(data: dict) -> str:
    """A record as YAML, in the order of the format."""
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)


def record_of(meeting: Meeting) -> dict:
    """The record of ``meeting``. It holds restricted words: never for the public."""
    keys = dict(meeting.meeting_papers.values_list("paper", "key"))
    record = {
        "schema": SCHEMA,
        "source": meeting.source,
        "committee": meeting.committee_name,
        "meeting": _meeting(meeting),
        "people": [_person(row) for row in meeting.attendances.all()],
        "proposals": [_proposal(row) for row in meeting.meeting_papers.select_related("paper")],
        "items": _items(meeting, keys),
        "advice": _advice(meeting, keys),
        "actions": [_action(row) for row in meeting.actions.all()],
    }
    return shape.written(record, meeting.record_shape.get("record", {}))


def _time(time) -> str | None:
    return f"{time:%H:%M}" if time else None


def _date(meeting) -> str | None:
    if meeting.on is None:
        return None
    return meeting.on.isoformat()[: {"year": 4, "month": 7}.get(meeting.precision, 10)]


def _meeting(meeting):
    begun, ended = hours_of(meeting)
    node = {
        "title": meeting.title,
        "date": _date(meeting),
        "date_basis": meeting.date_basis,
        "start": _time(begun),
        "end": _time(ended),
        "venue": meeting.venue,
        "chair": meeting.chair_name,
    }
    return shape.written(node, meeting.record_shape.get("meeting", {}))


def _person(row):
    node = {name: getattr(row, name) for name in shape.PERSON[:-1]} | {"attendance": row.presence}
    return shape.written(node, row.record_shape)


def _proposal(row):
    paper = {name: getattr(row.paper, name) for name in shape.PROPOSAL[1:]}
    return shape.written({"key": row.key} | paper, row.record_shape)


def _items(meeting, keys):
    items = in_order(meeting.items.prefetch_related("item_papers", "entries"))
    begun = beginnings(items)
    return [_item(item, keys, begun[item.pk]) for item in items]


def _item(item, keys, begun):
    node = {
        "number": item.number,
        "start": _time(begun),
        "kind": item.kind,
        "title": item.title,
        "lead": item.lead,
        "proposals": [keys[link.paper_id] for link in item.item_papers.all()],
        "entries": _lines(item.entries.all(), _entry),
    }
    if item.restricted:
        node["restricted"] = item.restricted_reason
    return shape.written(node, item.record_shape)


def _lines(rows, node_of):
    """Rows as nested nodes, siblings in the order of their positions."""
    under = {}
    for row in sorted(rows, key=lambda row: (row.position, row.pk)):
        under.setdefault(row.parent_id, []).append(row)

    def nodes(parent):
        return [_with_replies(node_of(row), row, nodes(row.pk)) for row in under.get(parent, [])]

    return nodes(None)


def _with_replies(node, row, replies):
    if row.restricted:
        node["restricted"] = row.restricted_reason
    if replies:
        node["entries"] = replies
    return shape.written(node, row.record_shape)


def _entry(row):
    node = {"kind": row.kind, "speaker": row.speaker, "text": row.text}
    return node | {"after_presenter_left": True} if row.after_presenter_left else node


def _advice(meeting, keys):
    given = meeting.advice_given.select_related("advice").prefetch_related(
        "advice__lines", "advice__decisions__outcome", "advice__decisions__decision_papers"
    )
    return [_group(row.advice, keys) for row in given if not _only_settles(row.advice)]


def _only_settles(advice) -> bool:
    """Whether it only says what became of earlier points, for which records have no place."""
    says_more = advice.decisions.all() or advice.lines.all()
    return not says_more and advice.rulings.exists()


def _group(advice, keys):
    node = {
        "heading": advice.heading,
        "decisions": [_decision(decision, keys) for decision in advice.decisions.all()],
        "entries": _lines(advice.lines.all(), lambda row: {"kind": row.kind, "text": row.text}),
    }
    return shape.written(node, advice.record_shape)


def _decision(decision, keys):
    node = {
        "proposals": [keys[link.paper_id] for link in decision.decision_papers.all()],
        "outcome": decision.outcome.letter if decision.outcome else None,
        "unanimous": UNANIMOUS[decision.unanimity],
        "text": decision.wording,
    }
    return shape.written(node, decision.record_shape)


def _action(row):
    node = {"item": row.item_label, "owner": row.owner, "due": row.due, "text": row.text}
    return shape.written(node, row.record_shape)
