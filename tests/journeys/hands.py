"""What hands do in a browser, whichever page is open."""

from playwright.sync_api import expect


def press(page, name):
    page.get_by_role("button", name=name).first.click()


def sign_in(page, email, password):
    page.goto("/sign-in/")
    page.get_by_label("Email address").fill(email)
    page.locator("#id_password").fill(password)
    press(page, "Sign in")
    expect(page.get_by_role("heading", name="Worklist")).to_be_visible()
