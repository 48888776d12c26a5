"""Who is recused after the pack was made has one of their own, without anybody ordering it."""

import datetime as dt

import pytest

from committee.models import Document, Event, Mail
from meetings.actions import order_pack, record_interest, rule_on_interest, withdraw_interest
from meetings.models import Pack
from meetings.packs import order_missing, standing_of
from tests.factories import NINE, MeetingFactory, item_with_paper
from tests.interests import LEAVE, NATURE, NOTE, SPEAK, declared, terms_say
from tests.meetings.test_on_ready import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def called(ed):
    meeting = MeetingFactory(state="called", called_at=NINE)
    for title in ("Burglary", "Robbery"):
        item_with_paper(meeting, title=title)
    return meeting


def items(meeting):
    return list(meeting.items.all())


def own_pack(meeting, person):
    """The pack meant for ``person``: the newest document they reach."""
    person.__dict__.pop("_closed", None)
    document = Document.objects.visible_to(person).latest("pk")
    assert standing_of(meeting, person).document == document
    assert not standing_of(meeting, person).is_older
    return document


def test_whoever_declares_has_a_pack_of_their_own_at_once(called, ed, chloe, dev):
    whole = order_pack(called, by=ed)

    declared(called, chloe, item=items(called)[0])

    hers = own_pack(called, chloe)
    assert [one.get("closed") for one in hers.snapshot["items"]] == [True, None]
    assert (hers.state, hers.ordered_by) == ("queued", ed)
    assert Event.objects.last().facts["packs"] == [hers.pk]
    assert own_pack(called, dev) == whole


def test_so_has_whom_the_secretary_records_and_whom_the_chair_sends_out(
    called, ed, ben, chloe, dev
):
    order_pack(called, by=ed)
    terms_say(called, LEAVE)
    record_interest(called, chloe, by=ed, nature=NATURE, item=items(called)[0])
    interest = declared(called, dev, effect=SPEAK, item=items(called)[1])
    assert Pack.objects.count() == 2  # to speak and not to vote closes nothing

    rule_on_interest(interest, by=ben, effect=LEAVE, reason="A relative")

    closed = [[one.get("closed") for one in own_pack(called, who).snapshot["items"]]
              for who in (chloe, dev)]  # fmt: skip
    assert closed == [[True, None], [None, True]]


def test_whoever_withdraws_has_again_what_they_had(called, ed, chloe):
    whole = order_pack(called, by=ed)
    first = declared(called, chloe, item=items(called)[0])
    second = declared(called, chloe, item=items(called)[1])

    withdraw_interest(first, by=chloe)
    assert [one.get("closed") for one in own_pack(called, chloe).snapshot["items"]] == [None, True]
    withdraw_interest(second, by=chloe)

    assert own_pack(called, chloe) == whole
    assert Pack.objects.count() == 4


def test_what_was_made_before_the_pack_was_made_again_is_made_again(called, ed, chloe):
    order_pack(called, by=ed)
    withdraw_interest(declared(called, chloe, item=items(called)[0]), by=chloe)
    called.items.filter(title="Robbery").update(title="Fraud")
    order_pack(called, by=ed)

    declared(called, chloe, item=items(called)[0])

    assert "Fraud" in str(own_pack(called, chloe).snapshot)


def test_nothing_is_ordered_twice(called, ed, chloe):
    order_pack(called, by=ed)
    declared(called, chloe, item=items(called)[0])
    before = Document.objects.count()

    assert order_missing(chloe) == {}
    assert Document.objects.count() == before


@pytest.mark.parametrize("effect", [NOTE, LEAVE])
def test_no_pack_is_made_where_none_was_ordered(called, chloe, effect):
    declared(called, chloe, effect=effect, item=items(called)[0])

    assert not Pack.objects.exists()
    assert "packs" not in Event.objects.last().facts


def test_a_paper_that_another_meeting_hears_is_left_out_there_too(called, ed, chloe):
    paper = items(called)[0].papers.get()
    other = MeetingFactory(state="called", on=dt.date(2026, 6, 1))
    item_with_paper(other).item_papers.create(paper=paper, position=9)
    order_pack(other, by=ed)

    declared(called, chloe, paper=paper)

    assert str(paper) not in str(own_pack(other, chloe).snapshot)


def test_the_committee_is_told_of_the_papers_when_all_packs_are_made(called, ed, chloe):
    whole = order_pack(called, by=ed)
    declared(called, chloe, item=items(called)[0])
    hers = own_pack(called, chloe)

    for document in (whole, hers):  # hers, ordered by her declaration, is the last to be made
        make(document)

    assert Mail.objects.filter(key__startswith=f"announce_papers-{called.pk}-").exists()
