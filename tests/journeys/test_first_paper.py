"""A new user of a body, from the mail that invites them to a paper that is submitted twice."""

import datetime as dt
import re
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.attachments import a_pdf
from tests.journeys.cast import PASSWORD, SECRETARY, email_of
from tests.journeys.hands import press, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.worker]
TODAY = dt.datetime.now(ZoneInfo("Europe/London")).date()
DAY = (TODAY + dt.timedelta(weeks=6)).isoformat()
NIA = "Nia Field"
SYSTEM = "Waiting times in custody"
SUMMARY = "How long people wait in custody, by hour of the day."
SECRET = "four quiet grey horses"
FILES = ["Impact assessment.pdf", "Arrivals.csv"]


@pytest.fixture
def ruth(site, desk):
    """The secretary at her desk; a meeting is planned."""
    site.command("shell", "-c", "from tests.journeys import cast; cast.enter_people()")
    ruth = desk()
    sign_in(ruth, email_of(SECRETARY), PASSWORD)
    ruth.goto("/meetings/plan/")
    for label, typed in {"Date": DAY, "Begins": "10:00", "Ends": "12:00"}.items():
        ruth.get_by_label(label).fill(typed)
    press(ruth, "Plan the meeting")
    return ruth


def test_from_the_invitation_to_a_submitted_paper(site, desk, ruth):
    """On a phone, and with its keyboard from section to section."""
    invite(ruth)
    nia = desk(phone=True)

    choose_password(nia, site.link_in_mail(email_of(NIA), "Choose a password"))
    add_proposal(nia)
    begin_paper(nia)
    written = nia.url
    write_every_section(nia)
    send_files(nia)
    say_evidence(nia)
    submit(nia)
    send_back(ruth)
    put_right(nia, site.link_in_mail(email_of(NIA), "has returned one of your papers"), written)
    expect_checked_again(ruth)


def invite(secretary):
    secretary.goto("/manage/people/add/")
    secretary.get_by_label("Name, as minutes print it").fill(NIA)
    secretary.get_by_label("E-mail address").fill(email_of(NIA))
    press(secretary, "Add this person")
    secretary.get_by_label("Role").select_option(label="Presenter")
    secretary.get_by_label("Organisation").select_option(label="Lab")
    press(secretary, "Appoint")
    expect(secretary.get_by_text(f"{NIA} is appointed.")).to_be_visible()


def choose_password(page, link):
    """The address they sign in with is filled in; the first page says where to begin."""
    page.goto(link)
    page.get_by_label("New password").first.fill(SECRET)
    page.get_by_label("The new password again").fill(SECRET)
    press(page, "Set my password")
    expect(page.get_by_label("Email address")).to_have_value(email_of(NIA))
    page.locator("#id_password").fill(SECRET)
    press(page, "Sign in")
    expect(page.get_by_text("One thing waits.")).to_be_visible()


def add_proposal(page):
    page.get_by_role("link", name="Add your first proposal").click()
    page.get_by_label("Title").fill(SYSTEM)
    press(page, "Add the proposal")


def begin_paper(page):
    page.get_by_role("link", name="Begin a paper").click()
    expect(page.get_by_label("Stage")).to_have_value("in_principle")
    expect(page.get_by_label("For which meeting?")).to_have_value(DAY)
    press(page, "Begin to write")
    expect(page).to_have_url(re.compile("/write/$"))


def write_every_section(page):
    """Each section is reached from the one before it by one key."""
    boxes = page.locator("#writing textarea")
    number = boxes.count()
    assert number > 8
    boxes.first.focus()
    for at in range(number):
        expect(boxes.nth(at)).to_be_focused()
        page.keyboard.insert_text(f"{SUMMARY} Section {at + 1}.")
        page.keyboard.press("Tab")
    expect(page.locator("#save-state")).to_contain_text("Saved")
    expect(page.locator("[data-algo-says]").first).to_have_text("8 of 8 answered")


def send_files(page):
    content = [a_pdf("Who is concerned, and how."), b"Hour,People\n09,4\n10,7\n"]
    page.get_by_label("Add files").set_input_files(
        [
            {"name": name, "mimeType": "", "buffer": said}
            for name, said in zip(FILES, content, strict=True)
        ]
    )
    press(page, "Send the files")
    for name in FILES:
        expect(page.get_by_role("link", name=name)).to_be_visible()


def say_evidence(page):
    page.get_by_role("link", name="Add data protection impact assessment").click()
    page.get_by_label("How far is it?").select_option(label="Final")
    page.get_by_label(re.compile("^File")).select_option(label=FILES[0])
    press(page, "Save")
    lacks = page.get_by_role("link", name="Data protection impact assessment without a date")
    lacks.click()
    page.get_by_role("link", name="Change data protection impact assessment").click()
    page.get_by_label("Of what day?").fill(TODAY.isoformat())
    press(page, "Save")
    expect(lacks).to_have_count(0)


def submit(page):
    press(page, re.compile("^Submit$"))
    expect(page.get_by_text("The paper is submitted")).to_be_visible()


def send_back(secretary):
    """What was handed in is all there to be checked; two places come back with reasons."""
    secretary.goto("/meetings/inbox/")
    secretary.get_by_role("link", name=f"Check {SYSTEM}").click()
    main = secretary.locator("main")
    for words in (f"{SUMMARY} Section 1.", FILES[0], FILES[1], f"Final, {TODAY.day} "):
        expect(main).to_contain_text(words)
    for place, reason in {
        "Non-technical summary": "Say it in fewer words.",
        "Evidence and files": "The arrivals are of one day only.",
    }.items():
        secretary.get_by_text(f"To be put right here: {place}").click()
        secretary.get_by_label(f"What is to be put right in {place}").fill(reason)
    press(secretary, "Return with these reasons")
    expect(secretary.get_by_text("The paper is returned.")).to_be_visible()


def put_right(page, link, written):
    page.goto(link)
    expect(page.get_by_text("Say it in fewer words.")).to_be_visible()
    expect(page).to_have_url(written)
    page.goto("/work/")
    page.get_by_role("link", name=f"Put right and submit again “{SYSTEM}”").click()
    expect(page).to_have_url(written)
    expect(page.locator("#section-summary")).to_contain_text("Say it in fewer words.")
    expect(page.locator("#evidence")).to_contain_text("The arrivals are of one day only.")
    page.get_by_label("Non-technical summary").fill("Who waits how long.")
    submit(page)


def expect_checked_again(secretary):
    """The secretariat sees what changed since the version that came back."""
    secretary.goto("/meetings/inbox/")
    secretary.get_by_role("link", name=f"Check {SYSTEM}").click()
    secretary.get_by_role("link", name="What changed since version 1").click()
    expect(secretary.get_by_text("1 section changed")).to_be_visible()
