"""A meeting under way, and the page on which the secretary minutes one of its items."""

import datetime as dt
import time

import pytest

from meetings.actions import (
    call_meeting,
    mark_attendance,
    place_item,
    plan_meeting,
    start_meeting,
)
from tests.browser.book.hands import opened
from tests.factories import DAY, PaperFactory, appoint


@pytest.fixture
def meeting(ed, ben, chloe, dev):
    """A meeting under way with people in the room."""
    meeting = plan_meeting(by=ed, on=DAY, starts_at=dt.time(10), ends_at=dt.time(13))
    place_item(meeting, by=ed, kind="paper", title="Vehicle theft", papers=[PaperFactory()])
    place_item(meeting, by=ed, kind="discussion", title="Finance")
    start_meeting(call_meeting(meeting, by=ed), by=ed)
    marks = {ben: "present", chloe: "remote", dev: "apologies", ed: "present"}
    return mark_attendance(meeting, by=ed, marks=marks, chair=ben)


@pytest.fixture
def item(meeting):
    return meeting.items.get(title="Vehicle theft")


@pytest.fixture
def book(page, sign_in, ed, item):
    """The secretary's page of the item, ready to type in its new line."""
    sign_in(page, ed)
    yield opened(page, item)
    page.goto("about:blank")  # it asks every two seconds: let the last answer be given
    time.sleep(0.3)


@pytest.fixture
def naomi(db):
    return appoint("secretariat", name="Naomi Clarke")
