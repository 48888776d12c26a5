"""What meetings remind people of (settings.REMINDERS): their open actions."""

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse

from committee.models import Person
from committee.reminders import Due
from meetings.models import ActionPoint


def actions(person: Person, last: dt.date) -> Iterator[Due]:
    """Actions they own and have not done, due until ``last``."""
    theirs = ActionPoint.objects.visible_to(person).open()
    found = theirs.filter(owner_person=person, due_on__lte=last).select_related("meeting")
    for one in found:
        label = f"An action of the meeting of {one.meeting.date_text}"
        yield Due(f"meetings.actionpoint-{one.pk}", label, reverse("meetings:actions"), one.due_on)
