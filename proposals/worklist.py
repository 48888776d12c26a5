"""What proposals leave to be done, for the page /work/: one small function for each concern."""

from django.urls import reverse

from committee.models import Role
from committee.worklist import WorkItem
from proposals.models import AdviceLetter, Paper, ProposalMatch
from proposals.states import LetterState, PaperState


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


CONCERNS = [papers_in_doubt, letters_to_move_on, papers_to_submit]
