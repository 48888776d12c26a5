"""Who may do what to case files."""

from committee.closed import open_to
from proposals.models import CaseFileEdition, Paper
from proposals.models.case_file import KEEPERS


def order_case_file(person, case_file) -> str | None:
    """``case_file`` says of which proposal and edition; it need not be in the database yet."""
    if not (person.is_authenticated and person.holds(*KEEPERS)):
        return "Only the secretariat, the chair and the vice chair have case files made."
    if case_file.edition == CaseFileEdition.PUBLIC:
        if not person.is_secretariat:
            return "Only the secretariat has the public edition made."
        if not case_file.proposal.is_public:
            return "No published minutes name this proposal yet."
        return None
    papers = Paper.objects.filter(proposal=case_file.proposal)
    if open_to(papers, person).count() < papers.count():
        return "You declared an interest in a paper of this proposal."
    return None


def finish_case_file(person, _case_file) -> str | None:
    if person.is_authenticated and person.is_clock:
        return None
    return "Case files are made by the system, not by people."


fail_case_file = finish_case_file
