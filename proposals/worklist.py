"""What proposals leave to be done, for the page /work/: one small function for each concern."""

from django.urls import reverse

from committee.worklist import WorkItem
from proposals.models import ProposalMatch


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


CONCERNS = [papers_in_doubt]
