"""Reading the papers on a phone: marks, notes as they are typed, and two windows."""

import re

import pytest
from django.urls import reverse

from meetings import actions
from meetings.models import PrivateNote
from tests import factories

PHONE = {"width": 375, "height": 740}


@pytest.fixture
def called(page):
    meeting = factories.MeetingFactory(state="called", called_at=factories.NINE)
    for number, title in enumerate(["Burglary", "Robbery"], start=1):
        item = factories.item_with_paper(meeting, number=str(number), title=title)
        item.papers.update(title=f"{title} paper", summary="What it is about. " * 20)
    factories.AgendaItemFactory(meeting=meeting, kind="discussion", title="Self-assessment")
    return meeting


@pytest.fixture
def reading(page, called, sign_in):
    """The page, open before a member with a phone."""
    member = factories.appoint("member", name="Chloe Member")
    page.set_viewport_size(PHONE)
    sign_in(page, member).goto(reverse("meetings:pack", args=[called.slug]))
    return member


def test_the_next_unread_paper_is_one_tap_away(page, reading, assert_accessible):
    assert_accessible(page)
    page.set_viewport_size(PHONE)

    page.get_by_role("button", name=re.compile("Mark as read.*Burglary paper")).click()
    page.get_by_text("1 of 2 read").wait_for()
    page.get_by_role("link", name=re.compile("Next unread.*Robbery paper")).click()

    head = page.get_by_role("heading", name="Robbery paper").bounding_box()
    bar = page.get_by_text("1 of 2 read").bounding_box()
    assert bar["y"] + bar["height"] <= head["y"] < 740 / 2
    page.get_by_role("button", name=re.compile("Mark as read.*Robbery paper")).click()
    page.get_by_text("All read").wait_for()


def test_a_note_is_kept_as_it_is_typed(page, reading, assert_accessible):
    page.get_by_text("Write a private note about Burglary paper").click()
    box = page.get_by_label("Your private note about Burglary paper")
    box.press_sequentially("Ask why.")

    page.get_by_text("Saved", exact=True).wait_for()
    box.press_sequentially(" And when.")
    page.get_by_text("Not saved yet").wait_for()
    page.get_by_text("Saved", exact=True).wait_for()

    assert PrivateNote.objects.get().text == "Ask why. And when."
    page.reload()
    assert page.get_by_label("Your private note about Burglary").input_value().endswith("when.")
    assert_accessible(page)


def test_two_windows_keep_both_texts(page, reading, called):
    page.get_by_text("Write a private note about Self-assessment").click()
    actions.write_note(called.items.last(), by=reading, text="On the laptop")

    page.get_by_label("Your private note about Self-assessment").press_sequentially("On the phone")

    page.get_by_role("heading", name="You changed this note in another window").wait_for()
    page.get_by_text("On the laptop").wait_for()
    page.get_by_role("button", name="Keep the note").click()
    page.get_by_role("heading", name="Agenda and papers").wait_for()
    assert PrivateNote.objects.get().text == "On the phone"


def test_without_a_network_the_note_says_so_and_is_kept_later(page, reading):
    page.get_by_text("Write a private note about Burglary paper").click()
    page.context.set_offline(True)
    page.get_by_label("Your private note about Burglary paper").press_sequentially("Ask why.")
    page.get_by_text("Not saved yet: no connection.").wait_for()

    page.context.set_offline(False)

    page.get_by_text("Saved", exact=True).wait_for()
    assert PrivateNote.objects.get().text == "Ask why."
