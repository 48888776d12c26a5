"""Minutes are typed while the network is cut; then something else goes wrong as well.

Each run has an item of the agenda and a browser profile of its own. The wire is cut at a random
byte of what is sent or answered, twenty lines are typed, some moved and removed, and one of
MISHAPS happens. In the end the database must hold exactly the lines that stood on the page,
in that order; at no moment may the page have said "saved" of a line that was not; and the
browser's files must hold nothing of any line after the sign-out.
"""

import json
import os
import random
import re
import shutil
import string
import subprocess
import sys
import time
from contextlib import closing, suppress
from dataclasses import dataclass, field

from django.contrib.sessions.models import Session
from playwright.sync_api import Error, expect, sync_playwright

from committee.order import in_order
from meetings.models import Entry
from tests.factories import AgendaItemFactory
from tests.reliability.profile import Profile
from tests.reliability.proxy import DOWN, UP, Proxy
from tests.reliability.result import Result
from tests.reliability.site import PASSWORD
from tests.servers import ROOT

TARGET = 100
WHAT = "runs of minutes taken offline: nothing lost, doubled, out of order or left in the browser"
RUNS = {"small": 1, "full": TARGET}
LINES = 20
KEPT_AFTER = 300  # ms: words younger than that may die with the page
SAID = [
    "asked who had been told",
    "said that the streets were drawn by lot",
    "wondered why",
    "agreed",
]
SAVED, NOT_SAVED = (
    re.compile(r"\d+ lines? saved"),
    re.compile(r"Not yet saved|Sign in again|Saving"),
)


def run(site, size) -> Result:
    mishaps, good = list(MISHAPS), 0
    with sync_playwright() as playwright, closing(Proxy(site.url)) as proxy:
        scene = Scene(site, playwright, proxy)
        for number in range(RUNS[size]):
            wrong = scene.play(number, mishaps[number % len(mishaps)])
            good += not wrong
            for words in wrong:
                sys.stderr.write(f"R15 run {number}, {words}\n")
    return Result(good, RUNS[size], f"{WHAT} ({proxy.cuts} cuts, {scene.typed} lines typed)")


@dataclass
class Taking:
    """One run: what has been typed, and what must be on record in the end."""

    rng: random.Random
    lines: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)  # each in one line only, to be searched for
    wrong: list[str] = field(default_factory=list)

    def new_line(self) -> str:
        word = "".join(self.rng.choices(string.ascii_lowercase, k=12))
        self.words.append(word)
        self.lines.append(f"Somebody {self.rng.choice(SAID)} {word}")
        return self.lines[-1]


