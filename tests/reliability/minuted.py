"""Minutes for the checks: a meeting that is over, its draft issued, approved or published."""

import itertools
from dataclasses import dataclass
from uuid import uuid4

from django.utils import timezone

from committee import storage
from committee.actions import finish_document
from committee.models import Document, Person
from meetings import actions
from meetings.models import MinutesVersion
from tests.factories import AgendaItemFactory, EntryFactory, appoint, seat
from tests.publishing import advised, heard, held

DAYS = itertools.count(1)


@dataclass
class Staff:
    chair: Person
    secretary: Person
    member: Person

    @classmethod
    def appointed(cls) -> "Staff":
        return cls(appoint("chair"), appoint("secretariat"), appoint("member"))


def a_draft(staff: Staff, on, *, words="It was said.", **meeting) -> MinutesVersion:
    """The draft of a meeting on ``on`` with an outcome; ``words`` stand in its first line."""
    meeting = held(on=on, **meeting)
    for person in (staff.chair, staff.secretary, staff.member):
        seat(meeting, person)
    EntryFactory(item=AgendaItemFactory(meeting=meeting, number="1"), text=words)
    decision = advised(heard(meeting, number="2"), "C")
    decision.advice.lines.create(kind="condition", text=f"Show that {words}", position=0)
    version = actions.draft_minutes(meeting, by=staff.chair)
    return actions.issue_draft_minutes(version, by=staff.secretary)


def approved(staff: Staff, on, **more) -> MinutesVersion:
    version = actions.approve_minutes(a_draft(staff, on, **more), by=staff.chair)
    version.document = file_made(version.document)
    return version


def published(staff: Staff, on, **more) -> MinutesVersion:
    return actions.publish_minutes(approved(staff, on, **more), by=staff.secretary)


def file_made(document: Document) -> Document:
    """Give ``document`` a file, as a worker would; which words are in it does not matter here."""
    now = timezone.now()
    content = b"%PDF-1.7\n" + document.key.encode() + uuid4().bytes + b"\n%%EOF"
    claimed = Document.objects.claim(document.pk, now=now)
    facts = {"sha256": storage.store(content), "size": len(content), "pages": 1}
    return finish_document(claimed, by=Person.objects.clock(), at=now, **facts)
