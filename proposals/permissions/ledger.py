"""Who answers what was asked, who rules on it, who says when something is to come back."""

from committee.models import VOTING_ROLES, Role
from proposals.known import known_to
from proposals.ledger import unruled
from proposals.models import Addressee, Recommendation
from proposals.permissions.common import approves_advice
from proposals.states import RECOMMENDATION_MOVES, AdviceState, LetterState

STANDING = RECOMMENDATION_MOVES["answer_recommendation"][0]


def answer_recommendation(person, recommendation) -> str | None:
    """Only those it is put to; for the offices and the committee the secretariat may enter it."""
    if recommendation.state not in STANDING:
        return _ruled_on(person, recommendation)
    if not person.is_authenticated or not _is_put_to(person, recommendation):
        return "Only those it is put to answer it."
    return None


def _ruled_on(person, recommendation) -> str:
    """How it stands; for those who wait for the letter that tells so only that it will."""
    row = known_to(Recommendation.objects.filter(pk=recommendation.pk), person).get()
    if row.known in STANDING:
        return f"The committee deals with this {_noun(row)}, and will tell you what comes of it."
    return f"This {_noun(row)} is {row.get_state_display().lower()}."


def _is_put_to(person, recommendation) -> bool:
    if recommendation.addressee == Addressee.BODY:
        bodies = person.appointments.bodies_presented()
        papers = recommendation.papers.filter(proposal__submitting_body__in=bodies)
        return person.holds(Role.PRESENTER) and papers.exists()
    if recommendation.addressee == Addressee.COMMITTEE:
        return person.holds(Role.SECRETARIAT, Role.CHAIR, Role.VICE_CHAIR)
    if person.is_secretariat:
        return True
    is_theirs = recommendation.addressee in person.appointments.answered_for()
    return person.holds(Role.OFFICE) and is_theirs


def _noun(recommendation) -> str:
    return recommendation.get_kind_display().lower()


def rule_on_recommendation(person, advice) -> str | None:
    if not person.is_authenticated or not person.holds(*VOTING_ROLES[:2], Role.SECRETARIAT):
        return "Only the chair, the vice chair and the secretariat write advice."
    if advice.state != AdviceState.DRAFTED:
        return "This advice is approved: it can no longer change."
    return None


keep_rest = rule_on_recommendation


def why_silent(advice) -> str | None:
    """That advice being written says nothing of points that its papers answer, if so."""
    points = unruled(advice) if advice.state == AdviceState.DRAFTED else ()
    if not points:
        return None
    *others, last = (point.label for point in points)
    them = f"{', '.join(others)} and {last}" if others else last
    return (
        f"The advice “{advice}” says nothing of {them}, which a paper answers: close it, keep it "
        "open or replace it, or keep open whatever is left."
    )


def close_recommendation(person, ruling) -> str | None:
    """It takes force with the advice that rules so: whoever approves that does this."""
    return approves_advice(person)


keep_recommendation = close_recommendation
replace_recommendation = close_recommendation


def expect_return(person, decision) -> str | None:
    """Until the advice is approved whoever writes it; after that the secretariat and the chair."""
    if person.is_authenticated and person.holds(*VOTING_ROLES[:2], Role.SECRETARIAT):
        return None
    return "Only the chair, the vice chair and the secretariat say when a proposal comes back."


def chase_return(person, expected) -> str | None:
    if not person.is_authenticated or not person.is_secretariat:
        return "Only the secretariat asks after a return."
    if expected.met_by_id:
        return "It has come back."
    if expected.proposal.submitting_body_id is None:
        return "No submitting body is entered for this proposal."
    return None


def revise_recommendation(person, recommendation) -> str | None:
    if not person.is_authenticated or not person.is_secretariat:
        return "Only the secretariat changes to whom a point is put and by when."
    if recommendation.state not in STANDING:
        return f"This {_noun(recommendation)} is {recommendation.get_state_display().lower()}."
    return None


def record_response(person, letter) -> str | None:
    """The office that was advised, or the secretariat for it."""
    if letter.state != LetterState.SENT:
        return "This letter is not sent yet."
    if not person.is_authenticated or not person.holds(Role.SECRETARIAT, Role.OFFICE):
        return "Only the offices that were advised and the secretariat enter a response."
    return None


def record_undertaking(person, _papers) -> str | None:
    if person.is_authenticated and (person.is_clock or person.is_secretariat):
        return None
    return "Only the secretariat records undertakings."
