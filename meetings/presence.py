"""Who may be expected at a meeting, and whether enough of them came."""

from dataclasses import dataclass

from committee.models import VOTING_ROLES, Appointment, Role
from meetings.models import Attendance, Capacity, Meeting, Presence

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
    """How many voting members are here, of how many appointed, and how many the terms ask for."""

    present: int
    appointed: int
    needed: int | None

    @property
    def is_quorate(self) -> bool | None:
        """Whether enough are here; None where the terms set no quorum."""
        return None if self.needed is None else self.present >= self.needed

    @property
    def pips(self) -> list[str]:
        """One mark for each member, here or away, and a bar where the quorum is reached."""
        marks = ["here"] * self.present + ["away"] * max(0, self.appointed - self.present)
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


def standing(meeting: Meeting) -> Standing:
    """Quorum as it stands: voting members present against those in office on the day."""
    present = Attendance.objects.filter(
        meeting=meeting, is_voting=True, presence=Presence.PRESENT
    ).count()
    voting = Appointment.objects.current(meeting.on).voting().filter(person__is_active=True)
    appointed = voting.values("person").distinct().count()
    rule = meeting.terms.quorum if meeting.terms else None
    return Standing(present, appointed, rule.of(appointed) if rule else None)
