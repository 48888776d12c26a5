"""What waits in the browser too long: announced a day before, then removed by the next page."""

import datetime as dt
import time

import pytest
from playwright.sync_api import expect

from tests.browser.book.hands import typed
from tests.browser.book.test_offline import KEPT, status


def later(page, hours, minutes=0):
    """Have ``page``, and those it opens, believe that so much time has passed."""
    moment = dt.datetime.now(dt.UTC) + dt.timedelta(hours=hours, minutes=minutes)
    page.clock.set_fixed_time(moment)


@pytest.fixture
def left(book):
    """The browser of a secretary who typed a line without a network, and was signed out."""
    book.context.set_offline(True)
    typed(book, "waits")
    expect(status(book)).to_have_text("Not yet saved (1): no network")
    time.sleep(0.5)
    book.context.clear_cookies()
    book.goto("about:blank")
    book.context.set_offline(False)
    return book


def kept(page):
    return page.evaluate(KEPT)["ops"]


def test_a_day_before_the_page_says_when_what_waits_is_deleted(book):
    book.context.set_offline(True)
    typed(book, "waits")
    expect(status(book)).to_have_text("Not yet saved (1): no network")

    later(book, 47, 55)
    time.sleep(4)  # it looks at the clock whenever it has asked for the network in vain
    expect(status(book)).to_have_text("Not yet saved (1): no network")
    later(book, 48, 5)
    expect(status(book)).to_contain_text("no network, deleted from this computer in 24 h")
    later(book, 71, 30)
    expect(status(book)).to_contain_text("deleted from this computer in 1 h")
    assert kept(book) == 1


def test_after_71_hours_it_still_waits_and_every_page_says_so(left, sign_in, ed):
    later(left, 71)
    sign_in(left, ed)
    left.goto("/work/")

    expect(left.get_by_text("1 line of minutes not yet saved.")).to_be_visible()
    assert kept(left) == 1


@pytest.mark.parametrize("who", ["ed", "naomi"])
def test_after_72_hours_the_next_signed_in_page_removes_it_whoever_typed_it(
    left, sign_in, request, item, who
):
    later(left, 72, 5)
    left.goto("/")  # signed out: nobody looks
    assert kept(left) == 1

    sign_in(left, request.getfixturevalue(who))
    left.goto("/work/")

    deadline = time.monotonic() + 5
    while kept(left) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert kept(left) == 0
    expect(left.get_by_text("not yet saved")).to_have_count(0)
    assert item.entries.count() == 0
