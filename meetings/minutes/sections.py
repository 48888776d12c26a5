"""The order in which minutes are read: items, the lines under each, and where advice stands."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from committee.models import LineKind
from committee.order import in_order
from meetings.minutes.rows import Rows
from meetings.placing import GIVING, Place, place_of

DEEPEST = 12  # lines nested deeper stand at this level: no reader can follow further


@dataclass
class Node:
    """One line and the lines under it."""

    line: object
    replies: list["Node"] = field(default_factory=list)

    def walk(self) -> Iterator:
        yield self.line
        for reply in self.replies:
            yield from reply.walk()


@dataclass
class Advised:
    """A piece of advice at its place: its lines and the decisions it carries."""

    advice: object
    nodes: list[Node]
    decisions: list


@dataclass
class Section:
    """An item at its place, or None for what belongs under no item."""

    item: object | None
    level: int
    nodes: list[Node] = field(default_factory=list)
    advice: list[Advised] = field(default_factory=list)
    decisions: list = field(default_factory=list)  # without advice: they stand under the paper

    def lines(self) -> Iterator:
        """Every line of the section as it is read."""
        for node in [*self.nodes, *(node for given in self.advice for node in given.nodes)]:
            yield from node.walk()


def sections_of(rows: Rows) -> list[Section]:
    """The minutes in reading order."""
    entries = _by(rows.entries, "item_id")
    sections = [
        Section(item=item, level=item.depth, nodes=trees(entries[item.pk]))
        for item in in_order(rows.items)
    ]
    loose = Section(item=None, level=0)
    _place_advice(rows, sections, loose)
    for decision in rows.decisions_alone:
        papers = {link.paper_id for link in decision.decision_papers.all()}
        place = _under_the_paper(rows, sections, papers)
        (loose if place is None else sections[place]).decisions.append(decision)
    return [*sections, loose] if loose.advice or loose.decisions else sections


def trees(lines) -> list[Node]:
    """``lines``, each under the one it answers; a line whose parent is elsewhere stands first."""
    nodes = {line.pk: Node(line) for line in lines}
    top = []
    under = _by(lines, "parent_id")
    waiting = [(line, None, 1) for line in reversed(lines) if line.parent_id not in nodes]
    while waiting:
        line, parent, level = waiting.pop()
        (parent.replies if parent else top).append(nodes[line.pk])
        heir = nodes[line.pk] if level < DEEPEST else parent
        level = min(level + 1, DEEPEST)
        waiting.extend((reply, heir, level) for reply in reversed(under[line.pk]))
    return top


def _by(rows, name) -> dict:
    found = defaultdict(list)
    for row in rows:
        found[getattr(row, name)].append(row)
    return found


# --- where advice stands


def _place_advice(rows: Rows, sections: list[Section], loose: Section) -> None:
    """Put each piece of advice under the item in which it was given (meetings/placing.py)."""
    agenda = [Place(section.item.kind, frozenset(_on(rows, section))) for section in sections]
    keys = [section.item.pk for section in sections]
    lines = _by(rows.lines, "advice_id")
    before = None
    for given in rows.given:
        decisions = rows.decisions_on(given.advice)
        papers = {link.paper_id for made in decisions for link in made.decision_papers.all()}
        if given.item_id in keys:
            place = keys.index(given.item_id)
        else:
            place = place_of(papers, agenda, before=before)
        block = Advised(given.advice, trees(lines[given.advice_id]), decisions)
        (loose if place is None else sections[place]).advice.append(block)
        before = place


def _under_the_paper(rows, sections, papers) -> int | None:
    """The last section that one of ``papers`` was heard under, advice sessions apart."""
    heard = [number for number, section in enumerate(sections) if papers & _on(rows, section)]
    presented = [number for number in heard if sections[number].item.kind not in GIVING]
    return next(reversed(presented or heard), None)


def _on(rows, section) -> set[int]:
    return {paper.pk for paper in rows.papers_of[section.item.pk]}


def is_numbered(line) -> bool:
    """Whether ``line`` has a paragraph number: headings and lead-ins have none."""
    return line.kind != LineKind.HEADING
