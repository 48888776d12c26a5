"""What may stand in a field of a record, each kind with the words for what may not."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import partial

import yaml

from meetings.records.document import Problem, RecordRefused

TAG = "tag:yaml.org,2002:"
TRUE = {"yes", "true", "on"}
NESTING = 20
PARTS = 100_000  # of all lists together: aliases may repeat a part, not without end


class Reader:
    """Collects the problems of one record, and the keys its proposals declare."""

    def __init__(self):
        self.problems: list[Problem] = []
        self.keys: set[str] = set()
        self.parts = 0

    def fault(self, node: yaml.Node, path: str, words: str) -> None:
        self.problems.append(Problem(node.start_mark.line + 1, path, words))

    def count(self, node: yaml.SequenceNode, path: str) -> None:
        """Give up on a record whose lists, aliases written out, never seem to end."""
        self.parts += len(node.value)
        if self.parts > PARTS:
            self.fault(node, path, f"its lists together have more than {PARTS:,} parts")
            raise RecordRefused(self.problems)


def _is_null(node) -> bool:
    return node.tag == f"{TAG}null"


def _and(words) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last


@dataclass(frozen=True)
class Words:
    """Text, of at most ``limit`` characters."""

    limit: int
    null: bool = True
    required: bool = False
    least: int = 0

    def read(self, reader: Reader, node, path: str):
        if isinstance(node, yaml.ScalarNode) and _is_null(node) and self.null:
            return None
        if fault := self._fault(node):
            return reader.fault(node, path, fault)
        return self.check(reader, node, path)

    def _fault(self, node) -> str | None:
        """What is wrong with ``node`` as a text, whatever it says."""
        if not isinstance(node, yaml.ScalarNode):
            return "must be text"
        if _is_null(node):
            return "is missing its text"
        if node.tag != f"{TAG}str":
            return f'must be text: write it in quotes, "{node.value[:40]}"'
        return self._unfit(node.value)

    def _unfit(self, value: str) -> str | None:
        if len(value) < self.least:
            return "is empty"
        if len(value) > self.limit:
            return f"has {len(value):,} characters; at most {self.limit:,} are allowed"
        if unfit := re.search("[\x00\ud800-\udfff]", value):
            return f"has a character no text has ({unfit.group()!a})"
        return None

    def check(self, reader, node, path):
        return node.value


@dataclass(frozen=True)
class Fixed(Words):
    """One text and no other."""

    value: str = ""

    def check(self, reader, node, path):
        if node.value != self.value:
            reader.fault(node, path, f'is "{node.value}"; this reads "{self.value}"')
        return node.value


@dataclass(frozen=True)
class OneOf(Words):
    """One of some words."""

    choices: tuple = ()

    def check(self, reader, node, path):
        if node.value not in self.choices:
            reader.fault(node, path, f'"{node.value}" is not known; use {_and(self.choices)}')
        return node.value


@dataclass(frozen=True)
class Clock(Words):
    """A time of day, HH:MM."""

    def check(self, reader, node, path):
        if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", node.value, re.ASCII):
            reader.fault(node, path, f'"{node.value}" is not a time; write it as "09:30"')
        return node.value


@dataclass(frozen=True)
class Day(Words):
    """A date as precisely as it is known: YYYY, YYYY-MM or YYYY-MM-DD."""

    def check(self, reader, node, path):
        try:
            first_day(node.value)
        except ValueError:
            known = '"2023-02-08", "2019-07" or "2020"'
            reader.fault(node, path, f'"{node.value}" is not a date; write it as {known}')
        return node.value


def first_day(date: str) -> dt.date:
    """The first day of a date that is known to the day, month or year."""
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", date, re.ASCII):
        raise ValueError(date)
    year, month, day = [*map(int, date.split("-")), 1, 1][:3]
    return dt.date(year, month, day)


@dataclass(frozen=True)
class Key(Words):
    """The key of a proposal: declared under ``proposals``, used elsewhere."""

    declares: bool = False

    def check(self, reader, node, path):
        if self.declares:
            if node.value in reader.keys:
                reader.fault(node, path, f'the key "{node.value}" is used twice')
            reader.keys.add(node.value)
        elif node.value not in reader.keys:
            reader.fault(node, path, f'no proposal has the key "{node.value}"')
        return node.value


@dataclass(frozen=True)
class Flag:
    """Yes, no, or not said."""

    required: bool = False

    def read(self, reader: Reader, node, path: str):
        if _is_null(node):
            return None
        if node.tag != f"{TAG}bool":
            return reader.fault(node, path, "must be true, false or null")
        return node.value.lower() in TRUE


@dataclass(frozen=True)
class ListOf:
    """A list, each of its parts of one kind."""

    part: object
    required: bool = False
    distinct: bool = False

    def read(self, reader: Reader, node, path: str):
        if _is_null(node) and isinstance(node, yaml.ScalarNode):
            return None
        if not isinstance(node, yaml.SequenceNode):
            return reader.fault(node, path, "must be a list")
        if path.count(".entries") > NESTING:
            return reader.fault(node, path, f"is nested more than {NESTING} deep")
        reader.count(node, path)
        values = [
            self.part.read(reader, child, f"{path}[{index}]")
            for index, child in enumerate(node.value)
        ]
        if self.distinct and len(set(values)) < len(values):
            reader.fault(node, path, "names the same one twice")
        return values


class Group:
    """Keys and their fields. ``fields`` are read in this order, whatever the file's."""

    required = False

    def __init__(self, *, required: bool = False, **fields):
        self.required = required
        self.fields = fields

    def read(self, reader: Reader, node, path: str = ""):
        if not isinstance(node, yaml.MappingNode):
            return reader.fault(node, path or "the record", "must be keys with their values")
        fault = partial(reader.fault, path=path or "the record")
        children = self._children(reader, node, path)
        for name, field in self.fields.items():
            if field.required and name not in children:
                fault(node, words=f"lacks the key “{name}”")
        dot = f"{path}." if path else ""
        values = {
            name: field.read(reader, children[name], f"{dot}{name}")
            for name, field in self.fields.items()
            if name in children
        }
        return {name: values[name] for name in children if name in values}

    def _children(self, reader, node, path) -> dict:
        children = {}
        for key, child in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else "?"
            where = f"{path}.{name}" if path else name
            if name in children:
                reader.fault(key, where, "is written twice")
            elif name not in self.fields:
                reader.fault(key, where, f"is not a key of the format; here are {_names(self)}")
            else:
                children[name] = child
        return children


def _names(group: Group) -> str:
    *most, last = group.fields
    return f"{', '.join(most)} and {last}"
