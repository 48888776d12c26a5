"""The packs of a meeting: which there are to be, which is for whom, and whether it is in date."""

import hashlib
import json
from dataclasses import dataclass

from django.db.models import Q

from committee.models import Document, Person
from committee.post import order_document
from meetings.interests import Closed, closed_to
from meetings.models import Interest, ItemPaper, Meeting, Pack
from meetings.pack_document import TEMPLATE, ordered_text, snapshot_of
from meetings.stages import OVER

SERIES = "pack-{}-"  # how the documents that are packs of one meeting begin
NOT_COMPARED = {"actions"}  # done and given all the time: not what makes a pack out of date


@dataclass(frozen=True)
class Standing:
    """The pack meant for one reader, if it was ordered, and whether it says what is so now."""

    document: Document | None
    is_older: bool = False


def closed_in(meeting: Meeting, person) -> Closed:
    """What of ``meeting`` is closed to ``person``."""
    closed = closed_to(person)
    if not closed.meetings:
        return closed
    items = closed.items & set(meeting.items.values_list("pk", flat=True))
    here = ItemPaper.objects.filter(item__meeting=meeting).values_list("paper", flat=True)
    papers = closed.papers & set(here)
    found = {meeting.pk} if items or papers else ()
    return Closed(frozenset(items), frozenset(papers), frozenset(found))


def key_of(closed: Closed) -> str:
    """``closed`` as Pack.closed holds it."""
    names = [f"item-{pk}" for pk in sorted(closed.items)]
    return " ".join(names + [f"paper-{pk}" for pk in sorted(closed.papers)])


def wanted(meeting: Meeting) -> list[Closed]:
    """Each set of what is closed to somebody: a pack for each, the first for most members."""
    members = Interest.objects.closing().values("member")
    found = [closed_in(meeting, person) for person in Person.objects.filter(pk__in=members)]
    return [Closed(), *dict.fromkeys(closed for closed in found if closed.meetings)]


def meant_for(person):
    """Of each meeting the packs that leave out what is closed to ``person`` now, and no more.

    A member who declares an interest loses at once the packs that were made before.
    """
    found = Pack.objects.filter(meeting__in=Meeting.objects.visible_to(person))
    closed = closed_to(person)
    if not closed.meetings:
        return found.filter(closed="")
    under = ItemPaper.objects.filter(paper__in=closed.papers).values("item__meeting")
    touched = Meeting.objects.filter(Q(pk__in=closed.meetings) | Q(pk__in=under))
    keys = {meeting: key_of(closed_in(meeting, person)) for meeting in touched}
    theirs = [Q(meeting=meeting, closed=key) for meeting, key in keys.items()]
    return found.filter(Q(*theirs, ~Q(meeting__in=touched) & Q(closed=""), _connector=Q.OR))


def not_meant_for(person) -> Q:
    """Documents that are packs, but not for ``person`` (settings.CLOSED_TO)."""
    if person.is_secretariat:
        return Q(pk__in=[])
    return Q(pack__isnull=False) & ~Q(pack__in=meant_for(person).values("pk"))


def digest_of(snapshot: dict) -> str:
    """A short name for what a pack says."""
    said = {name: words for name, words in snapshot.items() if name not in NOT_COMPARED}
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:16]


def latest(meeting: Meeting, closed: Closed) -> Pack | None:
    """The pack last ordered for those to whom ``closed`` is closed."""
    found = meeting.packs.filter(closed=key_of(closed)).select_related("document")
    return found.order_by("-pk").first()


def is_current(pack: Pack | None, meeting: Meeting, closed: Closed) -> bool:
    """Whether ``pack`` is there and says what is so now."""
    if pack is None:
        return False
    return pack.document.key.endswith(digest_of(snapshot_of(meeting, closed)))


def standing_of(meeting: Meeting, person) -> Standing:
    """How the pack for ``person`` stands; for the secretariat also whether one is to be made."""
    closed = closed_in(meeting, person)
    pack = latest(meeting, closed)
    if pack is None:
        return Standing(None)
    asked = wanted(meeting) if person.is_secretariat else [closed]
    current = all(is_current(latest(meeting, one), meeting, one) for one in asked)
    return Standing(pack.document, is_older=not current)


def order_edition(meeting: Meeting, closed: Closed, *, by) -> Pack:
    """Have the pack made for those to whom ``closed`` is closed. Called in an act.

    Where the last one says what is so now, that is the one: nothing is made twice.
    """
    pack = latest(meeting, closed)
    if is_current(pack, meeting, closed):
        return pack
    snapshot = snapshot_of(meeting, closed)
    version = meeting.packs.filter(closed=key_of(closed)).count() + 1
    copy = meeting.packs.count() + 1
    document = order_document(
        f"{SERIES.format(meeting.pk)}{copy}-{digest_of(snapshot)}",
        title=f"Agenda and papers, {meeting.date_text}",
        template=TEMPLATE,
        snapshot=snapshot | {"version": version, "ordered": ordered_text()},
        by=by,
    )
    return meeting.packs.create(document=document, closed=key_of(closed))


def order_missing(member: Person) -> dict:
    """Order what ``member`` lacks where others have their pack; what the record says of it.

    Called in the act that changed what is closed to them. It is ordered in the name of whoever
    ordered the pack: the committee is told in that name when all are made.
    """
    member.__dict__.pop("_closed", None)
    ordered = []
    for meeting in Meeting.objects.filter(packs__closed="").exclude(state__in=OVER).distinct():
        whole, closed = latest(meeting, Closed()), closed_in(meeting, member)
        own = latest(meeting, closed)
        if own is None or own.pk < whole.pk:
            pack = order_edition(meeting, closed, by=whole.document.ordered_by)
            ordered += [pack.document_id] if pack != own else []
    return {"packs": ordered} if ordered else {}


CLOSED_TO = {"committee.document": not_meant_for}  # settings.CLOSED_TO
