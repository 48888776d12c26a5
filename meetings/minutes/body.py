"""The body of the minutes: items in order, their lines, and the advice that stands there."""

from committee.models import LineKind
from committee.text import table_in
from meetings.hours import beginnings
from meetings.minutes.outcomes import asked_of, decision_facts, in_agenda_order, paper_facts
from meetings.minutes.redaction import public_line
from meetings.minutes.room import updates_of
from meetings.models import ItemKind
from meetings.placing import GIVING
from meetings.reached import not_reached
from proposals.models import RECOMMENDATION_KINDS, AdviceLine, Result

LINK = ("anchor", "letter", "label", "heading", "item_number")


class Body:
    """Builds the sections of one document, and gathers what was decided on the way."""

    def __init__(self, rows, redaction, anchors):
        self.rows, self.redaction, self.anchors = rows, redaction, anchors
        self.outcomes: list[dict] = []
        self.paragraphs: list[str] = []
        self.unreached = {item.pk for item in not_reached(rows.meeting)}
        self.begun = beginnings(rows.items)
        # minutes taken from a printed source name the speaker in the text, if at all
        self.has_speakers = not rows.meeting.source

    # --- items

    def section(self, section) -> dict:
        """One item, or its mark where it is withheld."""
        self.paragraphs += [line.paragraph for line in section.lines() if line.paragraph]
        reason = self.redaction.of_section(section)
        if section.item is None:
            head = {"anchor": self.anchors.give("item", "advice"), "title": "Advice", "number": ""}
            head |= {"level": 0, "kind": "advice", "starts": "", "lead": [], "papers": []}
            head |= {"is_deferred": False, "id": None}
        else:
            head = self._head(section, withheld=bool(reason))
        if reason:
            numbers = [line.paragraph for line in section.lines() if line.paragraph]
            mark = {"what": "This item", "reason": reason, "paragraphs": _span(numbers)}
            return head | {"withheld": mark, "blocks": [], "advice": [], "decisions": []}
        return head | {
            "withheld": None,
            "blocks": self.blocks(section.nodes),
            "advice": [self._advised(given, head) for given in section.advice],
            "decisions": self._decided(section.decisions, head, heading=""),
        }

    def _head(self, section, *, withheld: bool) -> dict:
        item = section.item
        begun, kind = self.begun[item.pk], item.get_kind_display()
        public = {
            "id": item.pk,
            "anchor": self.anchors.give("item", item.number or ("" if withheld else str(item))),
            "number": item.number or "",
            "level": section.level,
            "starts": f"{begun:%H:%M}" if begun else "",
        }
        if withheld:
            return public | {
                "kind": "withheld", "title": "Item withheld", "lead": [], "papers": [],
                "is_deferred": False,
            }  # fmt: skip
        return public | {
            "kind": item.kind,
            "title": item.title or kind,
            "lead": [str(name) for name in item.lead or []],
            "papers": [] if item.kind in GIVING else self._papers(item),
            "chair": _stood_in(item),
            "updates": updates_of(item.meeting) if item.kind == ItemKind.ACTIONS_UPDATE else [],
            "is_deferred": item.is_deferred,
            "is_unreached": item.pk in self.unreached,
        }

    def _papers(self, item) -> list[dict]:
        hidden = self.redaction.papers
        return [
            paper_facts(paper) for paper in self.rows.papers_of[item.pk] if paper.pk not in hidden
        ]

    # --- lines

    def blocks(self, nodes) -> list[dict]:
        """Top-level lines, cut at headings: each heading with the lines that follow it."""
        blocks = []
        for node in nodes:
            line = self.line(node, withheld="")
            if line["kind"] == LineKind.HEADING and not line["withheld"]:
                blocks.append(_block(heading=line["text"], lines=line.pop("replies")))
                if blocks[-1]["lines"]:
                    blocks[-1]["is_section"] = True
                    blocks.append(_block())
            else:
                blocks = blocks or [_block()]
                blocks[-1]["lines"].append(line)
        return [block for block in blocks if block["heading"] or block["lines"]]

    def line(self, node, *, withheld: str) -> dict:
        """One line and those under it, as the public reads them."""
        line = node.line
        public = public_line(line, withheld=withheld)
        mark = public["withheld"]
        if not mark:
            public |= self._particulars(line)
        if isinstance(line, AdviceLine) and line.kind in RECOMMENDATION_KINDS:
            numbered = getattr(line, "recommendation", None)
            public["asked"] = RECOMMENDATION_KINDS[line.kind].value
            public["ref"] = numbered.label if numbered else ""
        reason = mark["reason"] if mark else ""
        public["replies"] = [self.line(reply, withheld=reason) for reply in node.replies]
        return public

    def _particulars(self, line) -> dict:
        table = table_in(line.text)
        addressee = getattr(line, "addressee", "")
        due = getattr(line, "due", "")
        return {
            "speaker": (getattr(line, "speaker", None) or "") if self.has_speakers else "",
            "after_presenter_left": getattr(line, "after_presenter_left", False),
            "table": table.as_json() if table else None,
            "to": ", ".join(filter(None, [addressee and f"To {addressee}", due and f"due {due}"])),
        }

    # --- advice and decisions

    def _advised(self, given, head: dict) -> dict:
        reason = self.redaction.of_advice(given)
        anchor = self.anchors.give("advice", "withheld" if reason else str(given.advice))
        if reason:
            numbers = [line.paragraph for node in given.nodes for line in node.walk()]
            mark = {"what": "Advice", "reason": reason, "paragraphs": _span(filter(None, numbers))}
            return {
                "anchor": anchor,
                "withheld": mark,
                "heading": "",
                "blocks": [],
                "decisions": [],
            }
        blocks = self.blocks(given.nodes)
        heading = given.advice.heading or ""
        told = {
            "asked": asked_of(blocks),
            "ruled": self.rows.ruled.get(given.advice.pk, []),
        }
        decisions = self._decided(given.decisions, head, heading=heading, told=told)
        public = {"anchor": anchor, "withheld": None, "heading": heading, "blocks": blocks}
        return public | {"ruled": told["ruled"], "decisions": decisions}

    def _decided(self, decisions, head: dict, *, heading: str, told=None) -> list[dict]:
        """The decisions that stand here, each also listed among the outcomes."""
        public = []
        for decision in decisions:
            if not self.redaction.of_decision(decision):
                facts = decision_facts(decision)
                is_silent = _is_silent(decision)
                anchor = head["anchor"] if is_silent else self._anchor(facts)
                place = {"anchor": anchor, "item": head["anchor"], "item_number": head["number"]}
                is_clear = len(facts["papers"]) == len(decisions) == 1
                is_clear = is_clear and (heading or facts["papers"] == head["papers"])
                if not is_silent:
                    public.append(place | facts | {"names_papers": not is_clear})
                self.outcomes.append(place | facts | (told or {"asked": [], "ruled": []}))
        return public

    def _anchor(self, facts) -> str:
        papers = facts["papers"]
        return self.anchors.give("outcome", papers[0]["proposal"]["slug"] if papers else "x")


