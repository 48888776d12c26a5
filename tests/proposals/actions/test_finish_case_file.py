import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from committee.models import Event, Person
from committee.refusals import NotPermitted, Refused
from proposals import tasks
from proposals.actions import finish_case_file, order_case_file
from proposals.case_file import making
from proposals.case_file.clock import hint_waiting
from proposals.models import CaseFile
from tests.case_files import made
from tests.factories import NINE, PaperFactory, ProposalFactory
from tests.paperwork import LATER

pytestmark = pytest.mark.django_db
FILE = {"sha256": "0" * 64, "size": 1, "at": NINE}


@pytest.fixture
def proposal():
    return PaperFactory().proposal


@pytest.fixture
def held(proposal, ed):
    ordered = order_case_file(proposal, by=ed, edition="internal")
    return CaseFile.objects.claim(ordered.pk, now=timezone.now())


def test_finish_keeps_the_file_and_says_so(held):
    finish_case_file(held, by=Person.objects.clock(), **FILE)

    assert (held.state, held.size, held.parts_done, held.token) == ("ready", 1, held.parts, None)
    assert Event.objects.last().act == "proposals.finish_case_file"


def test_people_do_not_finish_it(held, ed):
    with pytest.raises(NotPermitted, match="made by the system"):
        finish_case_file(held, by=ed, **FILE)


def test_worker_that_lost_its_hold_cannot_finish(held):
    CaseFile.objects.filter(pk=held.pk).update(lease_until=NINE)
    again = CaseFile.objects.claim(held.pk, now=timezone.now())

    with pytest.raises(Refused, match="Another worker"):
        finish_case_file(held, by=Person.objects.clock(), **FILE)
    finish_case_file(again, by=Person.objects.clock(), **FILE)


def test_ready_file_is_never_changed_nor_deleted(proposal, ed):
    file = made(proposal, by=ed)
    changes = [{"sha256": "1" * 64}, {"state": "queued"}, {"edition": "public"}, {"digest": "x"}]
    for change in changes:
        with pytest.raises(DatabaseError), transaction.atomic():
            CaseFile.objects.update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        CaseFile.objects.all().delete()

    CaseFile.objects.update(proposal=ProposalFactory())  # as when two proposals are one
    assert CaseFile.objects.get() == file


def test_task_twice_makes_it_once(proposal, ed):
    file = made(proposal, by=ed)
    before = CaseFile.objects.values().get()

    tasks.make_case_file(file.pk)

    assert CaseFile.objects.values().get() == before
    assert Event.objects.filter(act="proposals.finish_case_file").count() == 1


def test_sweep_hints_at_what_waits_and_at_what_was_dropped(proposal, ed, monkeypatch):
    told = []
    monkeypatch.setattr("proposals.case_file.clock.hint", lambda *words: told.append(words[1]))
    waits = order_case_file(proposal, by=ed, edition="internal")
    hint_waiting(timezone.now())
    CaseFile.objects.claim(waits.pk, now=timezone.now())
    hint_waiting(timezone.now())
    hint_waiting(LATER)

    assert told == [waits.pk, waits.pk]


def test_progress_is_told_while_it_is_made(held, monkeypatch):
    monkeypatch.setattr(making, "TICK", 0)
    tell = making._sign_of_life(held)

    tell(2)
    held.refresh_from_db()
    assert held.parts_done == 2

    CaseFile.objects.update(token=None, lease_until=None, state="queued")
    with pytest.raises(making.TakenOver):
        tell(3)


def test_worker_that_was_overtaken_leaves_it_alone(proposal, ed, monkeypatch):
    def taken_over(*_args):
        CaseFile.objects.update(lease_until=NINE)
        CaseFile.objects.claim(ordered.pk, now=timezone.now())
        raise making.TakenOver

    ordered = order_case_file(proposal, by=ed, edition="internal")
    monkeypatch.setattr(making.storage, "store_written", taken_over)
    tasks.make_case_file(ordered.pk)

    ordered.refresh_from_db()
    assert ordered.state == "rendering"
