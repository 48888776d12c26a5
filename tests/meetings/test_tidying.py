import datetime as dt
from uuid import uuid4

import pytest
from django.utils import timezone

from committee.tasks import tidy
from meetings.models import LineOp, Whereabouts
from tests.factories import AgendaItemFactory, PersonFactory, appoint

pytestmark = pytest.mark.django_db


def test_what_pages_sent_is_remembered_for_a_month():
    now, by = timezone.now(), appoint("secretariat")
    for days in (20, 40):
        LineOp.objects.create(op=uuid4(), by=by, outcome="done", at=now - dt.timedelta(days=days))

    tidy()

    assert LineOp.objects.get().at == now - dt.timedelta(days=20)


def test_where_somebody_was_is_forgotten_the_next_day():
    now, item = timezone.now(), AgendaItemFactory()
    for hours in (1, 30):
        seen = {"item": item, "seen_at": now - dt.timedelta(hours=hours)}
        Whereabouts.objects.create(person=PersonFactory(), meeting=item.meeting, **seen)

    tidy()

    assert Whereabouts.objects.get().seen_at == now - dt.timedelta(hours=1)
