"""Whoever left for an item reads nothing of it, anywhere: canaries in all it holds, every page.

A colleague of the same role opens the same addresses and must meet each canary: else the sweep
would find nothing because there was nothing to find.
"""

import datetime as dt
import re

import pytest

from committee.models import Organisation
from meetings.actions import (
    close_meeting,
    draft_minutes,
    issue_draft_minutes,
    note_departure,
    start_item,
)
from meetings.minutes.reader import said_to
from meetings.models import ActionPoint, AgendaItem, Entry, Interest, Vote
from proposals.models import (
    AdvanceQuestion,
    AdviceLetter,
    AdviceLine,
    Decision,
    ExpectedReturn,
    Paper,
    PaperFile,
    Proposal,
    Recommendation,
    Response,
)
from tests.factories import NINE, AgendaItemFactory, EntryFactory, MeetingFactory, appoint
from tests.interests import recuse
from tests.ledger import answered, rule
from tests.papers import written
from tests.paperwork import a_document
from tests.publishing import advised, heard
from tests.scene import scene
from tests.test_roles import DECLARED, address

pytestmark = pytest.mark.django_db
ON = dt.date(2026, 3, 2)
FOR_ALL = {
    "PAPER", "SUMMARY", "REFERENCE", "FILE", "PROPOSAL", "QUESTION", "ADVICE", "LINE", "ACTION",
    "LETTER", "OTHERS", "SECTION", "ASKED", "DRAFTED", "DRAFTPAPER", "DRAFTACTION",
    "UNDERTAKEN", "ANSWER", "RULING", "RETURN", "EVIDENCE", "RESPONSE",
}  # fmt: skip
FOR_CHAIR = FOR_ALL | {"ENTRY", "OPENING", "SUGGESTED"}


@pytest.fixture
def place(ed):
    """A meeting under way, and one whose draft is issued; canaries in the item of each."""
    found = scene(on=ON, by=ed, member=appoint("member"))
    keys = found.keys
    paper = Paper.objects.filter(pk=keys["proposals"])
    paper.update(title="PAPER-CANARY", summary="SUMMARY-CANARY", reference="REFERENCE-CANARY")
    evidence = {"kind": "DPIA", "status": "Final", "note": "EVIDENCE-CANARY"}
    written(paper.get(), more={"evidence": [evidence]}, purpose="SECTION-CANARY")
    AdvanceQuestion.objects.filter(state="sent").update(text="ASKED-CANARY")
    Proposal.objects.filter(slug=found.proposal).update(title="PROPOSAL-CANARY")
    PaperFile.objects.update(name="FILE-CANARY.pdf")
    Entry.objects.filter(pk=keys["revise_entry"]).update(text="ENTRY-CANARY")
    Vote.objects.update(question="QUESTION-CANARY")
    Interest.objects.update(nature="OTHERS-CANARY")
    ActionPoint.objects.update(text="ACTION-CANARY")
    advice = Decision.objects.get().advice
    advice.heading = "ADVICE-CANARY"
    advice.save()
    AdviceLine.objects.update(text="LINE-CANARY")
    letter = a_document("queued", title="LETTER-CANARY")
    AdviceLetter.objects.update(opening="OPENING-CANARY", document=letter)
    follow_up(paper.get(), advice, ed)
    found.minuted, found.keys["letter"] = drafted(ed)
    return found


def follow_up(paper, advice, ed) -> None:
    """What comes after advice: an answer, what was made of it, and a return."""
    asked = Recommendation.objects.get(papers=paper, line=None)
    Recommendation.objects.filter(pk=asked.pk).update(text="UNDERTAKEN-CANARY")
    answered(asked, ed, "ANSWER-CANARY")
    rule(advice, asked, "keeps", by=ed, reason="RULING-CANARY")
    ExpectedReturn.objects.update(words="RETURN-CANARY")


def drafted(ed) -> tuple[str, int]:
    """A closed meeting with draft and letter out, and canaries in the item that was left."""
    meeting = MeetingFactory(on=dt.date(2026, 2, 2), state="closed", closed_at=NINE)
    item = heard(meeting)
    item.papers.update(title="DRAFTPAPER-CANARY")
    line = EntryFactory(item=item, text="DRAFTED-CANARY")
    letter = sent(advised(item).advice, ed)
    ActionPoint.objects.create(meeting=meeting, item=item, text="DRAFTACTION-CANARY")
    version = issue_draft_minutes(draft_minutes(meeting, by=ed), by=ed)
    line.refresh_from_db()
    words = {"paragraph": line.paragraph, "line_key": line.key, "before": line.text}
    version.suggestions.create(by=ed, at=NINE, after=f"{line.text} SUGGESTED-CANARY", **words)
    return meeting.slug, letter.pk


def sent(advice, ed) -> AdviceLetter:
    """Advice that went out in a letter, to which an office responded."""
    letter = AdviceLetter.objects.create(
        advice=advice, document=a_document("ready"), state="sent",
        approved_at=NINE, approved_by=ed, sent_at=NINE, sent_by=ed,
    )  # fmt: skip
    Response.objects.create(
        letter=letter, office=Organisation.objects.get(short_name="OPCC"), acceptance="partly",
        reasons="RESPONSE-CANARY", responded_on=ON, entered_at=NINE, entered_by=ed,
    )  # fmt: skip
    return letter


