"""Who may be expected at a meeting, and whether enough of them came."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from committee.models import VOTING_ROLES, Appointment, Person, Role
from meetings.models import (
    AgendaItem,
    Attendance,
    Capacity,
    Going,
    Interest,
    Meeting,
    Movement,
    Presence,
)
from proposals.models import Paper

CAPACITIES = {
    Role.CHAIR: Capacity.MEMBER,
    Role.VICE_CHAIR: Capacity.MEMBER,
    Role.MEMBER: Capacity.MEMBER,
    Role.ADVISER: Capacity.ADVISER,
    Role.SECRETARIAT: Capacity.SECRETARIAT,
    Role.PRESENTER: Capacity.OFFICER,
    Role.OFFICE: Capacity.OFFICER,
}
RANKING = list(CAPACITIES)  # who holds two roles is listed under the first of these


@dataclass(frozen=True)
class Standing:
    """How many voting members are here, of how many appointed, and how many the terms ask for.

    Of an item: ``present`` are those who may vote on it, ``recused`` those who are barred.
    """

    present: int
    appointed: int
    needed: int | None
    recused: int = 0

    @property
    def is_quorate(self) -> bool | None:
        """Whether enough are here; None where the terms set no quorum."""
        return None if self.needed is None else self.present >= self.needed

    @property
    def pips(self) -> list[str]:
        """One mark for each member: here, recused or away, and a bar at the number needed."""
        away = max(0, self.appointed - self.present - self.recused)
        marks = ["here"] * self.present + ["recused"] * self.recused + ["away"] * away
        if self.needed is not None:
            marks.insert(self.needed, "need")
        return marks


def appointments_on_the_day(meeting: Meeting) -> list[Appointment]:
    """One appointment for each person in office on the day of ``meeting``, the first by rank."""
    current = Appointment.objects.current(meeting.on).filter(person__is_active=True)
    best = {}
    for appointment in current.select_related("person", "organisation"):
        known = best.get(appointment.person_id)
        if known is None or RANKING.index(appointment.role) < RANKING.index(known.role):
            best[appointment.person_id] = appointment
    return sorted(best.values(), key=lambda one: (RANKING.index(one.role), one.person.name))


def as_minuted(appointment: Appointment) -> dict:
    """What the minutes say of somebody: the words stay when post or body change later."""
    person, body = appointment.person, appointment.organisation
    return {
        "name": person.name,
        "initials": person.initials or initials_of(person.name),
        "role": _role_and_post(appointment),
        "organisation": str(body) if body else None,
        "capacity": CAPACITIES[appointment.role],
        "is_voting": appointment.role in VOTING_ROLES,
    }


def _role_and_post(appointment: Appointment) -> str:
    """What stands behind a name: the post, after the office of those who chair."""
    role, post = appointment.get_role_display(), appointment.post
    if appointment.role in {Role.CHAIR, Role.VICE_CHAIR} and post and role not in post:
        return f"{role}; {post}"
    return post or role


def initials_of(name: str) -> str:
    """The initials of a name: Claire Paterson-Young is CPY, Dr Owen Pritchard OP."""
    words = name.replace("-", " ").split()
    kept = [word for word in words if word.strip(".").lower() not in TITLES]
    return "".join(word[0].upper() for word in kept if word[0].isalpha())[:8]


TITLES = {"mr", "mrs", "ms", "dr", "prof", "professor", "sir", "dame", "supt", "insp", "sgt"}


def standing(meeting: Meeting, item: AgendaItem | None = None) -> Standing:
    """Quorum as it stands: voting members who are here against those in office on the day.

    For ``item``, less those who declared an interest in it that bars them from voting.
    """
    here = set(meeting.attendances.voting().values_list("person", flat=True))
    barred = set()
    if item is not None:
        interests = Interest.objects.in_item(item).barring_votes()
        barred = set(interests.values_list("member", flat=True))
    return count_of(here, barred, appointed_to_vote(meeting), meeting.terms)


def appointed_to_vote(meeting: Meeting) -> int:
    """How many are in office with a vote on the day of ``meeting``."""
    voting = Appointment.objects.current(meeting.on).voting().filter(person__is_active=True)
    return voting.values("person").distinct().count()


def count_of(here: set[int], barred: set[int], appointed: int, terms) -> Standing:
    """The standing of voting members ``here``, less those ``barred`` (pure: values in)."""
    rule = terms.quorum if terms else None
    needed = rule.of(appointed) if rule else None
    return Standing(len(here - barred), appointed, needed, len(here & barred))


def expecting(person: Person):
    """Meetings to which ``person`` comes for some item, or where they are on the list and here."""
    here = Attendance.objects.here().filter(person=person)
    asked = Attendance.objects.filter(person=person, items__isnull=False)
    listed = Q(pk__in=here.values("meeting")) | Q(pk__in=asked.values("meeting"))
    theirs = AgendaItem.objects.filter(papers__in=Paper.objects.visible_to(person))
    return Meeting.objects.filter(listed | Q(pk__in=theirs.values("meeting")))


def place_of(meeting: Meeting, person: Person) -> Attendance | None:
    """The row of ``person`` on the list; one not saved yet for whoever is in office; or None."""
    known = meeting.attendances.filter(person=person).first()
    if known:
        return known
    appointed = appointments_on_the_day(meeting)
    for position, one in enumerate(appointed):
        if one.person_id == person.pk:
            words = as_minuted(one) | {"presence": Presence.ABSENT, "position": position}
            return Attendance(meeting=meeting, person=person, **words)
    return None


def who_may_chair(item: AgendaItem):
    """The seats of voting members who are here; of an item that is over, of all who came."""
    seats = item.meeting.attendances
    if item.is_finished or item.meeting.is_closed:
        return seats.filter(is_voting=True, presence=Presence.PRESENT)
    return seats.voting()


def on_the_list(attendance: Attendance) -> Attendance:
    """``attendance`` as it stands now: somebody else may have put the person on the list."""
    if attendance.pk is None:
        known = attendance.meeting.attendances.filter(person=attendance.person).first()
        return known or attendance
    attendance.refresh_from_db()
    return attendance


def mark_of(attendance: Attendance | None) -> str:
    """The mark that stands for what the list says of somebody; "" for who is not on it."""
    if attendance is None:
        return ""
    if attendance.presence in {Presence.APOLOGIES, Presence.ABSENT}:
        return attendance.presence
    return "remote" if attendance.joined_remotely else "present"


# --- what minutes say of it


def coming_and_going(meeting: Meeting) -> list[str]:
    """Who came late, left early or came back, in order of time, a sentence each."""
    rows = Movement.objects.filter(attendance__meeting=meeting)
    been, said = set(), []
    for row in rows.select_related("attendance", "item__parent"):
        said.append(f"{row.attendance} {_went(row, been)} at {_hour(row.at)}{_during(row.item)}.")
        been.add(row.attendance_id)
    return said


def _went(row, been):
    if row.kind == Going.LEFT:
        return "left"
    how = " by video link" if row.joined_remotely else ""
    return f"came back{how}" if row.attendance_id in been else f"joined{how}"


def quorum_story(meeting: Meeting) -> list[str]:
    """Whether the meeting was quorate, and from when on it no longer was or was again."""
    said = []
    for change in meeting.quorum_changes.select_related("item__parent"):
        when = f"{_hour(change.at)}{_during(change.item)}"
        room = f"{change.present} could vote, {change.needed} were needed"
        if not said:
            word = "quorate" if change.is_quorate else "not quorate"
            said.append(f"The meeting was {word} from {_hour(change.at)}: {room}.")
        elif change.is_quorate:
            said.append(f"The meeting was quorate again from {when}: {room}.")
        else:
            said.append(f"The meeting was no longer quorate from {when}: {room}.")
    return said


def _during(item):
    """Which item was on, as far as it may be named."""
    if item is None:
        return ""
    if item.number:
        return f", during item {item.number}"
    return "" if item.withheld_because else f", during “{item}”"


def _hour(at):
    return f"{timezone.localtime(at):%H:%M}"
