"""Whoever left for an item reads nothing of it, anywhere: canaries in all it holds, every page.

A colleague of the same role opens the same addresses and must meet each canary: else the sweep
would find nothing because there was nothing to find.
"""

import datetime as dt
import re

import pytest

from committee.models import Organisation
from meetings.actions import draft_minutes, issue_draft_minutes
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
from tests.factories import NINE, EntryFactory, MeetingFactory, appoint
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
