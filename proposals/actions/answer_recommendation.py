import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.models import Organisation, Person
from committee.refusals import Refused
from proposals.ledger import citable, take_answer
from proposals.models import Addressee, Answer, Paper, PaperFile, Recommendation
from proposals.notices import secretariat, tell
from proposals.states import STILL_WRITTEN


@act
def answer_recommendation(
    recommendation: Recommendation,
    *,
    by: Person,
    extent: str,
    text: str,
    file: PaperFile | None = None,
    paper: Paper | None = None,
    at: dt.datetime | None = None,
) -> Answer:
    """Say what came of a point: done, partly or not, with reasons and evidence.

    In a ``paper`` it is a draft, given when that is submitted; without one it is given at once,
    and the secretariat is told.
    """
    recommendation.refresh_from_db()
    require(by, "proposals.answer_recommendation", recommendation)
    at = at or timezone.now()
    _check_file(recommendation, paper, file)
    said = {"extent": extent, "text": text, "file": file, "written_at": at, "written_by": by}
    said["body"] = _body_of(recommendation, paper, by)
    if paper is None:
        answer = recommendation.answers.create(given_at=at, **said)
        event = take_answer(answer, by=by, at=at)
        tell(secretariat(besides=by), event, page=recommendation.get_absolute_url())
        return answer
    _check(recommendation, paper)
    answer, _ = Answer.objects.update_or_create(
        recommendation=recommendation, paper=paper, defaults=said | {"given_at": None}
    )
    facts = {"extent": extent, "text": text, "paper": paper.pk}
    record("proposals.answer_recommendation", recommendation, by=by, at=at, given=False, **facts)
    return answer


def _check_file(recommendation, paper: Paper | None, file: PaperFile | None) -> None:
    about = recommendation.papers.values("proposal")
    if file and not citable(paper).filter(pk=file.pk, paper__proposal__in=about).exists():
        raise Refused(
            "Choose a file of this paper, or of one on the proposal that the committee has: "
            "it could not open any other."
        )


def _body_of(recommendation: Recommendation, paper: Paper | None, by: Person):
    """For which of the bodies the point is put to somebody answers, or None: it is no body's."""
    if paper is not None:
        return paper.proposal.submitting_body
    if recommendation.addressee != Addressee.BODY:
        return None
    own = Organisation.objects.filter(pk__in=by.appointments.bodies_presented())
    return own.filter(proposals__papers__recommendations=recommendation).order_by("pk").first()


def _check(recommendation: Recommendation, paper: Paper) -> None:
    paper.refresh_from_db()
    if paper.state not in STILL_WRITTEN:
        raise Refused(f"This paper is {paper.get_state_display().lower()}: it says no more.")
    if not recommendation.papers.filter(proposal=paper.proposal_id).exists():
        raise Refused(f"{recommendation} was asked about another proposal.")
