import pytest
from django.urls import reverse

from committee.sign_in import password_link
from tests.factories import appoint

GOOD = "four quiet grey horses"


@pytest.fixture
def ed(transactional_db):
    person = appoint("secretariat", name="Ed Secretary", email="ed@example.org")
    person.set_password(GOOD)
    person.save()
    return person


def test_sign_in_by_keyboard(page, ed, assert_accessible):
    page.goto("/sign-in/?next=/account/")
    assert_accessible(page)
    page.get_by_label("Email address").fill("ed@example.org")
    page.keyboard.press("Tab")
    page.keyboard.type("wrong")
    page.keyboard.press("Enter")

    page.get_by_role("alert").get_by_text("is not right").wait_for()
    assert page.get_by_label("Email address").input_value() == "ed@example.org"
    assert_accessible(page)

    page.get_by_label("Password", exact=True).fill(GOOD)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Your account").wait_for()
    assert_accessible(page)


def test_password_can_be_shown(page, ed):
    page.goto("/sign-in/")
    page.get_by_label("Password", exact=True).fill("a b c")
    page.get_by_role("button", name="Show password").click()

    assert page.locator("#id_password").get_attribute("type") == "text"


def test_pages_of_the_password_are_accessible(page, ed, sign_in, assert_accessible):
    link = password_link(ed)
    for path in ("/forgotten-password/", "/forgotten-password/sent/", link[link.index("/set-") :]):
        page.goto(path)
        assert_accessible(page)
    sign_in(page, ed)
    page.goto(reverse("committee:change_password"))
    assert_accessible(page)


def test_too_many_tries_say_when_to_come_back(page, ed, assert_accessible):
    for _ in range(8):
        page.goto("/sign-in/")
        page.get_by_label("Email address").fill("ed@example.org")
        page.get_by_label("Password", exact=True).fill("wrong")
        with page.expect_navigation():
            page.keyboard.press("Enter")

    page.get_by_role("heading", name="Too many tries").wait_for()
    assert_accessible(page)
