"""Lines of the minutes that are tied to the ledger, for its pages and for those of the minutes."""

from django.db.models import Q

from committee.closed import open_to
from committee.models import Role
from committee.withheld import withheld
from meetings.models import AgendaItem, Entry, LedgerLink, Telling
from meetings.states import MinutesState
from proposals.ledger_rows import LineTold


def with_points(lines: list) -> list:
    """``lines``, each with its ties to the ledger as ``points``, in one query."""
    links: dict[int, list] = {}
    keys = [line.pk for line in lines]
    for link in LedgerLink.objects.filter(entry__in=keys).select_related("recommendation"):
        links.setdefault(link.entry_id, []).append(link)
    for line in lines:
        line.points = links.get(line.pk, [])
    return lines


def lines_on(asked, reader) -> list[LineTold]:
    """settings.LEDGER_LINES: for those who write minutes all, for others what is published."""
    items = open_to(AgendaItem.objects.all(), reader)
    links = LedgerLink.objects.filter(recommendation=asked, entry__item__in=items)
    if not _reads_all(reader):
        published = Q(entry__item__meeting__minutes__state=MinutesState.PUBLISHED)
        links = links.filter(published).exclude(in_secret()).distinct()
    links = links.select_related("entry__item__meeting").order_by("entry__item__meeting__on", "pk")
    return [_told(link, reader) for link in links]


def in_secret() -> Q:
    """Links of lines that are withheld, by themselves, by a line above them or with their item."""
    return Q(entry__in=withheld(Entry)) | Q(entry__item__in=withheld(AgendaItem))


def undertaken_in_secret() -> Q:
    """settings.WITHHELD: what was undertaken in such a line."""
    links = LedgerLink.objects.filter(in_secret(), telling=Telling.UNDERTAKES)
    return Q(pk__in=links.order_by().values("recommendation"))


def _told(link, reader) -> LineTold:
    meeting = link.entry.item.meeting
    url = f"{meeting.get_absolute_url()}#p{link.entry.paragraph}"
    if _reads_all(reader):
        url = f"{link.entry.item.log_url}#line-{link.entry.pk}"
    return LineTold(link.get_telling_display(), meeting.date_text, link.entry.text, url)


def _reads_all(reader) -> bool:
    return reader.holds(Role.SECRETARIAT, Role.CHAIR, Role.VICE_CHAIR)
