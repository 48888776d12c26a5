"""What the sweep does for case files (settings.ON_THE_CLOCK)."""

import datetime as dt

from committee.broker import hint
from proposals.models import CaseFile

AT_A_TIME = 10


def hint_waiting(now: dt.datetime) -> None:
    """Hint again at case files that nobody is making."""
    waiting = CaseFile.objects.waiting(now=now).order_by("ordered_at", "pk")
    for pk in waiting.values_list("pk", flat=True)[:AT_A_TIME]:
        hint("proposals.tasks.make_case_file", pk)
