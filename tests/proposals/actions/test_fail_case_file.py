import errno

import pytest
from django.utils import timezone

from committee.models import Event, Person
from committee.refusals import NotPermitted, Refused
from committee.storage import path_of, store
from proposals import tasks
from proposals.actions import fail_case_file, order_case_file
from proposals.case_file import making
from proposals.models import CaseFile
from tests.factories import PaperFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def ordered(ed):
    paper = PaperFactory()
    paper.files.create(
        name="a.pdf", sha256=store(b"a"), size=1, media_type="application/pdf", added_by=ed
    )
    return order_case_file(paper.proposal, by=ed, edition="internal")


def test_fail_keeps_the_reason(ordered):
    held = CaseFile.objects.claim(ordered.pk, now=timezone.now())
    fail_case_file(held, by=Person.objects.clock(), reason="No room. " * 100)

    assert (held.state, len(held.failure), held.token) == ("failed", 500, None)
    assert Event.objects.last().act == "proposals.fail_case_file"


def test_people_do_not_fail_it(ordered, ed):
    with pytest.raises(NotPermitted, match="made by the system"):
        fail_case_file(ordered, by=ed, reason="No")


def test_only_who_holds_it_fails_it(ordered):
    with pytest.raises(Refused, match="Another worker"):
        fail_case_file(ordered, by=Person.objects.clock(), reason="No")


def reason_after(ordered):
    tasks.make_case_file(ordered.pk)
    ordered.refresh_from_db()
    assert ordered.state == "failed"
    return ordered.failure


def test_missing_file_is_said(ordered):
    path_of(ordered.snapshot["files"][0]["sha256"]).unlink()

    assert reason_after(ordered).startswith("A stored file that belongs to it is missing")


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (
            OSError(errno.ENOSPC, "No space left on device"),
            "A file could not be read or stored: No",
        ),
        (ValueError("odd"), "It could not be written (ValueError: odd)."),
    ],
)
def test_whatever_goes_wrong_is_said(ordered, monkeypatch, error, reason):
    def fails(*_args):
        raise error

    monkeypatch.setattr(making.storage, "store_written", fails)

    assert reason_after(ordered).startswith(reason)


def test_killed_again_and_again_it_is_given_up(ordered):
    CaseFile.objects.update(attempts=making.MOST_ATTEMPTS)

    assert reason_after(ordered) == "Making it was broken off 20 times."
