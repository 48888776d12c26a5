"""The minute book when the network fails: nothing lost, nothing twice, nothing left behind."""

import time

from playwright.sync_api import expect

from meetings.actions import note_entry
from tests.browser.book.hands import on_record, opened, saved, shown, typed
from tests.factories import appoint

KEPT = """async () => {
    const names = await indexedDB.databases();
    if (!names.some((one) => one.name === "minute-book")) return null;
    const db = await new Promise((done) => {
        const asked = indexedDB.open("minute-book");
        asked.onsuccess = () => done(asked.result);
    });
    const all = (name) => new Promise((done) => {
        const asked = db.transaction(name).objectStore(name).getAll();
        asked.onsuccess = () => done(asked.result);
    });
    const [keys, ops, about] = [await all("keys"), await all("ops"), await all("about")];
    const text = (one) => new TextDecoder().decode(one.box);
    const told = { keys: keys.map((one) => one.extractable), ops: ops.length, about: about.length,
        readable: [...ops, ...about.filter((one) => one.box)].map(text).join(" ") };
    db.close();
    return told;
}"""


def status(page):
    return page.locator("#save .de-save")


def test_lines_typed_without_a_network_wait_encrypted_and_are_saved_once(book, item):
    book.context.set_offline(True)
    typed(book, "one secret", "two", "q three")
    expect(status(book)).to_contain_text("Not yet saved (3): no network")
    book.keyboard.press("ArrowUp")
    book.keyboard.press("Alt+ArrowUp")
    time.sleep(0.5)
    kept = book.evaluate(KEPT)
    assert kept["keys"] == [False]
    assert kept["ops"] == 4
    assert "secret" not in kept["readable"]

    book.context.set_offline(False)
    saved(book, 3)
    assert on_record(item) == [[0, "one secret"], [0, "three"], [0, "two"]]
    assert book.evaluate(KEPT)["ops"] == 0


def test_a_reload_without_a_network_goes_on_with_what_waits(book, item, ed):
    note_entry(item, by=ed, text="saved before")
    book.evaluate("async () => { await navigator.serviceWorker.ready }")
    book.reload()
    saved(book, 1)
    expect(book.locator(".r-lines--book .r-line--current textarea")).to_be_focused()
    book.context.set_offline(True)
    typed(book, "first", "second")
    expect(status(book)).to_contain_text("Not yet saved (2)")
    time.sleep(0.5)

    book.reload()
    expect(book.get_by_text("No network.").first).to_be_visible()
    expect(status(book)).to_contain_text("Not yet saved (2)")
    assert shown(book) == [[0, "first"], [0, "second"]]
    book.locator(".r-lines--book textarea").last.click()
    typed(book, "third")
    book.context.set_offline(False)
    saved(book, 4)
    assert on_record(item) == shown(book)
    assert [text for _, text in on_record(item)] == ["saved before", "first", "second", "third"]


def test_another_tab_sends_what_this_one_left_and_nothing_twice(book, item):
    book.context.set_offline(True)
    typed(book, "one", "two")
    expect(status(book)).to_contain_text("Not yet saved (2)")
    time.sleep(0.5)
    other = book.context.new_page()
    book.context.set_offline(False)
    opened(other, item)
    saved(other, 2)
    saved(book, 2)
    for page in (book, other):
        page.evaluate("dispatchEvent(new Event('online'))")
        page.evaluate("dispatchEvent(new Event('online'))")
    time.sleep(1)
    assert on_record(item) == [[0, "one"], [0, "two"]]
    other.close()


def test_a_session_that_ended_asks_to_sign_in_and_loses_nothing(book, item, ed, sign_in):
    typed(book, "one")
    saved(book, 1)
    book.context.clear_cookies()
    typed(book, "two")
    expect(status(book)).to_contain_text("Sign in again, 1 line waits here")

    sign_in(book, ed)
    expect(status(book)).to_have_text("All 2 lines saved", timeout=30_000)
    assert on_record(item) == [[0, "one"], [0, "two"]]


def test_lines_of_one_are_neither_shown_to_nor_sent_by_another(book, item, sign_in):
    book.context.set_offline(True)
    typed(book, "of Ed")
    expect(status(book)).to_contain_text("Not yet saved (1)")
    time.sleep(0.5)
    book.context.clear_cookies()
    book.goto("about:blank")
    sign_in(book, appoint("secretariat", name="Naomi Clarke"))
    book.context.set_offline(False)
    opened(book, item)
    typed(book, "of Naomi")
    saved(book, 1)
    assert on_record(item) == [[0, "of Naomi"]]
    assert book.evaluate(KEPT)["ops"] == 1


def test_signing_out_asks_and_then_leaves_nothing_behind(book, item, ed, sign_in):
    typed(book, "saved")
    saved(book, 1)
    book.context.set_offline(True)
    typed(book, "waits")
    expect(status(book)).to_contain_text("Not yet saved (1)")

    book.get_by_role("button", name="Sign out").click()
    asked = book.get_by_role("dialog", name="1 line not yet saved")
    expect(asked).to_be_visible(timeout=15_000)
    asked.get_by_role("button", name="Stay signed in").click()
    expect(status(book)).to_contain_text("Not yet saved (1)")
    book.context.set_offline(False)
    saved(book, 2)
    book.get_by_role("button", name="Sign out").click()
    expect(book.get_by_role("link", name="Sign in")).to_be_visible()
    kept = book.evaluate(KEPT)
    assert (kept["keys"], kept["ops"], kept["about"]) == ([], 0, 0)
    assert book.evaluate("caches.keys()") == []


def test_a_restricted_item_is_never_kept(page, sign_in, ed, item):
    type(item).objects.filter(pk=item.pk).update(restricted=True, restricted_reason="Personal")
    opened(sign_in(page, ed), item)
    expect(page.get_by_text("Restricted item: its lines are not kept")).to_be_visible()
    page.context.set_offline(True)
    typed(page, "hush")
    expect(status(page)).to_contain_text("Keep this page open")
    kept = page.evaluate(KEPT)
    assert kept is None or (kept["ops"], kept["about"]) == (0, 0)
    page.context.set_offline(False)
    saved(page, 1)
