"""The interests declared at a meeting, as its pages, its room and its minutes tell of them."""

from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse

from committee.models import InterestEffect, Role
from committee.worklist import WorkItem
from meetings.interests import closed_to
from meetings.models import AgendaItem, Interest, Meeting, MinutesVersion
from meetings.recusal import DECLARED_IN, STRICTER, terms_of
from meetings.stages import why_not_minuted
from meetings.states import MeetingState, MinutesState

IN_WORDS = {
    InterestEffect.NOTE: "noted",
    InterestEffect.SPEAK: "may speak, does not vote",
    InterestEffect.LEAVE: "leaves, does not vote",
}
MINUTED = {
    InterestEffect.NOTE: "",
    InterestEffect.SPEAK: " and did not vote on it",
    InterestEffect.LEAVE: " and left the room for it",
}


@dataclass(frozen=True)
class Declared:
    """One interest as one reader sees it: what follows, and what they can do about it."""

    interest: Interest
    where: str
    may_rule: bool
    may_withdraw: bool

    @property
    def effect(self) -> str:
        if self.interest.withdrawn_at:
            return "withdrawn"
        return "no ruling yet" if self.interest.awaits_ruling else IN_WORDS[self.interest.effect]

    @property
    def tone(self) -> str:
        if self.interest.withdrawn_at:
            return "line"
        return "wait" if self.interest.awaits_ruling else "info"


@dataclass(frozen=True)
class Register:
    """What was declared for a meeting, or for one item of it, and what the terms say follows."""

    rows: list[Declared]
    rule: str
    declare_url: str  # or "", where the reader may not
    record_url: str
    item: AgendaItem | None = None
    is_closed: bool = False  # the item is closed to the reader, who declared an interest

    @property
    def awaiting(self) -> int:
        return sum(row.interest.awaits_ruling for row in self.rows)


def register(meeting: Meeting, person) -> Register:
    """Everything declared for ``meeting``, as it was declared; what was withdrawn, too."""
    return _register(meeting, person, Interest.objects.filter(meeting=meeting))


def panel(meeting: Meeting, item: AgendaItem | None, person, *, is_any: bool = True) -> Register:
    """What stands declared on ``item``, for the room; of the meeting, where no item is on.

    Whoever knows that nothing is declared at all (not ``is_any``) spares the question.
    """
    standing = Interest.objects.in_item(item) if item else Interest.objects.standing()
    found = standing.filter(meeting=meeting) if is_any else Interest.objects.none()
    return _register(meeting, person, found, item=item)


def _register(meeting, person, interests, *, item=None) -> Register:
    found = interests.visible_to(person).distinct()
    found = found.select_related("member", "item", "paper__proposal", "ruled_by", "withdrawn_by")
    settled = meeting.state == MeetingState.CLOSED and why_not_minuted(meeting)
    terms = terms_of(meeting)
    rule = terms.interest_effect if terms else None
    about = f"?about=item-{item.pk}" if item else ""
    is_open = meeting.state in DECLARED_IN
    declares = is_open and person.holds(Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER, Role.ADVISER)
    return Register(
        rows=[
            _declared(
                one, meeting, person, settled=bool(settled), is_strictest=rule == STRICTER[-1]
            )
            for one in found
        ],
        rule=_rule(rule),
        declare_url=_url("declare", meeting) + about if declares else "",
        record_url=_url("record", meeting) + about if is_open and person.is_secretariat else "",
        item=item,
        is_closed=bool(item and item.pk in closed_to(person).items),
    )


def _declared(interest, meeting, person, *, settled: bool, is_strictest: bool) -> Declared:
    is_over = settled or interest.withdrawn_at is not None
    is_own = interest.member_id == person.pk
    rules = person.holds(Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARIAT)
    rules = rules or person.pk == meeting.chaired_by_id
    takes_back = is_own and not interest.ruled_at and meeting.state in DECLARED_IN
    return Declared(
        interest,
        where_of(interest, person),
        may_rule=rules and not is_own and not is_over and not is_strictest,
        may_withdraw=(takes_back or person.is_secretariat) and not is_over,
    )


def where_of(interest: Interest, reader) -> str:
    """What the interest is in; a paper that is closed to the reader is not named."""
    if interest.item_id:
        return _named(interest.item)
    return "a paper" if interest.paper_id in closed_to(reader).papers else f"“{interest.paper}”"


def _named(item: AgendaItem) -> str:
    return f"item {item.number}, {item}" if item.number else f"“{item}”"


def _rule(effect: str | None) -> str:
    if effect is None:
        return "The terms of reference do not say what follows: the chair rules on each."
    return f"Under the terms of reference: {InterestEffect(effect).label.lower()}."


def _url(verb: str, meeting) -> str:
    return reverse(f"meetings:{verb}_interest", args=[meeting.slug])


# --- what minutes say of it


def declarations(meeting: Meeting) -> list[str]:
    """Who declared an interest, in which item, and what followed: a sentence each.

    What the interest is stays in the register, and of an item that is withheld the number alone
    is told. An interest in a paper is told as one in the items that heard it.
    """
    standing = meeting.interests.standing().order_by("declared_at", "pk")
    interests = list(standing.select_related("member").prefetch_related("paper__item_papers"))
    if not interests:
        return []
    items = list(meeting.items.select_related("parent").order_by("position", "pk"))
    said = []
    for interest in interests:
        held = _held_under(interest, items)
        if places := " and ".join(filter(None, map(_told, held))):
            effect = MINUTED[interest.effect]
            said.append(f"{interest.member} declared an interest in {places}{effect}.")
    return said


def _held_under(interest, items) -> list[AgendaItem]:
    if interest.item_id:
        return [item for item in items if item.pk == interest.item_id]
    heard = {held.item_id for held in interest.paper.item_papers.all()}
    return [item for item in items if item.pk in heard]


def _told(item) -> str:
    if item.number:
        return f"item {item.number}"
    return "an item that is withheld" if item.withheld_because else f"“{item}”"


# --- what awaits somebody


def interests_to_rule(person) -> list[WorkItem]:
    """For chair and secretariat: interests on which the terms say nothing and nobody has ruled.

    They can, until the minutes that tell of them are approved.
    """
    if not person.holds(Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARIAT):
        return []
    unapproved = [MinutesState.DRAFTING, MinutesState.ISSUED]
    told_of = MinutesVersion.objects.filter(state__in=unapproved).values("meeting")
    still = Q(meeting__state__in=DECLARED_IN) | Q(meeting__in=told_of)
    waiting = Interest.objects.awaiting_ruling().filter(still)
    waiting = waiting.visible_to(person).exclude(member=person.pk)
    return [
        WorkItem(
            f"Rule on the interest of {one.member} in {where_of(one, person)}",
            reverse("meetings:rule_on_interest", args=[one.meeting.slug, one.pk]),
            "Now" if one.meeting.state == MeetingState.UNDER_WAY else "Meetings",
            f"Meeting of {one.meeting.date_text}",
            due=one.meeting.on,
        )
        for one in waiting.select_related("meeting", "member", "item", "paper__proposal")
    ]
