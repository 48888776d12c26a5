import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from proposals.models import PaperOutline, PaperSection


@act
def revise_outline(
    *,
    by: Person,
    in_use_from: dt.date,
    sections: list[dict],
    source: str = "",
    at: dt.datetime | None = None,
) -> PaperOutline:
    """Ask papers something else: a new version of the outline. Papers begun keep to theirs.

    Args:
        sections: in order: key, group, heading, prompt.
    """
    require(by, "proposals.revise_outline", None)
    last = PaperOutline.objects.order_by("-in_use_from").first()
    if last and in_use_from <= last.in_use_from:
        raise Refused(
            f"Version {last.version} is in use from {last.in_use_from:%-d %B %Y}: "
            "a new version starts later."
        )
    if not sections:
        raise Refused("Keep at least one section.")
    keys = [section["key"] for section in sections]
    if len(set(keys)) < len(keys):
        raise Refused("Two sections have the same heading. Give one of them another.")
    outline = PaperOutline.objects.create(
        version=last.version + 1 if last else 1, in_use_from=in_use_from, source=source
    )
    PaperSection.objects.bulk_create(
        PaperSection(outline=outline, position=place, **section)
        for place, section in enumerate(sections)
    )
    told = {"in_use_from": in_use_from.isoformat(), "sections": sections, "source": source}
    record("proposals.revise_outline", outline, by=by, at=at, **told)
    return outline