def sweep(client, person, place) -> set[str]:
    """The canaries that ``person`` meets at any address there is."""
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    seen = set()
    for name in DECLARED:
        answer = client.get(address(name, place))
        text = answer.getvalue().decode(errors="replace") + str(answer.headers)
        seen |= set(re.findall(r"([A-Z]+)-CANARY", text))
    return seen


@pytest.mark.parametrize(("role", "expected"), [("member", FOR_ALL), ("chair", FOR_CHAIR)])
def test_whoever_left_meets_no_canary_and_their_colleague_all(client, place, role, expected):
    colleague, recused = appoint(role), appoint(role)
    recuse(recused, *AgendaItem.objects.all())

    assert sweep(client, recused, place) == set()
    met = sweep(client, colleague, place)
    assert met == expected


# --- counts tell as much as words


@pytest.fixture
def items(meeting):
    """Three items of a meeting that needs its three members."""
    meeting.terms.quorum_at_least = 3
    meeting.terms.save()
    return [AgendaItemFactory(meeting=meeting, number=number) for number in ("1", "2", "3")]


def room_of(client, person, panel):
    """The words of one panel of the room, as ``person`` reads them."""
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    html = client.get("/meetings/2026-03-02/room/").text
    found = re.search(rf'<div id="room-{panel}"(.*?)(?=<div id="room-|</main>)', html, re.DOTALL)
    return found[1]


def counts(panel):
    """The numbers and marks of the quorum, and the mark beside each name."""
    said = re.search(r'<p class="r-big">(.*?)</p>', panel, re.DOTALL)
    pips = re.findall(r"de-pip--recused", panel)
    return said and said[1], len(pips)


def test_between_items_everybody_counts_for_everybody(client, meeting, items, chloe, dev):
    recuse(chloe, items[0])

    told = {counts(room_of(client, person, "present")) for person in (chloe, dev)}

    assert told == {("<b>3 of 3</b> voting members here, 3 needed", 0)}


def test_the_counts_of_an_item_are_told_to_those_in_the_room_alone(
    client, meeting, items, ed, chloe, dev
):
    recuse(chloe, items[0])
    start_item(items[0], by=ed)

    assert counts(room_of(client, dev, "present"))[0].startswith("<b>2 may vote</b> on item 1")
    assert counts(room_of(client, chloe, "present")) == (None, 0)


def test_a_secretary_who_left_reads_no_count_of_it(client, meeting, items, ed, chloe):
    recuse(chloe, items[0])
    recuse(ed, items[0])
    start_item(items[0], by=ed)

    assert counts(room_of(client, ed, "here")) == (None, 0)
    assert "uorate" not in room_of(client, ed, "clock")


def test_who_left_is_called_back_for_an_item_that_is_open_to_them(
    client, meeting, items, ed, chloe
):
    recuse(chloe, *items[:2])
    start_item(items[0], by=ed)

    said = room_of(client, chloe, "call")

    assert f"you are called back for {items[2]}, expected at about" in " ".join(said.split())


def test_who_left_for_all_that_waits_is_called_back_when_it_is_over(
    client, meeting, items, ed, chloe
):
    recuse(chloe, *items)
    start_item(items[0], by=ed)

    assert "you are called back when it is over." in room_of(client, chloe, "call")


def test_a_draft_tells_who_left_no_count_of_the_item(meeting, items, ed, ben, chloe, dev):
    for person in (chloe, dev):
        recuse(person, items[1])
    start_item(items[0], by=ed, at=NINE)
    start_item(items[1], by=ed, at=NINE)
    note_departure(meeting.attendances.get(person=ben), by=ed, at=NINE)
    close_meeting(meeting, by=ed, at=NINE)
    version = issue_draft_minutes(meeting.minutes.get(), by=ed)
    room = {person: said_to(version, person)["room"] for person in (ben, chloe)}

    first = "The meeting was quorate from 09:00: 3 could vote, 3 were needed."
    lost = "The meeting was no longer quorate from 09:00, during item 2: 1 could vote,"
    assert room[ben]["quorum"] == [first, f"{lost} 3 were needed."]
    assert room[chloe]["quorum"] == [first]
    assert len(room[ben]["coming_and_going"]) == 1
    assert room[chloe]["coming_and_going"] == []
    declared = [f"{one} declared an interest in item 2 and left the room for it." for one in
                (chloe, dev)]  # fmt: skip
    assert (room[ben]["declarations"], room[chloe]["declarations"]) == (declared, declared[:1])


def test_a_draft_tells_who_left_for_the_first_item_not_how_it_began(meeting, items, ed, ben, chloe):
    recuse(chloe, items[0])
    start_item(items[0], by=ed, at=NINE)
    start_item(items[1], by=ed, at=NINE)
    close_meeting(meeting, by=ed, at=NINE)
    version = issue_draft_minutes(meeting.minutes.get(), by=ed)

    assert len(said_to(version, ben)["room"]["quorum"]) == 2
    assert said_to(version, chloe)["room"]["quorum"] == [
        "The meeting was quorate again from 09:00, during item 2: 3 could vote, 3 were needed."
    ]
