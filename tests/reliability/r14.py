"""R14: two secretaries write under one item, in any order and at once, and no text is lost.

Every text either stands in the minutes, or is in the history of its line, or was handed back to
whoever wrote it, with the other's beside it. And whoever changed a line had seen what it said.
"""

import random
import sys
from concurrent.futures import ThreadPoolExecutor

from meetings.models import Change, Entry, EntryVersion
from tests.factories import AgendaItemFactory, appoint
from tests.reliability.result import Result
from tests.reliability.two_browsers import play
from tests.reliability.writer import Writer, op

TARGET = 1_050  # 50 of them in two browsers
WHAT = "interleavings of two secretaries in which no text was lost or written over unseen"
SIZES = {"small": (12, 1), "full": (1_000, 50)}
TURNS, TOGETHER, PAIRS = 8, 0.4, 3


def run(site, size):
    wanted, browsed = SIZES[size]
    room = site.room(members=2)
    pairs = []
    for _ in range(PAIRS):
        people = [room.secretary, appoint("secretariat")]
        pairs.append([Writer(site.visitor(person), room.meeting) for person in people])
    with ThreadPoolExecutor(PAIRS) as threads:
        told = list(threads.map(_some, pairs, [range(n, wanted, PAIRS) for n in range(PAIRS)]))
    tales = [tale for some in told for tale in some]
    seen, asked, wrong = play(site, browsed)
    wrong += [f"seed {tale.seed}: {words}" for tale in tales for words in tale.wrong]
    for words in wrong:
        sys.stderr.write(f"R14, {words}\n")
    good = sum(not tale.wrong for tale in tales)
    texts = sum(len(tale.sent) for tale in tales)
    back = sum(tale.handed_back for tale in tales)
    what = f"{WHAT}: {texts} texts, {back} handed back with the other's beside them, and "
    what += f"{seen} of {browsed} in two browsers, which asked {asked} times"
    ok = good == wanted and seen == browsed and 0 < back < texts
    return Result(good + seen, wanted + browsed, what, ok=ok)


def _some(writers, seeds):
    from django.db import connection  # noqa: PLC0415 -- of this thread

    with ThreadPoolExecutor(2) as both:
        told = [_Tale(writers, both, seed) for seed in seeds]
    connection.close()
    return told


class _Tale:
    """One item, two writers, a few turns; ``wrong`` says what should not be."""

    def __init__(self, writers, both, seed):
        self.seed, self.dice = seed, random.Random(seed)  # noqa: S311 -- the same tale each time
        self.writers, self.both = writers, both
        self.item = AgendaItemFactory(meeting=writers[0].meeting, position=100 + seed)
        self.sent, self.results, self.repeated = {}, {}, {}
        self.handed_back, self.wrong = 0, []
        for writer in writers:
            writer.lines = {}
        self._take(writers[0], [op("note", item=self.item.pk, text=self._text("0"))])
        for _ in range(TURNS):
            self._turn()
        self._judge()

    def _text(self, who) -> str:
        return f"text {self.seed}-{who}-{len(self.sent)}-{self.dice.randrange(10**9)}"

    def _turn(self):
        """One of them does something, or both do at the same moment."""
        plans = [(writer, self._plan(writer)) for writer in self.writers]
        if self.dice.random() < TOGETHER:
            list(self.both.map(lambda plan: self._take(*plan), plans))
        else:
            self._take(*self.dice.choice(plans))

    def _plan(self, writer) -> list[dict]:
        """What a writer does next, by what their page shows: it may be behind."""
        kind = self.dice.choice(["look", "note", "note", "revise", "revise", "revise", "more"])
        who = str(self.writers.index(writer))
        lines = sorted(writer.lines.values(), key=lambda line: line["pk"])
        if kind == "look" or (kind != "note" and not lines):
            return []
        if kind == "note":
            near = self.dice.choice(lines)["key"] if lines else None
            place = self.dice.choice([{}, {"after": near}, {"parent": near}, {"after": "first"}])
            return [op("note", item=self.item.pk, text=self._text(who), **place)]
        line = self.dice.choice(lines)
        if kind == "more":
            return [self._more(writer, line, lines)]
        first = op("revise", line["key"], version=line["version"], text=self._text(who))
        if self.dice.random() < 0.6:
            return [first]
        text = self._text(f"{who}b")
        return [first, op("revise", line["key"], follows=first["op"], text=text)]

    def _more(self, writer, line, lines):
        do = self.dice.choice(["remove", "move", "restrict", "restore", "again"])
        if do == "again" and writer in self.repeated:
            return self.repeated[writer]
        key, near = line["key"], self.dice.choice(lines)["key"]
        if do == "remove":
            return op("remove", key, version=line["version"])
        if do == "restrict":
            return op("restrict", key, reason="personal information")
        place = self.dice.choice([{"after": near}, {"parent": near}, {}])
        return op("move" if do == "again" else do, key, **place)

    def _take(self, writer, ops):
        if not ops:
            writer.look(self.item)
            return
        for one in ops:
            if "text" in one:
                self.sent[one["op"]] = one
        told = writer.send(*ops)
        for one, result in zip(ops, told, strict=True):
            known = self.results.setdefault(one["op"], result)
            if known["outcome"] != result["outcome"]:
                self.wrong.append(f"{one['op']} was {known['outcome']}, then {result['outcome']}")
        self.repeated[writer] = ops[0]

    # --- afterwards

    def _judge(self):
        current = set(Entry.objects.filter(item=self.item).values_list("text", flat=True))
        kept = {}
        for row in EntryVersion.objects.filter(item=self.item).order_by("pk"):
            kept.setdefault(str(row.key), []).append(row)
        known = {row.text for rows in kept.values() for row in rows}
        for one in self.sent.values():
            result = self.results[one["op"]]
            if result["outcome"] == "done":
                if one["text"] not in current | known:
                    self.wrong.append(f"“{one['text']}” was taken and is nowhere")
                elif one["do"] == "revise":
                    self._judge_edit(one, kept[one["key"]])
            elif not (result["line"] or result["sentence"]):
                self.wrong.append(f"“{one['text']}” was refused without a word")
            else:
                self.handed_back += 1
        self._judge_pages(current)

    def _judge_edit(self, one, rows):
        """The version before an edit is the one that its writer began with."""
        place = next(n for n, row in enumerate(rows) if row.text == one["text"])
        before = [row for row in rows[:place] if row.version < rows[place].version]
        if "follows" in one:
            begun = self.sent[one["follows"]]["text"]
            if self.results[one["follows"]]["outcome"] == "done" and before[-1].text != begun:
                self.wrong.append(f"“{one['text']}” was written over “{before[-1].text}” unseen")
        elif before[-1].version != one["version"]:
            self.wrong.append(f"“{one['text']}” was written over “{before[-1].text}” unseen")

    def _judge_pages(self, current):
        """Both pages, asked for everything or for what is new, show the same: what is there."""
        for writer in self.writers:
            writer.look(self.item)
            shown = {line["text"] for line in writer.lines.values()}
            writer.marks.pop(self.item.pk, None)
            told = writer.look(self.item)
            order = [key for key, _, _ in told["order"]]
            if len(set(order)) != len(order) or {one["text"] for one in told["lines"]} != current:
                self.wrong.append("a page shows other lines than there are")
            if shown != current:
                self.wrong.append(f"a page that followed along shows {shown ^ current} wrongly")
        removed = EntryVersion.objects.filter(item=self.item, change=Change.REMOVED)
        if len(current) + removed.count() < 1:
            self.wrong.append("nothing was written")
