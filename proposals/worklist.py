"""What proposals leave to be done, for the page /work/: one small function for each concern."""

import datetime as dt

from django.db.models import Count
from django.urls import reverse
from django.utils import timezone

from committee.models import Role
from committee.worklist import WorkItem
from proposals.deadlines import coming_meetings, meant_for
from proposals.desk import desk_of
from proposals.models import AdvanceQuestion, AdviceLetter, Paper, ProposalMatch
from proposals.states import (
    STILL_WRITTEN,
    LetterState,
    PaperState,
    QuestionState,
)

RECENT = dt.timedelta(days=60)
FIRST = "First steps"


def items(person) -> list[WorkItem]:
    """Everything of this app that awaits ``person``."""
    return [item for concern in CONCERNS for item in concern(person)]


def papers_in_doubt(person):
    """Papers of loaded records that may belong to a proposal the secretariat has."""
    if not person.is_secretariat:
        return []
    questions = ProposalMatch.objects.open().select_related("paper", "candidate")
    return [
        WorkItem(str(question), reverse("proposals:matches"), "Papers") for question in questions
    ]


def letters_to_move_on(person):
    """Letters of advice to sign (chair) and to send (secretariat)."""
    wanted = []
    if person.holds(Role.CHAIR, Role.VICE_CHAIR):
        wanted.append(LetterState.DRAFTED)
    if person.is_secretariat:
        wanted.append(LetterState.APPROVED)
    letters = (
        AdviceLetter.objects.visible_to(person).filter(state__in=wanted).select_related("advice")
    )
    return [
        WorkItem(
            f"{LETTER_VERBS[letter.state]} on “{letter.advice}”",
            letter.get_absolute_url(),
            "Minutes and letters",
            letter.advice.occasion,
        )
        for letter in letters
    ]


LETTER_VERBS = {
    LetterState.DRAFTED: "Sign the letter of advice",
    LetterState.APPROVED: "Send the letter of advice",
}


def papers_to_submit(person):
    """Papers of somebody's own body that are being written, or were returned to it."""
    if not person.holds(Role.PRESENTER):
        return []
    written = Paper.objects.visible_to(person).filter(state__in=STILL_WRITTEN)
    papers = list(written.select_related("proposal"))
    coming = coming_meetings() if papers else []
    return [_to_submit(paper, meant_for(paper, coming)) for paper in papers]


def _to_submit(paper: Paper, meeting):
    returned = paper.state == PaperState.RETURNED
    verb = "Put right and submit again" if returned else "Finish and submit"
    detail = f"For the meeting of {meeting.date_text}" if meeting else ""
    late = bool(meeting and meeting.days_left is not None and meeting.days_left < 0)
    tag, tone = ("Returned", "wait") if returned else ("Past the deadline", "stop")
    return WorkItem(
        f"{verb} “{paper}”",
        paper.url_to("write_paper"),
        "Papers",
        detail,
        tag=tag if returned or late else "",
        tone=tone,
        due=meeting.due_on if meeting else None,
    )


def letters_received(person):
    """For the offices: letters of advice that came in the last weeks."""
    if not person.holds(Role.OFFICE):
        return []
    since = timezone.now() - RECENT
    letters = AdviceLetter.objects.visible_to(person).filter(sent_at__gte=since)
    return [
        WorkItem(
            f"Read {letter.reference}: advice on “{letter.advice}”",
            letter.get_absolute_url(),
            "Minutes and letters",
            letter.advice.occasion,
        )
        for letter in letters.select_related("advice").order_by("-sent_at")
    ]


def papers_to_begin(person):
    """For submitting bodies: the next step of each proposal of theirs that waits for a paper.

    What was asked about it, and that it is to come back, is one step: a paper that does both.
    """
    if not person.holds(Role.PRESENTER):
        return []
    desk = desk_of(person)
    if not desk.proposals:
        return [_first_step()]
    waiting = [row for row in desk.proposals if row.is_ours]
    begin = [row for row in waiting if not row.paper or row.paper.state not in STILL_WRITTEN]
    return [_to_begin(row) for row in begin]


def _first_step():
    why = "The system or project that the committee is to advise on. Then begin a paper about it."
    return WorkItem("Add your first proposal", reverse("proposals:add_proposal"), FIRST, why)


def _to_begin(row):
    late = bool(row.due and row.due < timezone.localdate())
    return WorkItem(
        f"“{row.proposal}”: {row.text[0].lower()}{row.text[1:]}",
        row.url,
        "Papers",
        f"To come back {row.words}" if row.words else "",
        tag="Overdue" if late else "",
        tone="stop",
        due=row.due,
    )


def questions_in_advance(person):
    """Questions about papers: to send for whoever sends them, to answer for the body."""
    wanted = []
    if person.holds(Role.SECRETARIAT, Role.CHAIR, Role.VICE_CHAIR):
        wanted.append(QuestionState.SHARED)
    if person.holds(Role.PRESENTER):
        wanted.append(QuestionState.SENT)
    asked = AdvanceQuestion.objects.visible_to(person).filter(state__in=wanted)
    asked = asked.filter(paper__state=PaperState.ACCEPTED)
    number = dict(asked.order_by().values_list("paper").annotate(Count("pk")))
    papers = Paper.objects.filter(pk__in=number).select_related("proposal").order_by("pk")
    verb = "Answer" if person.holds(Role.PRESENTER) else "Read and send"
    return [
        WorkItem(
            f"{verb} {_questions(number[paper.pk])} about “{paper}”",
            paper.url_to("questions"),
            "Papers",
            "Asked before the meeting.",
        )
        for paper in papers
    ]


def _questions(number: int) -> str:
    return "a question" if number == 1 else f"{number} questions"


CONCERNS = [
    papers_in_doubt,
    letters_to_move_on,
    letters_received,
    papers_to_submit,
    papers_to_begin,
    questions_in_advance,
]
