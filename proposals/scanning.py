"""Files that wait for the virus scanner. The row is the truth: ``scan_after`` says when to try.

Who takes a file up moves ``scan_after`` ahead, so that two workers do not scan it at once; where
the worker dies or the scanner does not answer, the sweep finds the file again.
"""

import datetime as dt

from django.db.models import Q

from committee.broker import hint
from proposals.models import PaperFile
from proposals.states import FileState

AGAIN = dt.timedelta(seconds=30)  # after the scanner gave no answer
LEASE = dt.timedelta(minutes=5)  # no scan takes that long
AT_A_TIME = 20


def hint_at(file: PaperFile) -> None:
    """Tell the workers that ``file`` waits, if it does."""
    if file.state == FileState.HELD:
        hint("proposals.tasks.scan_file", file.pk)


def hint_held(now: dt.datetime) -> None:
    """Hint again at every file that waits (settings.ON_THE_CLOCK)."""
    for pk in waiting(now).values_list("pk", flat=True)[:AT_A_TIME]:
        hint("proposals.tasks.scan_file", pk)


def waiting(now: dt.datetime):
    """Held files that nobody is scanning."""
    due = Q(scan_after=None) | Q(scan_after__lte=now)
    return PaperFile.objects.filter(due, state=FileState.HELD)


def claim(pk: int, now: dt.datetime) -> PaperFile | None:
    """Take file ``pk`` up for scanning, or None: it is in other hands, or waits no more."""
    if waiting(now).filter(pk=pk).update(scan_after=now + LEASE):
        return PaperFile.objects.select_related("paper__proposal", "added_by").get(pk=pk)
    return None


def put_off(file: PaperFile, now: dt.datetime) -> None:
    PaperFile.objects.filter(pk=file.pk, state=FileState.HELD).update(scan_after=now + AGAIN)
