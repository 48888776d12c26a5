import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from committee.post import order_document
from committee.refusals import Refused
from proposals.deadlines import is_late, meant_for
from proposals.ledger import give_answers
from proposals.matching import ask_about_names
from proposals.models import Paper
from proposals.notices import tell_secretariat
from proposals.readiness import readiness_of, stops
from proposals.versions import TEMPLATE, snapshot_of


@act
def submit_paper(paper: Paper, *, by: Person, at: dt.datetime | None = None) -> Paper:
    """Hand a paper in: what it says is frozen as its next version, and the secretariat checks it.

    Raises:
        Refused: something is missing that must be there.
    """
    require(by, "proposals.submit_paper", paper)
    at = at or timezone.now()
    number = paper.versions.count() + 1
    move(paper, "submit_paper", submitted_at=at, is_late=_is_late(paper, at))
    if missing := stops(readiness_of(paper)):
        raise Refused(f"It cannot go in yet. {missing[0].text}: {missing[0].detail.lower()}.")
    give_answers(paper, by=by, at=at)
    ask_about_names(paper)
    snapshot = snapshot_of(paper, number=number, at=at, by=by)
    document = order_document(
        f"paper-{paper.pk}-{number}",
        title=f"{paper}, version {number}"[:255],
        template=TEMPLATE,
        snapshot=snapshot,
        by=by,
    )
    frozen = {"snapshot": snapshot, "submitted_at": at, "submitted_by": by, "document": document}
    paper.versions.create(number=number, **frozen)
    facts = {"version": number, "digest": snapshot["digest"], "is_late": paper.is_late}
    event = record("proposals.submit_paper", paper, by=by, at=at, **facts)
    tell_secretariat(paper, event, besides=by)
    return paper


def _is_late(paper: Paper, at: dt.datetime) -> bool:
    """Past the deadline; who was in time for this meeting stays so when the paper was returned."""
    last = paper.versions.order_by("-number").first()
    before = last.snapshot if last else {"is_late": True}
    meant = (before.get("meeting") or {}).get("slug")
    if meant == paper.wanted_meeting and not before.get("is_late"):
        return False
    return is_late(meant_for(paper), at)
