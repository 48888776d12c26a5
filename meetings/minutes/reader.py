"""A draft as one reader may read it: without what an interest closes to them."""

import re
from copy import deepcopy

from meetings.interests import Closed, closed_to
from meetings.minutes.body import add_links
from proposals.models import Recommendation, normalised

MARK = {
    "how": "closed to you",
    "reason": "You declared an interest. It is open to you once the minutes are published.",
}


def said_to(version, person) -> dict:
    """The text of ``version`` for ``person``: the frozen words, less what is closed to them."""
    said, closed = deepcopy(version.snapshot), closed_to(person)
    if version.meeting_id not in closed.meetings:
        return said
    repeated = set()
    points = Recommendation.objects.filter(papers__in=closed.papers)
    labels = {point.label for point in points}
    for section in said["sections"]:
        if section["id"] in closed.items:
            repeated |= {normalised(text) for text in _texts(section)}
            _withhold(section)
        _leave_out_papers(section, closed)
        for given in section["advice"]:
            ruled = [one for one in given.get("ruled", ()) if one["asked"] not in labels]
            given["ruled"] = [] if given["withheld"] else ruled
    hidden = {section["anchor"] for section in said["sections"] if section["withheld"]}
    said["outcomes"] = [
        one for one in said["outcomes"] if one["item"] not in hidden and not _about(one, closed)
    ]
    closed_ones = [section for section in said["sections"] if section["id"] in closed.items]
    if closed_ones and "room" in said:
        _leave_out_of_the_room(said["room"], closed_ones, version.meeting, person)
    add_links(said["sections"], said["outcomes"])
    said["actions"] = [_action(one, closed, repeated) for one in said["actions"]]
    return said


def _withhold(section: dict) -> None:
    """Leave of an item its number and its title."""
    section |= {"blocks": [], "advice": [], "decisions": [], "papers": [], "lead": []}
    section["withheld"] = MARK | {"what": "This item", "paragraphs": ""}


def _leave_out_of_the_room(room: dict, sections: list[dict], meeting, person) -> None:
    """What names such an item: how many could vote, who came, what others declared."""
    begun = meeting.quorum_changes.first()
    if room["quorum"] and begun and begun.item_id in {section["id"] for section in sections}:
        room["quorum"] = room["quorum"][1:]  # of the first item, which it does not name
    names = [f"item {one['number']}" if one["number"] else f"“{one['title']}”" for one in sections]
    about = re.compile("|".join(rf"{re.escape(name)}(?!\w)" for name in names))
    for kind, sentences in room.items():
        room[kind] = [
            said for said in sentences if said.startswith(str(person)) or not about.search(said)
        ]


def _leave_out_papers(section: dict, closed: Closed) -> None:
    """What is said of a closed paper under an item that is open."""
    section["papers"] = [one for one in section["papers"] if one["id"] not in closed.papers]
    section["decisions"] = [one for one in section["decisions"] if not _about(one, closed)]
    for given in section["advice"]:
        if any(_about(made, closed) for made in given["decisions"]):
            given |= {"heading": "", "blocks": [], "decisions": []}
            given["withheld"] = MARK | {"what": "Advice", "paragraphs": ""}


def _about(decided: dict, closed: Closed) -> bool:
    return any(paper["id"] in closed.papers for paper in decided["papers"])


def _action(action: dict, closed: Closed, repeated: set[str]) -> dict:
    """``action``, or its mark: it was given under a closed item, or repeats a line of it."""
    known = not action["withheld"]
    if known and (action["under"] in closed.items or normalised(action["text"]) in repeated):
        return {"withheld": MARK | {"what": "One action"}}
    return action


def _texts(section: dict):
    parts = [section, *section["advice"]]
    waiting = [line for part in parts for block in part["blocks"] for line in block["lines"]]
    while waiting:
        line = waiting.pop()
        if not line["withheld"]:
            yield line["text"]
        waiting.extend(line["replies"])
