import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lifecycle import move
from committee.models import Person
from committee.refusals import Refused
from proposals.models import Paper, PaperSection
from proposals.notices import presenters_of, tell
from proposals.said import newest_version


@act
def return_paper(
    paper: Paper, *, by: Person, reasons: list[tuple], at: dt.datetime | None = None
) -> Paper:
    """Give a paper back to its body, with reasons at the sections concerned.

    Args:
        reasons: pairs of a place and a text. The place is a section of the paper, one of
            ReturnPlace, or None: the paper as a whole.
    """
    paper.refresh_from_db()
    require(by, "proposals.return_paper", paper)
    version = newest_version(paper)
    if not reasons:
        raise Refused("Say why the paper comes back: at a section, or as a whole.")
    if version is None:
        raise Refused("No version of this paper is kept, to which the reasons could be added.")
    _check_sections(paper, [place for place, _ in reasons])
    at = at or timezone.now()
    move(paper, "return_paper")
    for place, text in reasons:
        at_place = {"section": place} if isinstance(place, PaperSection) else {"place": place or ""}
        version.reasons.create(text=text, **at_place)
    facts = {"version": version.number, "reasons": len(reasons)}
    event = record("proposals.return_paper", paper, by=by, at=at, **facts)
    tell(presenters_of(paper), event, page=paper.url_to("write_paper"))
    return paper


def _check_sections(paper: Paper, places: list) -> None:
    for place in places:
        if isinstance(place, PaperSection) and place.outline_id != paper.outline_id:
            raise Refused("This paper has no such section.")
