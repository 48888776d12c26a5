"""Reminders: each occasion once for each person, in one mail, with nothing confidential in it."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from committee import reminders
from committee.actions import deactivate_person, remind_person
from committee.models import (
    Event,
    Mail,
    Organisation,
    Person,
    Reminder,
    ReminderDay,
    TermsOfReference,
)
from committee.reminders import Due, remind
from meetings.models import ActionPoint
from proposals.actions import approve_letter
from proposals.models import AdviceLetter, ExpectedReturn, Recommendation, Response
from tests.factories import (
    AgendaItemFactory,
    AppointmentFactory,
    PaperFactory,
    ProposalFactory,
    appoint,
)
from tests.interests import recuse
from tests.letters import letter_on
from tests.paperwork import a_document
from tests.publishing import advised, heard, held, published

pytestmark = pytest.mark.django_db
DUE = dt.date(2026, 6, 10)  # a Wednesday


def at(day: dt.date, hour=9) -> dt.datetime:
    """A moment of that day, by the clock of UTC."""
    return dt.datetime.combine(day, dt.time(hour), dt.UTC)


def days(*numbers):
    return [DUE + dt.timedelta(days=number) for number in numbers]


def told_on(day, hour=9) -> list[Mail]:
    before = set(Mail.objects.values_list("pk", flat=True))
    remind(at(day, hour))
    return list(Mail.objects.exclude(pk__in=before).order_by("pk"))


@pytest.fixture
def lab():
    return Organisation.objects.get(short_name="Lab")


@pytest.fixture
def opcc():
    return Organisation.objects.get(short_name="OPCC")


@pytest.fixture
def expected(amina, lab):
    """What the Lab is to bring back."""
    proposal = ProposalFactory(submitting_body=lab, title="SECRET model", reference="P-07")
    return ExpectedReturn.objects.create(proposal=proposal, words="SECRET", due_on=DUE)


@pytest.fixture
def asked(ed, lab):
    """R-1, asked of the Lab in published advice."""
    meeting = held()
    paper = PaperFactory(proposal__submitting_body=lab, title="SECRET paper")
    advised(heard(meeting, paper), "B", [("recommendation", "SECRET words")])
    published(meeting, ed)
    asked = Recommendation.objects.get()
    asked.line.advice.__class__.objects.update(
        state="approved", approved_at=at(DUE), approved_by=ed
    )
    asked.papers.set([paper])
    Recommendation.objects.update(due_on=DUE)
    return asked


@pytest.mark.parametrize(
    ("day", "stage"),
    [
        (-8, ""), (-7, "before"), (-1, "before"), (0, "on"), (6, "on"), (7, "week-1"),
        (13, "week-1"), (14, "week-2"), (700, "week-100"),
    ],
)  # fmt: skip
def test_occasions_are_before_on_the_day_and_weekly_after(day, stage):
    assert Due("x", "X", "/", DUE).stage(*days(day)) == stage


def test_how_early_can_be_set(settings):
    settings.REMIND_DAYS_BEFORE = 2

    assert [Due("x", "X", "/", DUE).stage(day) for day in days(-3, -2)] == ["", "before"]


def test_each_occasion_is_told_once(expected, amina):
    told = [len(told_on(day)) for day in days(-9, -7, -6, -1, 0, 1, 6, 7, 8, 14)]

    assert told == [0, 1, 0, 0, 1, 0, 0, 1, 0, 1]
    assert Reminder.objects.filter(person=amina).count() == 4


def test_running_it_twice_sends_nothing_twice(expected):
    assert len(told_on(DUE)) == 1
    ReminderDay.objects.all().delete()  # as if it had been killed before it said it was done

    assert told_on(DUE) == []
    assert Event.objects.filter(act="committee.remind_person").count() == 1


def test_killed_half_way_it_goes_on_where_it_was(expected, asked, amina, monkeypatch):
    colleague = appoint("presenter")
    one = reminders.remind_one

    def killed_at_the_second(person, **more):
        if person == colleague:
            raise KeyboardInterrupt
        one(person, **more)

    monkeypatch.setattr(reminders, "remind_one", killed_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        remind(at(DUE))
    assert not ReminderDay.objects.exists()
    monkeypatch.undo()

    assert [mail.to for mail in told_on(DUE)] == [colleague.email]


def test_database_takes_an_occasion_once(amina):
    Reminder.objects.create(person=amina, occasion="x", day=DUE)

    with pytest.raises(IntegrityError), transaction.atomic():
        Reminder.objects.create(person=amina, occasion="x", day=DUE)


def test_clock_that_stood_still_sends_only_the_latest(expected):
    told_on(DUE - dt.timedelta(days=7))

    (mail,) = told_on(DUE + dt.timedelta(days=20))
    assert "20 days ago" in mail.body


def test_another_day_is_another_occasion(expected):
    told_on(DUE)
    ExpectedReturn.objects.update(due_on=DUE + dt.timedelta(days=2))

    assert len(told_on(DUE + dt.timedelta(days=2))) == 1


def test_several_things_come_in_one_mail(expected, asked, amina):
    (mail,) = told_on(DUE + dt.timedelta(days=1))

    assert (mail.to, mail.subject) == (amina.email, "Reminder: 2 overdue")
    assert "R-1, recommendation: due on 10 June 2026, yesterday" in mail.body
    assert "/recommendations/R-1/work/" in mail.body
    assert "A paper is expected on P-07" in mail.body
    assert "/account/reminders/" in mail.body


def test_mail_holds_nothing_confidential(expected, asked):
    (mail,) = told_on(DUE)

    assert "SECRET" not in mail.subject + mail.body


@pytest.mark.parametrize(("hour", "day", "is_told"), [
    (5, dt.date(2026, 6, 10), False), (6, dt.date(2026, 6, 10), True),  # summer: 7 here
    (6, dt.date(2026, 12, 9), False), (7, dt.date(2026, 12, 9), True),  # winter
])  # fmt: skip
def test_mails_are_written_from_seven_in_the_morning_here(expected, hour, day, is_told):
    ExpectedReturn.objects.update(due_on=day)

    assert bool(told_on(day, hour)) is is_told


@pytest.mark.parametrize("day", [dt.date(2026, 3, 29), dt.date(2026, 10, 25)])
def test_days_are_right_when_the_clocks_change(expected, day):
    """Weeks are counted in days here, not in hours."""
    ExpectedReturn.objects.update(due_on=day - dt.timedelta(days=7))
    told_on(day - dt.timedelta(days=7))
    assert told_on(day - dt.timedelta(days=1), 22) == []

    assert len(told_on(day, 8)) == 1
    assert told_on(day, 22) == []


def test_late_in_the_evening_of_utc_it_is_tomorrow_here(expected):
    """23:30 of 9 June in UTC is 00:30 of the 10th here, before seven."""
    remind(dt.datetime(2026, 6, 9, 23, 30, tzinfo=dt.UTC))

    assert not ReminderDay.objects.exists()


def test_once_a_week_means_once(expected, asked, amina):
    Person.objects.filter(pk=amina.pk).update(reminders="weekly")
    Recommendation.objects.update(due_on=DUE + dt.timedelta(days=1))

    assert [len(told_on(day)) for day in days(-9, -2, -1, 0, 1, 2, 5, 12)] == [
        0,
        1,
        0,
        0,
        0,
        0,
        1,
        1,
    ]
    mails = Mail.objects.order_by("pk")
    assert [mail.subject for mail in mails] == [
        "Reminder: 2 due", "Reminder: 2 overdue", "Reminder: 2 overdue",
    ]  # fmt: skip


def test_never_means_never(expected, amina):
    Person.objects.update(reminders="never")

    assert told_on(DUE) == []


def test_nobody_is_reminded_who_left_or_is_of_another_body(expected, asked, amina, ed, gus, chloe):
    AppointmentFactory(role="presenter", organisation=Organisation.objects.get(short_name="NDAS"))
    former = appoint("presenter")
    former.appointments.update(ends_on=dt.date(2020, 1, 1))
    gone = appoint("presenter")
    deactivate_person(gone, by=ed)

    assert [mail.to for mail in told_on(DUE)] == [amina.email]


def test_what_was_met_or_answered_is_not_reminded_of(expected, asked):
    ExpectedReturn.objects.update(met_by=PaperFactory(proposal=expected.proposal))
    Recommendation.objects.update(state="answered")

    assert told_on(DUE) == []


def test_body_is_not_reminded_of_what_it_was_not_told(asked, amina, lab):
    """Advice that is neither sent nor published."""
    meeting = held(dt.date(2026, 5, 4))
    paper = PaperFactory(proposal__submitting_body=lab)
    decision = advised(heard(meeting, paper), "C", [("condition", "SECRET")])
    Recommendation.objects.update(due_on=DUE)
    ExpectedReturn.objects.create(
        proposal=paper.proposal, decision=decision, words="soon", due_on=DUE
    )

    (mail,) = told_on(DUE)
    assert mail.subject == "Reminder: 1 due"


@pytest.mark.parametrize("addressee", ["committee", "force"])
def test_the_secretariat_is_reminded_of_what_nobody_else_may_answer(asked, ed, addressee):
    Recommendation.objects.update(addressee=addressee)

    assert ed.email in {mail.to for mail in told_on(DUE)}


@pytest.mark.parametrize("addressee", ["office", "force"])
@pytest.mark.parametrize("answers_for", ["", "office", "force"])
def test_an_office_is_reminded_of_what_is_asked_of_those_it_answers_for(
    asked, gus, ed, addressee, answers_for
):
    Recommendation.objects.update(addressee=addressee)
    Organisation.objects.update(answers_for=answers_for)
    advice = Recommendation.objects.get().line.advice
    sent = {"state": "sent", "sent_at": at(DUE), "sent_by": ed}
    signed = {"approved_at": at(DUE), "approved_by": ed}
    AdviceLetter.objects.create(advice=advice, document=a_document("ready"), **sent, **signed)

    told = gus.email in {mail.to for mail in told_on(DUE)}

    assert told is (answers_for in {"", addressee})


def test_an_office_is_not_reminded_of_what_no_letter_told_it(asked, gus):
    Recommendation.objects.update(addressee="office")

    assert gus.email not in {mail.to for mail in told_on(DUE)}


def test_an_office_is_reminded_of_the_response_it_owes(ed, ben, gus, opcc):
    letter = approve_letter(letter_on("B", by=ed), by=ben)
    sent = {"state": "sent", "sent_at": at(DUE - dt.timedelta(days=28)), "sent_by": ed}
    AdviceLetter.objects.filter(pk=letter.pk).update(**sent)
    assert told_on(DUE) == []  # the terms set no time
    ReminderDay.objects.all().delete()
    TermsOfReference.objects.update(response_days=28)

    (mail,) = told_on(DUE)

    assert mail.to == gus.email
    assert f"A response to L-{letter.pk}: due on 10 June 2026, today" in mail.body
    assert letter.get_absolute_url() in mail.body
    said = {"acceptance": "accepted", "responded_on": DUE, "entered_at": at(DUE)}
    Response.objects.create(letter=letter, office=opcc, entered_by=gus, **said)
    assert told_on(DUE + dt.timedelta(days=7)) == []


def test_owner_is_reminded_of_their_action_unless_it_is_closed_to_them(chloe, dev):
    item = AgendaItemFactory(meeting__state="called")
    for person in (chloe, dev):
        ActionPoint.objects.create(
            meeting=item.meeting, item=item, text="SECRET", owner_person=person, due_on=DUE
        )
    recuse(dev, item)

    (mail,) = told_on(DUE)
    assert mail.to == chloe.email
    assert "An action of the meeting of 2 March 2026: due on 10 June 2026, today" in mail.body
    assert "SECRET" not in mail.body


def test_one_fault_keeps_nobody_else_waiting(expected, amina, monkeypatch):
    one = reminders.remind_one

    def fails_for_another(person, **more):
        if person != amina:
            raise ValueError("odd")
        one(person, **more)

    appoint("presenter")
    monkeypatch.setattr(reminders, "remind_one", fails_for_another)

    assert [mail.to for mail in told_on(DUE)] == [amina.email]


def test_two_clocks_at_once_write_one_mail(expected, amina):
    due = [Due("x", "X", "/", DUE)]
    for _ in range(2):
        remind_person(amina, due, by=Person.objects.clock(), at=at(DUE))

    assert Mail.objects.count() == 1
