"""From an empty database to published minutes and a sent letter, by hand, in browsers."""

import datetime as dt
import io
import re
from zoneinfo import ZoneInfo

import pikepdf
import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.worker]
TODAY = dt.datetime.now(ZoneInfo("Europe/London")).date()  # they are in office from today on
DAY = TODAY.isoformat()
PASSWORD = "three quiet words"
MINUTES = [
    "AL: The dashboard shows last month beside the next four weeks.",
    "q Member (CM): What happens to a street that had more patrols?",
    "a AL: One street in five is left out by lot, so that the two can be told apart.",
    "c Member: That was asked in June, and is answered.",
    "x Lab: Publish an account of the test.",
]


def press(page, name):
    page.get_by_role("button", name=name).first.click()


def choose_password(page, link, email):
    page.goto(link)
    page.get_by_label("New password").first.fill(PASSWORD)
    page.get_by_label("The new password again").fill(PASSWORD)
    press(page, "Set my password")
    page.get_by_label("Email address").fill(email)
    page.locator("#id_password").fill(PASSWORD)
    press(page, "Sign in")
    expect(page.get_by_role("heading", name="Worklist")).to_be_visible()


def enter_people(page):
    for name, role, body in [
        ("Ben Ashe", "Chair", None),
        ("Chloe Moor", "Member", None),
        ("Dev Rao", "Member", None),
        ("Amina Lowe", "Presenter", "Lab"),
    ]:
        page.goto("/manage/people/add/")
        page.get_by_label("Name, as minutes print it").fill(name)
        page.get_by_label("E-mail address").fill(f"{name.split()[0].lower()}@example.org")
        press(page, "Add this person")
        page.get_by_label("Role").select_option(label=role)
        if body:
            page.get_by_label("Organisation").select_option(label=body)
        press(page, "Appoint")
        expect(page.get_by_text(f"{name} is appointed.")).to_be_visible()
    for organisation, address in [("Police and Crime", "pcc"), ("Chief Constable", "chief")]:
        page.goto("/manage/organisations/")
        page.get_by_role("link", name=organisation).first.click()
        page.get_by_label("E-mail address").fill(f"{address}@example.org")
        press(page, "Save")


def submit_papers(page):
    page.goto("/proposals/new/")
    page.get_by_label("Title").fill("Vehicle theft predictions")
    page.get_by_label("Submitting body").select_option(label="Lab")
    press(page, "Add the proposal")
    workspace = page.url
    for title, stage in [("Final report", "Final report"), ("Addendum on tests", "Addendum")]:
        page.goto(workspace)
        page.get_by_role("link", name="Begin a paper").click()
        page.get_by_label("Title").fill(title)
        page.get_by_label("Stage").select_option(label=stage)
        press(page, "Begin to write")
        press(page, "Submit")
        expect(page.get_by_text("The paper is submitted")).to_be_visible()
        page.get_by_role("link", name="Check it").click()
        press(page, "Accept, place later")


def plan_and_start(page):
    page.goto("/meetings/plan/")
    page.get_by_label("Date").fill(DAY)
    page.get_by_label("Begins").fill("10:00")
    page.get_by_label("Ends").fill("12:00")
    page.get_by_label("Place").fill("Harbour House")
    press(page, "Plan the meeting")
    page.goto(f"/meetings/{DAY}/agenda/place/")
    page.get_by_label("Title").fill("Vehicle theft")
    for paper in ("Final report", "Addendum on tests"):
        page.get_by_label(re.compile(f"^{paper}")).check()
    press(page, "Add the item")
    expect(page.get_by_text("“Vehicle theft” is on the agenda.")).to_be_visible()
    page.goto(f"/meetings/{DAY}/work/")
    press(page, "Call the meeting")
    press(page, "Start the meeting")
    page.goto(f"/meetings/{DAY}/attendance/")
    for name in ("Ben Ashe", "Chloe Moor", "Dev Rao", "Amina Lowe", "Ruth Ellery"):
        page.get_by_role("group", name=name).get_by_label("Present").check()
    page.get_by_label("Who chairs on the day").select_option(label="Ben Ashe")
    press(page, "Save attendance")
    expect(page.get_by_text("3 of 3 voting members here").first).to_be_visible()


def write_lines(page):
    page.goto(f"/meetings/{DAY}/log/")
    page.get_by_role("link", name="Vehicle theft").first.click()
    expect(page.locator(".r-line--current textarea")).to_be_focused()
    for line in MINUTES:
        page.keyboard.type(line)
        page.keyboard.press("Enter")
    expect(page.locator("#save .de-save")).to_have_text(f"All {len(MINUTES)} lines saved")
    page.locator("#lines .r-line--answer textarea").first.focus()
    expect(page.locator("#lines")).to_contain_text("Amina Lowe, seen by secretariat")
    return page.url


