"""A secretary's page of the minute book without its screen: what it sends, and what it knows."""

import time
from uuid import uuid4

from django.urls import reverse


class Writer:
    """Writes lines of ``meeting`` over HTTP and sends again what was not answered."""

    def __init__(self, visitor, meeting):
        self.visitor, self.meeting = visitor, meeting
        self.address = reverse("meetings:sync_lines", args=[meeting.slug])
        self.marks, self.lines = {}, {}  # by item; by key, as they were told

    def send(self, *ops: dict, patience: float = 60) -> list[dict]:
        """What came of ``ops``; until an answer comes they are sent again, as they are."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            try:
                answer = self.visitor.post(self.address, json={"ops": list(ops)})
            except OSError:
                time.sleep(0.05)
                continue
            if answer.status != 200:
                raise AssertionError(f"{answer.status}: {answer.text[:200]}")
            told = answer.json["results"]
            for one in told:
                if one["line"] and one["line"].get("pk"):
                    self.lines[one["key"]] = one["line"]
            return told
        raise TimeoutError("nobody answered")

    def look(self, item) -> dict | None:
        """What is new under ``item`` since this writer looked last."""
        there = reverse("meetings:lines_changed", args=[self.meeting.slug, item.pk])
        answer = self.visitor.get(f"{there}?since={self.marks.get(item.pk, '0')}")
        if answer.status == 204:
            return None
        told = answer.json
        self.marks[item.pk] = told["mark"]
        self.lines |= {line["key"]: line for line in told["lines"]}
        here = {key for key, _, _ in told["order"]}
        self.lines = {key: line for key, line in self.lines.items() if key in here}
        return told


def op(do: str, key: str | None = None, **said) -> dict:
    return {"op": str(uuid4()), "do": do, "key": key or str(uuid4())} | said
