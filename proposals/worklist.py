"""What proposals leave to be done, for the page /work/: one small function for each concern."""

import datetime as dt

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from committee.models import Role
from committee.worklist import WorkItem
from proposals.models import AdviceLetter, Paper, ProposalMatch
from proposals.states import LetterState, PaperState, RecommendationState

RECENT = dt.timedelta(days=60)
LETTERS_SHOWN = 5  # of those with points to answer


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
    letters = AdviceLetter.objects.filter(state__in=wanted).select_related("advice")
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
    """Papers that somebody's own body has begun and not submitted."""
    if not person.holds(Role.PRESENTER):
        return []
    drafts = Paper.objects.visible_to(person).filter(state=PaperState.DRAFT)
    return [
        WorkItem(f"Finish and submit “{paper}”", paper.get_absolute_url(), "Papers")
        for paper in drafts.select_related("proposal")
    ]


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


def points_to_answer(person):
    """For submitting bodies: letters about their papers with points that nobody has answered."""
    if not person.holds(Role.PRESENTER):
        return []
    unanswered = Q(
        advice__lines__recommendation__state=RecommendationState.OPEN,
        advice__lines__restricted=False,
    )
    points = Count("advice__lines__recommendation", filter=unanswered)
    theirs = AdviceLetter.objects.filter(pk__in=AdviceLetter.objects.visible_to(person))
    letters = theirs.annotate(number=points).filter(number__gt=0).select_related("advice")
    newest_first = list(letters.order_by("-sent_at", "-pk"))
    shown, more = newest_first[:LETTERS_SHOWN], len(newest_first[LETTERS_SHOWN:])
    return [*map(_to_answer, shown), *_more_letters(more)]


def _to_answer(letter):
    points = "a point" if letter.number == 1 else f"{letter.number} points"
    return WorkItem(
        f"Answer {points} of {letter.reference}, “{letter.advice}”",
        letter.get_absolute_url(),
        "Minutes and letters",
        letter.advice.occasion,
    )


def _more_letters(number: int) -> list[WorkItem]:
    if not number:
        return []
    words = f"{number} earlier letter{'' if number == 1 else 's'} with points to answer"
    return [WorkItem(words, reverse("proposals:letters"), "Minutes and letters")]


CONCERNS = [
    papers_in_doubt,
    letters_to_move_on,
    letters_received,
    points_to_answer,
    papers_to_submit,
]