def vote(page, members):
    page.goto(f"/meetings/{DAY}/votes/")
    page.get_by_role("link", name="Open a vote").click()
    press(page, "Open the vote")
    expect(page.get_by_text("The vote is open.")).to_be_visible()
    url = page.url
    for member in members:
        member.goto("/work/")
        member.locator("main a[href$='/ballot/']").click()
        member.get_by_label("Proceed with minor amendments").check()
        press(member, "Cast your ballot")
        expect(member.get_by_text("Your ballot is counted")).to_be_visible()
    page.goto(url)
    press(page, "Close the vote")
    expect(page.get_by_text("The vote is closed and counted.")).to_be_visible()
    page.get_by_label("B – Proceed").check()
    press(page, "Record the outcome")
    expect(page.get_by_text("The outcome is recorded.")).to_be_visible()


def advise(page):
    for kind, text in [
        ("Comment", "The Committee welcomed the test by lot."),
        ("Condition", "The results of the test come back within six months."),
        ("Recommendation", "Publish a plain account of the test."),
    ]:
        page.locator("#id_kind").select_option(label=kind)
        page.locator("#id_text").fill(text)
        press(page, "Add this line")
        expect(page.get_by_text(text)).to_be_visible()
    press(page, "Draft the letter")
    return page.url


def add_action(page, log):
    page.goto(log)
    page.get_by_role("link", name="Add one").click()
    page.get_by_label("What is to be done").fill("Publish an account of the test")
    page.get_by_label("Owner, as minutes print it").fill("Lab")
    page.get_by_label("Due, as said").fill("next meeting")
    page.locator("main form button[type=submit]").last.click()


def test_a_meeting_by_hand_from_nothing_to_minutes_and_letter(site, desk):
    ruth, ben, chloe, dev = desk(), desk(), desk(phone=True), desk()
    said = site.command("appoint_secretary", "ruth@example.org", "Ruth Ellery")
    choose_password(ruth, re.search(r"http\S+", said)[0], "ruth@example.org")
    enter_people(ruth)
    for page, name in [(ben, "ben"), (chloe, "chloe"), (dev, "dev")]:
        link = site.link_in_mail(f"{name}@example.org", "set-password")
        choose_password(page, link, f"{name}@example.org")
    submit_papers(ruth)
    plan_and_start(ruth)

    log = write_lines(ruth)
    expect_close_is_refused(ruth)
    vote(ruth, [ben, chloe, dev])
    letter = advise(ruth)
    add_action(ruth, log)
    ruth.goto(f"/meetings/{DAY}/work/")
    press(ruth, "Close the meeting")
    publish(ruth, ben, chloe, stranger=desk())
    send(ruth, ben, letter)

    expect_published(desk())
    expect_letter(site)
    assert "holds" in site.command("verify_audit")


def expect_close_is_refused(page):
    page.goto(f"/meetings/{DAY}/work/")
    expect(page.get_by_role("button", name="Close the meeting")).to_be_disabled()
    expect(page.locator("main")).to_contain_text(
        "No decision is recorded on “Final report”; “Addendum on tests”."
    )


def publish(secretary, chair, member, *, stranger):
    secretary.goto(f"/meetings/{DAY}/versions/")
    press(secretary, "Issue the draft")
    member.goto(f"/meetings/{DAY}/draft/")
    expect(member.get_by_text("left out by lot")).to_be_visible()
    chair.goto(f"/meetings/{DAY}/versions/")
    press(chair, "Approve these minutes")
    assert stranger.request.get(f"/meetings/{DAY}/minutes.pdf").status == 404
    assert "left out by lot" not in stranger.request.get(f"/meetings/{DAY}/").text()
    secretary.goto(f"/meetings/{DAY}/versions/")
    press(secretary, "Publish")


def send(secretary, chair, letter):
    chair.goto(letter)
    press(chair, "Approve and sign")
    secretary.goto(letter)
    press(secretary, "Send the letter")


def expect_published(public):
    public.goto(f"/meetings/{DAY}/")
    expect(public.get_by_role("heading", name="Minutes of the meeting")).to_be_visible()
    for line in MINUTES:
        expect(public.locator("main")).to_contain_text(line.partition(": ")[2])
    expect(public.locator("main")).to_contain_text("R-1")
    expect(public.locator("main")).not_to_contain_text("Chloe Moor, never")
    pdf = wait_for_pdf(public)
    with pikepdf.open(io.BytesIO(pdf)) as file:
        assert f"{TODAY.day} {TODAY:%B %Y}" in str(file.docinfo["/Title"])
        assert len(file.pages) >= 1
    public.goto("/proposals/vehicle-theft-predictions/")
    expect(public.locator("main")).to_contain_text("Proceed with minor amendments")


def wait_for_pdf(public):
    for _ in range(60):
        answer = public.request.get(f"/meetings/{DAY}/minutes.pdf")
        if answer.status == 200:
            return answer.body()
        public.wait_for_timeout(500)
    raise AssertionError("the minutes never became a PDF")


def expect_letter(site):
    for address in ("pcc@example.org", "chief@example.org"):
        site.wait_for_mail(address)
        [mail] = site.mails(address)
        [enclosure] = mail.iter_attachments()
        assert enclosure.get_content_type() == "application/pdf"
        with pikepdf.open(io.BytesIO(enclosure.get_content())) as file:
            assert len(file.pages) >= 1
