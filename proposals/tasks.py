"""Slow work of this app: files are scanned, case files made. See committee/tasks.py."""

import logging

from celery import shared_task
from django.utils import timezone

from committee import storage
from committee.models import Person
from committee.refusals import Refused
from proposals import actions, scanner, scanning
from proposals.case_file import making

log = logging.getLogger(__name__)


@shared_task
def scan_file(pk):
    """Have file ``pk`` scanned, and let it be read or keep it from everybody."""
    file = scanning.claim(pk, timezone.now())
    if file is None:
        return
    try:
        with storage.open_stored(file.sha256) as content:
            found = scanner.found_in(content)
    except (scanner.NoAnswer, OSError) as error:
        log.warning("File %s is still held: %s", pk, error)
        scanning.put_off(file, timezone.now())
        return
    try:
        if found is None:
            actions.release_file(file, by=Person.objects.clock())
        else:
            actions.refuse_file(file, found=found, by=Person.objects.clock())
    except (Refused, file.DoesNotExist) as error:  # answered by another worker, or removed
        log.warning("File %s: %s", pk, error)


@shared_task
def make_case_file(pk):
    """Make case file ``pk``, once."""
    making.make(pk)
