"""More of the scene, in the states it does not have: so that more forms are open at once."""

import datetime as dt

from committee.models import LineKind
from meetings.actions import close_vote
from meetings.models import AgendaItem, Meeting, PrivateNote
from proposals.actions import draft_paper, return_paper, submit_paper
from proposals.ledger import unanswered
from proposals.models import AdviceLetter, Paper, PaperFile, Proposal
from tests.factories import NINE, AgendaItemFactory, MeetingFactory, PaperFactory, VoteFactory
from tests.ledger import answered, asked_of
from tests.paperwork import a_document
from tests.scene import Scene
from tests.writing import say

ASKED = [  # of what kind, to whom
    (LineKind.RECOMMENDATION, "body"), (LineKind.CONDITION, "body"), (LineKind.QUESTION, "body"),
    (LineKind.RECOMMENDATION, "force"), (LineKind.RECOMMENDATION, "office"),
    (LineKind.RECOMMENDATION, "committee"),
]  # fmt: skip


def more_states(scene: Scene, *, by, chair, people) -> None:
    """Add to ``scene`` what follows its meeting and what comes after it; ``people`` own things."""
    proposal, meeting = _of(scene)
    _papers_on_their_way(proposal, by=by)  # which nothing is asked yet
    _asked_before(proposal, by=by, chair=chair)
    _next_meeting(meeting, proposal, by=by)
    _more_to_decide(meeting, proposal, by=by)
    for person in people:
        _of_one(person, meeting, proposal)


def _of(scene: Scene) -> tuple[Proposal, Meeting]:
    return Proposal.objects.get(slug=scene.proposal), Meeting.objects.get(slug=scene.slug)


def _asked_before(proposal, *, by, chair) -> None:
    """Letters that were sent, each with a point to somebody; one is answered, one says who will."""
    before = PaperFactory(proposal=proposal, state="considered", title="Before")
    for kind, addressee in ASKED:
        asked = asked_of(before, kind, f"Do it, {addressee}.", by=chair, addressee=addressee)
        signed = {"state": "sent", "approved_at": NINE, "approved_by": chair}
        AdviceLetter.objects.create(
            advice=asked.line.advice,
            sent_at=NINE,
            sent_by=by,
            document=a_document("ready"),
            **signed,
        )
    answered(asked, by)


def _papers_on_their_way(proposal, *, by) -> None:
    """A paper that came back with reasons, with a file and a section; and a second draft."""
    returned = draft_paper(proposal, by=by, stage="update", title="Came back")
    say(returned, "summary", "Said.", by=by)
    for point in unanswered(returned):
        answered(point, by, paper=returned, given_at=None)
    returned = return_paper(submit_paper(returned, by=by), by=by, reasons=[(None, "Not yet.")])
    for paper in (returned, draft_paper(proposal, by=by, stage="proposal", title="Second")):
        PaperFile.objects.create(
            paper=paper, name="b.pdf", sha256=f"{paper.pk:064d}", size=1, added_by=by,
            media_type="application/pdf",
        )  # fmt: skip


def _next_meeting(meeting, proposal, *, by) -> None:
    """A meeting that is called, with a paper on its agenda and one that waits for a place."""
    called = MeetingFactory(on=meeting.on + dt.timedelta(days=30), state="called")
    item = AgendaItemFactory(meeting=called)
    AgendaItemFactory(meeting=called, parent=item)
    for key in ("placed", "waiting"):
        called.meeting_papers.create(paper=PaperFactory(proposal=proposal, title=key), key=key)
    item.item_papers.create(paper=Paper.objects.get(proposal=proposal, title="placed"))
    called.attendances.create(name="Guest", capacity="guest", presence="apologies", position=1000)


def _more_to_decide(meeting, proposal, *, by) -> None:
    """Another item with a closed vote that has no outcome yet, and advice that asks something."""
    paper = PaperFactory(proposal=proposal, title="Voted on")
    meeting.meeting_papers.create(paper=paper, key="voted")
    item = AgendaItemFactory(meeting=meeting)
    item.item_papers.create(paper=paper)
    vote = VoteFactory(item=item, opened_by=by)
    vote.papers.add(paper)
    close_vote(vote, by=by)
    for given in meeting.advice_given.all():
        given.advice.lines.create(kind="recommendation", text="Go on.", position=9)


def _of_one(person, meeting, proposal) -> None:
    """What each has of their own: a note, a question not yet shared, an interest."""
    item = AgendaItem.objects.filter(meeting=meeting).order_by("pk").last()
    paper = Paper.objects.filter(proposal=proposal, state="accepted").order_by("pk").last()
    PrivateNote.objects.create(member=person, item=item, text="Mine.", written_at=NINE)
    paper.advance_questions.create(text="What of it?", asked_by=person, asked_at=NINE)
