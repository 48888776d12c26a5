"""Hands and eyes of a secretary at the minute book."""

from playwright.sync_api import expect

from meetings import outline


def opened(page, item):
    page.goto(item.log_url)
    expect(page.locator(".r-lines--book .r-line--current textarea")).to_be_focused()
    return page


def typed(page, *lines):
    """Type lines one after another, as fast as the keyboard goes."""
    for line in lines:
        page.keyboard.type(line)
        page.keyboard.press("Enter")


def saved(page, count):
    words = "1 line saved" if count == 1 else f"All {count} lines saved"
    expect(page.locator("#save .de-save")).to_have_text(words)


def shown(page):
    """What stands in the lines, with their depths; the empty one at the end left out."""
    rows = page.locator(".r-lines--book .r-line").evaluate_all(
        "all => all.map(one => [Number(one.dataset.depth), one.querySelector('textarea').value])"
    )
    return [row for row in rows if row[1]]


def on_record(item):
    """The same from the database."""
    return [[line.depth, line.text] for line in outline.rows(item)]
