import datetime as dt

import pytest
from axes.models import AccessLog
from django.contrib.sessions.models import Session
from django.utils import timezone

from committee.tasks import tidy

pytestmark = pytest.mark.django_db


def test_ended_sessions_and_old_sign_ins_are_forgotten():
    now = timezone.now()
    for days in (-1, 1):
        Session.objects.create(session_key=f"k{days}", expire_date=now + dt.timedelta(days=days))
    for days in (10, 100):
        log = AccessLog.objects.create(username=f"{days}@example.org")
        AccessLog.objects.filter(pk=log.pk).update(attempt_time=now - dt.timedelta(days=days))

    tidy()

    assert [session.session_key for session in Session.objects.all()] == ["k1"]
    assert [log.username for log in AccessLog.objects.all()] == ["10@example.org"]