class Scene:
    """A secretary who minutes at the end of a bad wire."""

    def __init__(self, site, playwright, proxy):
        self.site, self.proxy, self.playwright = site, proxy, playwright
        self.room = site.room(members=3)
        self.secretary = self.room.secretary
        site.sign_in(self.secretary)  # gives her a password, and shows that it works
        self.typed = 0

    def play(self, number: int, mishap: str) -> list[str]:
        """One run; what went wrong in it."""
        self.proxy.mend()
        taking = Taking(random.Random(number))  # noqa: S311 -- the same run again
        self.item = AgendaItemFactory(meeting=self.room.meeting, kind="discussion")
        folder = self.site.folder / f"profile-{number}"
        self.browser = Profile(self.playwright, folder, self.proxy.url)
        try:
            self._minute(taking, mishap)
        except (Error, AssertionError) as error:
            taking.wrong.append(f"{type(error).__name__}: {' '.join(str(error).split())[:400]}")
        self.browser.close()
        found = self.browser.holding(taking.words)
        taking.wrong += [f"{file} holds {len(words)} lines" for file, words in found.items()]
        shutil.rmtree(folder, ignore_errors=True)
        return [f"{mishap}: {words}" for words in taking.wrong]

    def _minute(self, taking, mishap):
        self.page = self.browser.open()
        self.browser.sign_in(self.site.visitor(self.secretary))
        self._open(self.page)
        silent = taking.rng.random() < 0.3
        self.proxy.cut_after(
            taking.rng.randrange(1, 3000), taking.rng.choice([UP, DOWN]), silent=silent
        )
        self._type(taking)
        if not self.proxy.is_cut:
            self.proxy.cut(silent=silent)
        self._type_one(taking)
        self.page.wait_for_timeout(KEPT_AFTER)
        MISHAPS[mishap](self, taking)
        self.proxy.mend()
        self._until_saved(taking)
        self._sign_out()

    # --- what the secretary does

    def _open(self, page):
        for patience in range(5):
            try:
                page.goto(self.item.log_url)
                break
            except Error:  # Chromium itself tries again when there was no network
                if patience == 4:
                    raise
                page.wait_for_timeout(500)
        expect(page.locator(FIELDS).last).to_be_visible(timeout=20_000)

    def _type(self, taking):
        for number in range(LINES - 1):
            self._type_one(taking)
            chance = taking.rng.random()
            if number > 2 and chance < 0.15:
                self._press_on(len(taking.lines) - 2, "Control+a", "Delete", "Backspace")
                taking.lines.pop(-2)
            elif number > 2 and chance < 0.3:
                self._press_on(len(taking.lines) - 1, "Alt+ArrowUp")
                taking.lines.insert(-1, taking.lines.pop())

    def _type_one(self, taking):
        fields = self.page.locator(FIELDS)
        if fields.count() and fields.last.input_value():
            fields.last.focus()
            self.page.keyboard.press("Control+End")
            self.page.keyboard.press("Enter")
        else:
            fields.last.focus()
        line = taking.new_line()
        self.page.keyboard.insert_text(line[:-5])
        self.page.keyboard.type(line[-5:])
        self.typed += 1
        if self.proxy.is_cut:
            self._expect_not_saved()

    def _press_on(self, number, *keys):
        self.page.locator(FIELDS).nth(number).focus()
        for key in keys:
            self.page.keyboard.press(key)

    def _expect_not_saved(self):
        expect(self.page.locator(STATUS)).to_have_text(NOT_SAVED, timeout=10_000)

    def _sign_out(self):
        self.page.get_by_role("button", name="Sign out").first.click()
        expect(self.page.get_by_role("link", name="Sign in").first).to_be_visible()

    def _until_saved(self, taking):
        place = self.page.locator(STATUS)
        try:
            expect(place).to_have_text(SAVED, timeout=40_000)
        except AssertionError:
            taking.wrong.append(f"never saved: {place.inner_text()}")
        kept = [entry.text for entry in in_order(Entry.objects.filter(item=self.item))]
        if kept != taking.lines:
            taking.wrong.append(told(taking.lines, kept))
        shown = [text for text in self.page.locator(FIELDS).evaluate_all(VALUES) if text]
        if shown != taking.lines:
            taking.wrong.append("on the page, " + told(taking.lines, shown))

    # --- what goes wrong as well

    def reloaded(self, taking):
        with suppress(Error):  # without a network there may be no page at all
            self.page.reload(timeout=5000)
            self._expect_not_saved()
        self.proxy.mend()
        self._open(self.page)

    def killed(self, taking):
        self.browser.kill()
        self.page = self.browser.open()
        self.browser.sign_in(self.site.visitor(self.secretary))
        self.proxy.mend()
        self._open(self.page)

    def session_ended(self, taking):
        Session.objects.all().delete()
        self.proxy.mend()
        expect(self.page.locator(STATUS)).to_contain_text("Sign in again", timeout=40_000)
        door = self.browser.context.new_page()
        door.goto("/sign-in/")
        door.get_by_label("Email address").fill(self.secretary.email)
        door.locator("#id_password").fill(PASSWORD)
        door.get_by_role("button", name="Sign in").first.click()
        expect(door.get_by_role("heading", name="Worklist")).to_be_visible()
        door.close()

    def upgraded(self, taking):
        self.site.stop_web()
        self.site.start_web(STATIC_ROOT=str(self._new_version()))
        if taking.rng.random() < 0.5:
            self.proxy.mend()
            self._open(self.page)

    def second_tab(self, taking):
        other = self.browser.context.new_page()
        with suppress(Error):
            other.goto(self.item.log_url, timeout=5000)
        self.proxy.mend()
        self._open(other)

    def online_twice(self, taking):
        self.proxy.mend()
        self.page.evaluate("for (const _ of [1, 2]) dispatchEvent(new Event('online'))")

    def _new_version(self):
        """The static files of another version: every script and style has another name."""
        changed, made = self.site.folder / "changed", self.site.folder / f"static-{time.time_ns()}"
        shutil.copytree(ROOT / "static", changed, dirs_exist_ok=True)
        for file in [*changed.glob("js/**/*.js"), *changed.glob("css/**/*.css")]:
            file.write_text(f"{file.read_text()}\n/* {made.name} */\n")
        subprocess.run(
            [sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"],
            cwd=ROOT,
            env=os.environ
            | {
                "DJANGO_SETTINGS_MODULE": "tests.changed_settings",
                "CHANGED": json.dumps({"STATICFILES_DIRS": [str(changed)]}),
                "STATIC_ROOT": str(made),
            },
            check=True,
        )
        return made


def told(expected, found):
    """How two lists of lines differ, in few words."""
    lost = [line for line in expected if line not in found]
    more = [line for line in found if line not in expected]
    double = len(found) - len(set(found))
    if not lost and not more and not double:
        return f"{len(expected)} lines out of order: {found}"
    return f"{len(lost)} lost {lost}, {double} double, {len(more)} strange {more}"


STATUS = "#save .de-save"
FIELDS = "#lines .r-line textarea"
VALUES = "fields => fields.map(field => field.value)"
MISHAPS = {
    name: getattr(Scene, name)
    for name in ("killed", "second_tab", "reloaded", "session_ended", "upgraded", "online_twice")
}
