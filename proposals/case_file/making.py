"""A case file is made: the work of the task, whose rules are those of committee/tasks.py."""

import logging
import time
from functools import partial

from django.utils import timezone

from committee import storage
from committee.models import Person
from committee.refusals import Refused
from proposals.actions import fail_case_file, finish_case_file
from proposals.case_file.packing import pack
from proposals.models import CaseFile

log = logging.getLogger(__name__)
MOST_ATTEMPTS = 20  # only those that were killed count: others end ready or failed at once
TICK = 2  # seconds between two signs of life


class TakenOver(Exception):
    """Another worker makes it now: this one was too slow to renew its hold."""


def make(pk: int) -> None:
    """Pack case file ``pk``, once."""
    case_file = CaseFile.objects.claim(pk, now=timezone.now())
    if case_file is None:
        return
    clock = Person.objects.clock()
    try:
        if case_file.attempts > MOST_ATTEMPTS:
            raise Refused(f"Making it was broken off {MOST_ATTEMPTS} times.")
        sha256, size = storage.store_written(
            partial(pack, case_file, part_done=_sign_of_life(case_file))
        )
    except TakenOver:
        log.warning("Case file %s is made by another worker", pk)
        return
    except Exception as error:
        log.warning("Case file %s could not be made", pk, exc_info=error)
        end = partial(fail_case_file, case_file, by=clock, reason=_reason_of(error))
    else:
        made = {"at": timezone.now(), "sha256": sha256, "size": size}
        end = partial(finish_case_file, case_file, by=clock, **made)
    try:
        end()
    except Refused as error:
        log.warning("Case file %s: %s", pk, error)


def _sign_of_life(case_file):
    """Called after each piece: now and then it holds on to the row, and shows how far it is."""
    told = {"at": time.monotonic()}

    def part_done(parts: int) -> None:
        if time.monotonic() - told["at"] < TICK:
            return
        told["at"] = time.monotonic()
        if not CaseFile.objects.renew(case_file, now=timezone.now(), parts_done=parts):
            raise TakenOver

    return part_done


def _reason_of(error: Exception) -> str:
    """Why a case file could not be made, in a sentence."""
    if isinstance(error, Refused):
        return str(error)
    if isinstance(error, FileNotFoundError):
        return "A stored file that belongs to it is missing: run manage.py check."
    if isinstance(error, OSError):
        return f"A file could not be read or stored: {error.strerror or error}."
    return f"It could not be written ({type(error).__name__}: {error})."
