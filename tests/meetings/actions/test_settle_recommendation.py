import datetime as dt

import pytest
from django.urls import reverse

from committee.closed import open_to
from committee.models import Event
from committee.refusals import NotPermitted, Refused
from meetings.actions import settle_recommendation
from meetings.minutes import snapshot_of
from meetings.minutes.reader import said_to
from meetings.models import MinutesVersion
from meetings.records.export import record_of
from meetings.settling import to_settle
from proposals.actions import add_advice_line, approve_advice, rule_on_recommendation
from proposals.models import Advice, PublishedRuling, Recommendation
from tests.factories import NINE, AgendaItemFactory, MeetingFactory, PaperFactory
from tests.interests import recuse
from tests.ledger import advice_on, answered, asked_of, rule, undertaken
from tests.publishing import advised, heard, published

pytestmark = pytest.mark.django_db
CLOSES = {"verdict": "closes", "reason": "It is on the web."}
LATER = dt.date(2026, 6, 1)


@pytest.fixture
def item():
    meeting = MeetingFactory(on=LATER, state="under_way", started_at=NINE)
    return AgendaItemFactory(meeting=meeting, kind="actions_update", title="Update on actions")


@pytest.fixture
def asked():
    """A point to the force, after a final outcome: no paper will come that answers it."""
    return asked_of(PaperFactory(state="considered"), addressee="force", state="answered")


def page(item, query=""):
    return reverse("meetings:settle_recommendation", args=[item.meeting.slug, item.pk]) + query


@pytest.mark.parametrize(("verdict", "state"), [("closes", "closed"), ("keeps", "open")])
def test_settle_recommendation_takes_force_with_the_minutes(item, asked, ed, ben, verdict, state):
    ruling = settle_recommendation(
        item, by=ed, at=NINE, recommendation=asked, verdict=verdict, reason="As heard."
    )

    asked.refresh_from_db()
    assert (asked.state, ruling.in_force_at) == ("answered", None)
    assert ruling.advice.given.item == item
    event = Event.objects.last()
    assert (event.act, event.at) == ("meetings.settle_recommendation", NINE)
    assert event.facts == {"label": "R-1", "verdict": verdict, "advice": ruling.advice_id}

    approve_advice(ruling.advice, by=ben, at=NINE)

    asked.refresh_from_db()
    ruling.refresh_from_db()
    assert (asked.state, ruling.in_force_at) == (state, NINE)


def test_what_one_meeting_settles_stands_together_and_can_be_said_anew(item, asked, ed):
    undertaking = undertaken(PaperFactory())
    settle_recommendation(item, by=ed, recommendation=asked, **CLOSES)

    settle_recommendation(item, by=ed, recommendation=undertaking, **CLOSES)
    ruling = settle_recommendation(item, by=ed, recommendation=asked, verdict="keeps")

    assert Advice.objects.filter(given__item=item).get() == ruling.advice
    said = ruling.advice.rulings.values_list("recommendation", "verdict")
    assert set(said) == {(asked.pk, "keeps"), (undertaking.pk, "closes")}


def test_an_undertaking_without_papers_is_closed_too(item, ed, ben):
    made = Recommendation.objects.create(
        kind="U", number=7, text="Find a room.", addressee="committee", asked_on=NINE.date()
    )

    approve_advice(settle_recommendation(item, by=ed, recommendation=made, **CLOSES).advice, by=ben)

    made.refresh_from_db()
    assert made.state == "closed"


def test_what_other_advice_rules_on_is_left_to_it(item, asked, ed, ben):
    other = advice_on(asked.papers.get())
    rule(other, asked, "keeps", by=ben)

    with pytest.raises(Refused, match="The advice “Now” rules on R-1 already"):
        settle_recommendation(item, by=ed, recommendation=asked, **CLOSES)


def test_a_closed_point_is_not_settled(item, asked, ed):
    type(asked).objects.update(state="closed")

    with pytest.raises(Refused, match="is closed"):
        settle_recommendation(item, by=ed, recommendation=asked, **CLOSES)
    assert not Advice.objects.filter(given__item=item).exists()


@pytest.mark.parametrize("name", ["amina", "chloe", "gus"])
def test_who_may_not_settle(item, asked, name, request):
    with pytest.raises(NotPermitted, match="Only the chair"):
        settle_recommendation(
            item, by=request.getfixturevalue(name), recommendation=asked, **CLOSES
        )


@pytest.mark.parametrize("state", ["called", "closed", "cancelled"])
def test_only_while_the_meeting_lasts(item, asked, ben, state):
    item.meeting.state = state

    with pytest.raises(NotPermitted, match=f"The meeting is {state}, not under way"):
        settle_recommendation(item, by=ben, recommendation=asked, **CLOSES)


