"""A YAML or JSON file as a tree of nodes with line numbers, and nothing dangerous in it."""

import json
import re
from dataclasses import dataclass

import yaml

BYTES = 20 * 1024 * 1024
DEPTH = 60  # of everything; entries have a limit of their own
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
PAIR = re.compile(r"(?<!\\)((?:\\\\)*)\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)
YAML_BREAKS = {"\x7f": "\\u007f", "\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}


@dataclass(frozen=True, order=True)
class Problem:
    """What is wrong with a record, in words for whoever wrote it."""

    line: int
    field: str
    words: str

    def __str__(self):
        return f"line {self.line}, {self.field}: {self.words}"


class RecordRefused(Exception):
    """A record that cannot be loaded: ``problems`` says why, line by line."""

    SHOWN = 20

    def __init__(self, problems: list[Problem]):
        super().__init__(problems)
        self.problems = sorted(problems)

    def __str__(self):
        lines = [str(problem) for problem in self.problems[: self.SHOWN]]
        if len(self.problems) > self.SHOWN:
            lines.append(f"… and {len(self.problems) - self.SHOWN} more")
        return "\n".join(lines)


def read(raw: bytes) -> yaml.Node:
    """The root node of the document ``raw``."""
    if len(raw) > BYTES:
        _stop(1, f"the file is larger than {BYTES // 1024 // 1024} MB")
    text = _text_of(raw)
    if text.lstrip()[:1] == "{":
        text = _json_as_yaml(text)
    if bad := FORBIDDEN.search(text):
        _stop(_line(text, bad.start()), f"has a control character ({bad.group()!a})")
    try:
        _scan(text)
        root = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        _stop(error.problem_mark.line + 1, f"is not readable as YAML: {error.problem}")
    if root is None:
        _stop(1, "the file is empty")
    return root


def _stop(line: int, words: str):
    raise RecordRefused([Problem(line, "the file", words)])


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _text_of(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _stop(raw.count(b"\n", 0, error.start) + 1, "is not UTF-8 text")


def _json_as_yaml(text: str) -> str:
    """JSON spelt so that YAML reads the same from it, line by line."""
    try:
        json.loads(text)
    except json.JSONDecodeError:
        return text  # YAML in flow style, or broken: YAML will tell, with the line
    except RecursionError:
        _stop(1, "is nested too deep")
    text = PAIR.sub(_character, text.replace("\t", " "))
    for character, escape in YAML_BREAKS.items():
        text = text.replace(character, escape)
    return text


def _character(pair) -> str:
    high, low = int(pair[2], 16), int(pair[3], 16)
    return pair[1] + chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def _scan(text: str) -> None:
    """Refuse what no record needs and an attacker would like, before anything is built."""
    depth = documents = 0
    for event in yaml.parse(text, Loader=LOADER):
        line = event.start_mark.line + 1
        documents += isinstance(event, yaml.DocumentStartEvent)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if getattr(event, "tag", None):
            _stop(line, f"uses the tag {event.tag}; a record has none")
        if depth > DEPTH:
            _stop(line, "is nested too deep")
        if documents > 1:
            _stop(line, "holds more than one document")
