"""Who checks a paper before the committee reads it, and keeps what is looked at."""

from committee.lifecycle import why_not_moved
from proposals.states import PaperState


def _only_secretariat(person, what: str) -> str | None:
    if person.is_authenticated and person.is_secretariat:
        return None
    return f"Only the secretariat {what}."


def return_paper(person, paper) -> str | None:
    return _only_secretariat(person, "returns papers") or why_not_moved(paper, "return_paper")


def tick_check(person, paper) -> str | None:
    if reason := _only_secretariat(person, "checks papers"):
        return reason
    if paper.state != PaperState.SUBMITTED:
        return f"This paper is {paper.get_state_display().lower()}: there is nothing to check."
    return None


def add_check_point(person, _subject) -> str | None:
    return _only_secretariat(person, "keeps the check points")


retire_check_point = add_check_point


def match_predecessor(person, _paper) -> str | None:
    return _only_secretariat(person, "says which paper follows which")