def test_only_under_the_update_on_actions(item, asked, ben):
    other = AgendaItemFactory(meeting=item.meeting, kind="paper")

    with pytest.raises(NotPermitted, match="under its update on actions"):
        settle_recommendation(other, by=ben, recommendation=asked, **CLOSES)


def test_what_this_meeting_asks_itself_is_not_settled_at_it(item, asked, ed):
    advised(heard(item.meeting), asked=[("recommendation", "New.")])
    undertaken(PaperFactory(), asked_on=LATER)
    earlier = undertaken(PaperFactory(), asked_on=NINE.date())

    assert list(to_settle(item.meeting, ed)) == [asked, earlier]


def test_it_asks_nothing_new(item, asked, ed):
    advice = settle_recommendation(item, by=ed, recommendation=asked, **CLOSES).advice

    with pytest.raises(NotPermitted, match="only says what became of earlier points"):
        add_advice_line(advice, by=ed, kind="recommendation", text="Do more.")


def test_minutes_and_open_ledger_say_it_once_published(item, asked, ed, ben):
    answered(asked, ed, "It is printed.")
    settle_recommendation(item, by=ed, recommendation=asked, **CLOSES)

    published(item.meeting, ed)

    told = PublishedRuling.objects.get()
    assert (told.kind, told.number, told.verdict) == ("R", 1, "closes")
    assert (told.reason, told.answer) == ("It is on the web.", "It is printed.")
    said = item.meeting.minutes.get().snapshot["sections"][0]["advice"][0]
    assert told.minutes_url.endswith(f"#{said['anchor']}")
    assert said["ruled"][0]["sentence"]["ref"] == "R-1 is closed."


def test_records_have_no_place_for_it(item, asked, ed):
    settle_recommendation(item, by=ed, recommendation=asked, **CLOSES)

    assert not record_of(item.meeting).get("advice")


def test_who_left_for_a_paper_reads_nothing_of_its_points(item, asked, ed, chloe):
    paper = asked.papers.get()
    here = heard(item.meeting, paper)
    recuse(chloe, here)
    ruling = settle_recommendation(item, by=ed, recommendation=asked, **CLOSES)
    version = MinutesVersion(meeting=item.meeting, number=1)
    version.snapshot = snapshot_of(item.meeting, version)
    chloe = type(chloe).objects.get(pk=chloe.pk)

    assert "on the web" not in str(said_to(version, chloe))
    assert "on the web" in str(said_to(version, ed))
    assert not open_to(type(ruling).objects.all(), chloe).exists()


def test_who_left_reads_no_ruling_of_advice_that_is_withheld(item, asked, ben, chloe):
    here = heard(item.meeting, asked.papers.get())
    decision = advised(AgendaItemFactory(meeting=item.meeting, kind="advice"))
    decision.decision_papers.create(paper=asked.papers.get())
    rule_on_recommendation(decision.advice, asked, by=ben, **CLOSES)
    recuse(chloe, here)
    version = MinutesVersion(meeting=item.meeting, number=1)
    version.snapshot = snapshot_of(item.meeting, version)

    assert "on the web" not in str(said_to(version, chloe))


def test_the_page_under_the_update_on_actions(client, item, asked, ed):
    answered(asked, ed, "It is printed.")
    type(asked).objects.update(due_on=LATER)
    client.force_login(ed)

    offered = client.get(item.log_url).content.decode()
    shown = client.get(page(item, "?point=R-1")).content.decode()
    answer = client.post(page(item), {"recommendation": asked.pk, **CLOSES})

    assert f'href="{page(item, "?point=R-1")}"' in offered
    assert "It is printed." in shown
    assert f'<option value="{asked.pk}" selected>' in shown
    assert answer.url == item.log_url
    again = client.get(item.log_url).content.decode()
    assert "Closes it, once “What became of earlier points” is approved." in again
    assert page(item, "?point=R-1") not in again


def test_it_is_changed_and_taken_back_on_the_page_of_its_advice(client, item, asked, ben):
    advice = settle_recommendation(item, by=ben, recommendation=asked, **CLOSES).advice
    client.force_login(ben)
    there = reverse("meetings:rule_on_recommendation", args=[item.meeting.slug, advice.pk, "R-1"])

    assert (
        "What this advice makes of R-1"
        in client.get(
            reverse("meetings:advice", args=[item.meeting.slug, advice.pk])
        ).content.decode()
    )
    client.post(there, {"verdict": ""})

    assert not advice.rulings.exists()