def body_of(rows, sections, redaction, anchors) -> dict:
    """``sections``, ``outcomes`` and ``paragraphs`` of a snapshot."""
    body = Body(rows, redaction, anchors)
    public = [body.section(section) for section in sections]
    add_links(public, body.outcomes)
    outcomes = [*body.outcomes, *_without_decision(public, body.outcomes)]
    return {
        "sections": public,
        "outcomes": in_agenda_order(outcomes, public),
        "paragraphs": body.paragraphs,
    }


def _stood_in(item) -> str:
    """Who took the chair for this item, where it was not whoever chaired the meeting."""
    same = item.chaired_by_id in {None, item.meeting.chaired_by_id}
    return "" if same else str(item.chaired_by)


def _block(heading="", lines=None) -> dict:
    return {"heading": heading, "is_section": False, "lines": lines or []}


def _is_silent(decision) -> bool:
    """Whether a decision only says that none is on record: it is listed, but no block stands."""
    is_none = decision.result == Result.NO_OUTCOME
    return is_none and not (decision.reason or decision.wording)


def _span(numbers) -> str:
    numbers = list(numbers)
    if len(numbers) > 1:
        return f"Paragraphs {numbers[0]} to {numbers[-1]}"
    return f"Paragraph {numbers[0]}" if numbers else ""


def add_links(sections, outcomes) -> None:
    """Under each item what was decided on its papers: letters, and links to other items."""
    for section in sections:
        papers = {paper["id"] for paper in section["papers"]}
        about = [
            outcome for outcome in outcomes if papers & {paper["id"] for paper in outcome["papers"]}
        ]
        section["letters"] = sorted({outcome["letter"] for outcome in about} - {""})
        section["decided_elsewhere"] = [
            {key: outcome[key] for key in LINK}
            for outcome in about
            if outcome["item"] != section["anchor"]
        ]


def _without_decision(sections, outcomes) -> list[dict]:
    """Papers heard without a decision on record: deferred, or no outcome recorded."""
    decided = {paper["id"] for outcome in outcomes for paper in outcome["papers"]}
    found = []
    for section in sections:
        for paper in section["papers"]:
            if section["kind"] == ItemKind.PAPER and paper["id"] not in decided:
                result = Result.DEFERRED if section["is_deferred"] else Result.NO_OUTCOME
                found.append(_undecided(paper, section, result))
                decided.add(paper["id"])
    return found


def _undecided(paper, section, result) -> dict:
    return {
        "id": None, "anchor": section["anchor"], "item": section["anchor"],
        "item_number": section["number"], "result": result.value,
        "letter": "", "label": result.label, "heading": result.label, "wording": "",
        "is_quoted": False, "reason": "", "unanimity": "", "how": "", "papers": [paper],
        "asked": [],
    }  # fmt: skip
