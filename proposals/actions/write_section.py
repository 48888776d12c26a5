import datetime as dt

from django.utils import timezone

from committee.audit import act, record
from committee.authority import require
from committee.lines import Stale, revise
from committee.models import Person
from committee.refusals import Refused
from proposals.models import Paper, PaperSection, SectionText

MOST_CHARACTERS = 60_000


@act
def write_section(
    paper: Paper,
    *,
    by: Person,
    section: PaperSection,
    text: str,
    version: int,
    at: dt.datetime | None = None,
) -> SectionText | None:
    """Save what a paper says in one section, if nobody else has saved it meanwhile.

    ``version`` is the one that was changed (0: nothing was saved yet). Nothing is kept where
    nothing was ever said.

    Raises:
        Stale: with the text as it stands, and the one that was not saved.
    """
    paper.refresh_from_db()
    require(by, "proposals.write_section", paper)
    if section.outline_id != paper.outline_id:
        raise Refused("This section is not of the outline on which the paper is written.")
    if len(text) > MOST_CHARACTERS:
        raise Refused(f"A section holds at most {MOST_CHARACTERS:,} characters: attach a file.")
    saved = paper.texts.filter(section=section).first()
    if saved.text == text if saved else not text.strip():
        return saved
    written = {"text": text, "saved_at": at or timezone.now(), "saved_by": by}
    if saved:
        revise(saved, version=version, **written)
    elif version:
        raise Stale(SectionText(paper=paper, section=section, version=0), written)
    else:
        saved = paper.texts.create(section=section, **written)
    told = {"section": section.key, "version": saved.version, "characters": len(text)}
    record("proposals.write_section", paper, by=by, at=at, **told)
    return saved
