import datetime as dt
from importlib import import_module

import pytest

from committee.actions import remind_person
from committee.models import Event, Mail, Person, Reminder
from committee.refusals import NotPermitted
from committee.reminders import Due

pytestmark = pytest.mark.django_db
DUE = [Due("thing-1", "A thing", "/thing/", dt.date(2026, 6, 10))]
AT = dt.datetime(2026, 6, 10, 9, tzinfo=dt.UTC)


def test_reminder_is_a_mail_and_a_row_for_each_occasion(amina):
    mail = remind_person(amina, DUE, by=Person.objects.clock(), at=AT)

    assert (mail.to, mail.subject) == (amina.email, "Reminder: 1 due")
    assert "- A thing: due on 10 June 2026, today\n  http://127.0.0.1:8000/thing/\n" in mail.body
    assert Reminder.objects.get().occasion == "thing-1 of 2026-06-10: on"
    event = Event.objects.get()
    assert (event.act, event.at, event.facts) == (
        "committee.remind_person",
        AT,
        {"of": ["thing-1"]},
    )


def test_nothing_new_is_no_mail(amina):
    for _ in range(2):
        mail = remind_person(amina, DUE, by=Person.objects.clock(), at=AT)

    assert mail is None
    assert Mail.objects.count() == Event.objects.count() == 1


def test_people_remind_nobody(amina, ed):
    with pytest.raises(NotPermitted, match="sent by the system"):
        remind_person(amina, DUE, by=ed, at=AT)


def test_mail_and_rows_are_written_together_or_not_at_all(amina, monkeypatch):
    module = import_module("committee.actions.remind_person")
    monkeypatch.setattr(module, "post", lambda *words, **more: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        remind_person(amina, DUE, by=Person.objects.clock(), at=AT)
    assert not Reminder.objects.exists()
    assert not Event.objects.exists()
