"""What may be recorded of a count: pure rules over a finding."""

from committee.refusals import Refused
from meetings.tally import ABSTAIN, Finding
from proposals.models import Unanimity


def question_to_the_chair(finding: Finding, letter: str) -> str | None:
    """What the chair has to give a reason for if the outcome is to be ``letter``, or None."""
    if finding.asks:
        return " ".join(f"{ask.fact} {ask.question}" for ask in finding.asks)
    if letter not in (finding.casting or [finding.suggested]):
        return f"{finding.sentence} Give the chair’s reason for another outcome."
    return None


def described(finding: Finding, letter: str) -> str:
    """The most that may be said of how the vote went for ``letter``."""
    if letter not in finding.leading:
        return Unanimity.NOT_STATED
    if finding.is_unanimous:
        return Unanimity.UNANIMOUS
    return Unanimity.MAJORITY if finding.has_majority else Unanimity.NOT_STATED


def why_not_described(finding: Finding, letter: str, unanimity: str) -> str | None:
    """Why the vote for ``letter`` may not be described so: the count does not bear it out."""
    if unanimity == Unanimity.NOT_STATED:
        return None
    most = described(finding, letter)
    if unanimity == Unanimity.UNANIMOUS and most != Unanimity.UNANIMOUS:
        return f"{finding.sentence} That is not unanimous."
    if unanimity == Unanimity.MAJORITY and most == Unanimity.NOT_STATED:
        return f"{finding.sentence} That is not a majority for {letter}."
    return None


def check_said(finding: Finding, letter: str, unanimity: str, reason: str) -> None:
    """Refuse what may not stand on record so: a description too strong, or a reason missing."""
    if letter == ABSTAIN:
        raise Refused("An outcome is one of the letters of the terms.")
    if wrong := why_not_described(finding, letter, unanimity):
        raise Refused(wrong)
    if not reason.strip() and (question := question_to_the_chair(finding, letter)):
        raise Refused(question)
