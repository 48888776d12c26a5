import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from meetings.models import AgendaItem
from meetings.papers import hear_papers


@act
def revise_item(
    item: AgendaItem, *, by: Person, papers=None, at: dt.datetime | None = None, **details
) -> AgendaItem:
    """Change what the agenda says of an item.

    Args:
        papers: the papers heard under it, in order; None leaves them as they are.
        details: ``kind``, ``title``, ``number``, ``starts_at``, ``began_at``, ``minutes``,
            ``lead``, ``restricted``, ``restricted_reason``: those that are given.
    """
    item.refresh_from_db()
    require(by, "meetings.revise_item", item)
    changed = {name: new for name, new in details.items() if getattr(item, name) != new}
    AgendaItem.objects.filter(pk=item.pk).update(**changed)
    item.refresh_from_db()
    if papers is not None:
        hear_papers(item, papers)
    record("meetings.revise_item", item, by=by, at=at, changed=sorted(changed))
    return item
