"""Two secretaries with the same item before them, in two real browsers, typing into each other.

Part of R14: what is typed must be in the minutes, in the history of its line, or before the
eyes of whoever typed it.
"""

import random
import re

from playwright.sync_api import expect, sync_playwright

from meetings.models import Entry, EntryVersion
from tests.factories import AgendaItemFactory, appoint
from tests.reliability.profile import Profile

FIELDS, STATUS = "#lines .r-line textarea:not(.r-merge)", "#save .de-save"
SETTLED = re.compile(r"saved$|Conflict", re.IGNORECASE)
TEXTS = """() => document.getElementById('book').closest('.r-book').innerText + ' '
    + [...document.querySelectorAll('textarea')].map((one) => one.value).join(' ')"""
TURNS, ASKED = 6, ".r-asks"


def play(site, runs: int) -> tuple[int, int, list[str]]:
    """How many of ``runs`` lost nothing, how many texts were asked about, and what went wrong."""
    room, good, asked, wrong = site.room(members=2), 0, 0, []
    people = [room.secretary, appoint("secretariat")]
    with sync_playwright() as playwright:
        browsers = [Profile(playwright, site.folder / f"two-{n}", site.url) for n in range(2)]
        pages = [one.open() for one in browsers]
        for one, person in zip(browsers, people, strict=True):
            one.sign_in(site.visitor(person))
        for seed in range(runs):
            item = AgendaItemFactory(meeting=room.meeting, kind="discussion")
            lost, questions = _one(pages, item, random.Random(seed))  # noqa: S311 -- same again
            good, asked = good + (not lost), asked + questions
            wrong += [f"browsers, seed {seed}: {words} is nowhere" for words in lost]
        for one in browsers:
            one.close()
    return good, asked, wrong


def _one(pages, item, dice):
    """One item in both browsers; the words that are lost, and how many questions were asked."""
    Entry.objects.bulk_create(Entry(item=item, position=n, text=f"line {n}") for n in range(2))
    for page in pages:
        page.goto(item.log_url)
        expect(page.locator(FIELDS).last).to_be_visible()
    typed = []
    for turn in range(TURNS):
        page = dice.choice(pages)
        word = f"word{turn}x{dice.randrange(10**9)}"
        typed.append(word)
        fields = page.locator(FIELDS)
        fields.nth(dice.randrange(2) if dice.random() < 0.75 else fields.count() - 1).focus()
        page.keyboard.press("End")
        if dice.random() < 0.25:
            page.keyboard.press("Enter")
        page.keyboard.insert_text(f" {word}")
        page.wait_for_timeout(dice.choice([0, 0, 60, 400]))
    for page in pages:
        expect(page.locator(STATUS)).to_have_text(SETTLED, timeout=30_000)
    shown = " ".join(page.evaluate(TEXTS) for page in pages)
    kept = [*Entry.objects.filter(item=item).values_list("text", flat=True)]
    kept += EntryVersion.objects.filter(item=item).values_list("text", flat=True)
    there = " ".join([shown, *kept])
    return [word for word in typed if word not in there], sum(
        page.locator(ASKED).count() for page in pages
    )
