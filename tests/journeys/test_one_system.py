"""One system through three papers over three meetings: E, then C with conditions, then A."""

import datetime as dt
import io
import re
import zipfile
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.journeys.cast import CHAIR, MEMBERS, OFFICE, PASSWORD, PRESENTER, SECRETARY, email_of
from tests.journeys.hands import press, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.worker]
TODAY = dt.datetime.now(ZoneInfo("Europe/London")).date()
DAYS = [(TODAY + dt.timedelta(weeks=6 * number)).isoformat() for number in range(3)]
SYSTEM = "Vehicle theft predictions"
WORK = "/proposals/vehicle-theft-predictions/work/"
VOTERS = [CHAIR, *MEMBERS[:2]]
PLAIN = "The account is in plain words, with the figures."
E, C, A = "E – More information", "C – Proceed with major", "A – Proceed"


@pytest.fixture
def people(site, desk):
    """Those who take part, each signed in at a browser; Chloe has a phone."""
    site.command("shell", "-c", "from tests.journeys import cast; cast.enter_people()")
    pages = {}
    for name in (SECRETARY, PRESENTER, OFFICE, *VOTERS):
        pages[name] = desk(phone=name == MEMBERS[0])
        sign_in(pages[name], email_of(name), PASSWORD)
    return pages


def test_one_system_through_three_papers(site, desk, people):
    begin_system(people[PRESENTER])

    in_principle(people)
    follow_up(people)
    final_report(people)

    expect_ledger(desk())
    expect_history(desk())
    expect_case_file(people[SECRETARY])
    assert "holds" in site.command("verify_audit")


def in_principle(people):
    ruth, amina = people[SECRETARY], people[PRESENTER]
    submit(ruth, amina, DAYS[0], "In principle", "Vans in principle")
    advice = hear(people, DAYS[0], E)
    add_line(ruth, advice, "Question to be addressed", "How often is a street named in vain?")
    add_line(ruth, advice, "Recommendation", "Publish a plain account of the test.")
    settle(people, DAYS[0], advice)
    expect_one_next_step(amina)


def follow_up(people):
    """Both points are answered; one is closed, the other replaced by a condition."""
    ruth, amina = people[SECRETARY], people[PRESENTER]
    said = {"Q-1": ("Done", "One street in nine."), "R-1": ("Partly done", "A draft is out.")}
    submit(ruth, amina, DAYS[1], "Follow-up", "Vans: what was asked", said)
    expect_asked_again(ruth, DAYS[1])
    advice = hear(people, DAYS[1], C)
    add_line(ruth, advice, "Condition", PLAIN)
    add_line(ruth, advice, "Condition", "Streets are left out by lot.")
    rule(ruth, advice, "Q-1", "Closes it")
    rule(ruth, advice, "R-1", "Replaces it", by=PLAIN)
    settle(people, DAYS[1], advice)
    respond(people[OFFICE], "Accepted in part", "The lot begins in spring.")


def final_report(people):
    ruth, amina = people[SECRETARY], people[PRESENTER]
    said = {"C-1": ("Done", "It is published."), "C-2": ("Done", "One street in five.")}
    submit(ruth, amina, DAYS[2], "Final report", "Vans: final report", said)
    advice = hear(people, DAYS[2], A)
    rule(ruth, advice, "C-1", "Closes it")
    rule(ruth, advice, "C-2", "Closes it")
    settle(people, DAYS[2], advice)


def begin_system(lab):
    lab.goto("/proposals/new/")
    lab.get_by_label("Title").fill(SYSTEM)
    press(lab, "Add the proposal")
    expect(lab).to_have_url(re.compile(f"{WORK}$"))


def submit(secretary, lab, day, stage, title, answers=None):
    """A meeting is planned; a paper for it is written, submitted, checked, accepted and placed."""
    secretary.goto("/meetings/plan/")
    for label, typed in {"Date": day, "Begins": "10:00", "Ends": "12:00"}.items():
        secretary.get_by_label(label).fill(typed)
    press(secretary, "Plan the meeting")
    lab.goto(WORK)
    lab.get_by_role("link", name=re.compile("Begin|Write")).first.click()
    lab.get_by_label("Title").fill(title)
    lab.get_by_label("Stage").select_option(label=stage)
    lab.get_by_label("For which meeting?").select_option(day)
    press(lab, "Begin to write")
    expect(lab).to_have_url(re.compile("/write/$"))
    written = lab.url
    for label, (extent, text) in (answers or {}).items():
        answer(lab, written, label, extent, text)
    box = lab.locator("#writing textarea").first
    box.fill("What the model does, in plain words.")
    expect(lab.locator("#save-state")).to_contain_text("Saved")
    press(lab, "Submit")
    expect(lab.get_by_text(re.compile("The paper is submitted")).first).to_be_visible()
    secretary.goto("/meetings/inbox/")
    secretary.get_by_role("link", name=f"Check {title}").click()
    secretary.get_by_role("link", name="Accept and place").click()
    press(secretary, "Accept and place")


def answer(lab, written, label, extent, text):
    lab.goto(written)
    lab.locator("#asked").get_by_role("link", name=re.compile(f"Answer.*{label}")).click()
    lab.get_by_label(extent, exact=True).check()
    lab.get_by_label("What was done, or why not").fill(text)
    press(lab, "Save the draft")
    lab.goto(written)
    expect(lab.locator("#asked")).to_contain_text(text)


def hear(people, day, outcome):
    """The meeting hears the paper and votes; the address of its advice."""
    ruth = people[SECRETARY]
    ruth.goto(f"/meetings/{day}/work/")
    press(ruth, "Call the meeting")
    press(ruth, "Start the meeting")
    if day != DAYS[0]:  # it is asked on any day but its own
        press(ruth, "Start it anyway")
    ruth.goto(f"/meetings/{day}/attendance/")
    for name in (*VOTERS, PRESENTER, SECRETARY):
        ruth.get_by_role("group", name=name).get_by_label("Present").check()
    ruth.get_by_label("Who chairs on the day").select_option(label=CHAIR)
    press(ruth, "Save attendance")
    ruth.goto(f"/meetings/{day}/votes/")
    ruth.get_by_role("link", name="Open a vote").click()
    press(ruth, "Open the vote")
    expect(ruth.get_by_text("The vote is open.")).to_be_visible()
    return count(people, ruth.url, outcome)


def count(people, vote, outcome):
    """All vote for ``outcome``, and the chair records it; the address of the advice."""
    ruth, ben = people[SECRETARY], people[CHAIR]
    for name in VOTERS:
        page = people[name]
        page.goto(f"{vote}ballot/")
        letter, _, words = outcome.partition(" – ")
        page.get_by_role("radio", name=f"{letter} {words}").check()
        press(page, "Cast your ballot")
        expect(page.get_by_text("Your ballot is counted")).to_be_visible()
    ben.goto(vote)
    press(ben, "Close the vote")
    ben.get_by_label(re.compile(f"^{outcome}")).check()
    press(ben, "Record the outcome")
    expect(ben.get_by_text("The outcome is recorded.")).to_be_visible()
    ruth.goto(ben.url)
    return ruth.url


def add_line(page, advice, kind, text):
    page.goto(advice)
    page.locator("#id_kind").select_option(label=kind)
    page.locator("#id_text").fill(text)
    press(page, "Add this line")
    expect(page.get_by_text(text).first).to_be_visible()


def rule(page, advice, label, verdict, by=None):
    page.goto(advice)
    form = page.get_by_role("form", name=f"What this advice makes of {label}")
    form.get_by_label(verdict).check()
    if by:
        form.get_by_label("Replaced by").select_option(label=by)
    form.get_by_role("button").click()
    expect(page.locator(f"#{label}")).to_contain_text(verdict)


def settle(people, day, advice):
    """The letter is signed and sent, the minutes are approved and published."""
    ruth, ben = people[SECRETARY], people[CHAIR]
    ruth.goto(advice)
    press(ruth, "Draft the letter")
    letter = ruth.url
    ruth.goto(f"/meetings/{day}/work/")
    press(ruth, "Close the meeting")
    ruth.goto(f"/meetings/{day}/versions/")
    press(ruth, "Issue the draft")
    ben.goto(letter)
    press(ben, "Approve and sign")
    ruth.goto(letter)
    press(ruth, "Send the letter")
    expect(ruth.get_by_text(re.compile("Sent by"))).to_be_visible()
    ben.goto(f"/meetings/{day}/versions/")
    press(ben, "Approve these minutes")
    ruth.goto(f"/meetings/{day}/versions/")
    press(ruth, "Publish")
    expect(ruth.get_by_text(re.compile("published", re.IGNORECASE)).first).to_be_visible()


def expect_one_next_step(lab):
    """More information was asked for: desk, worklist and proposal lead to the same one paper."""
    lab.goto("/proposals/mine/")
    steps = lab.get_by_role("row").filter(has_text=SYSTEM).get_by_role("cell").get_by_role("link")
    expect(steps).to_have_text(["Begin the paper that answers 2 points of the committee"])
    begin = steps.get_attribute("href")
    lab.goto("/work/")
    expect(lab.locator("main")).to_contain_text(SYSTEM)
    lab.goto(WORK)
    expect(lab.locator(f"main a[href='{begin}']").first).to_be_visible()
    expect(lab.locator("main")).to_contain_text("Q-1")
    expect(lab.locator("main")).to_contain_text("R-1")


def expect_asked_again(page, day):
    """What fell due at this meeting stands on its agenda by itself."""
    page.goto(f"/meetings/{day}/agenda/")
    expect(page.get_by_text("Due by now: Q-1, R-1")).to_be_visible()
    page.goto(f"/meetings/{day}/log/")
    page.get_by_role("link", name="Update on actions").first.click()
    expect(page.get_by_role("heading", name="Update on actions").first).to_be_visible()
    for label in ("Q-1", "R-1"):
        expect(page.locator("main")).to_contain_text(label)


def respond(office, acceptance, reasons):
    office.goto("/proposals/letters/")
    office.locator("main").get_by_role("link", name=re.compile("L-2|what was asked")).first.click()
    office.get_by_role("link", name=re.compile("response", re.IGNORECASE)).first.click()
    office.get_by_label(acceptance).check()
    office.get_by_label("Reasons").fill(reasons)
    office.get_by_label("Date of the response").fill(TODAY.isoformat())
    press(office, "Record the response")
    expect(office.get_by_text(reasons).first).to_be_visible()


def expect_ledger(public):
    public.goto("/recommendations/")
    for label, state in {
        "Q-1": "Closed",
        "R-1": "Replaced",
        "C-1": "Closed",
        "C-2": "Closed",
    }.items():
        public.goto(f"/recommendations/{label}/")
        expect(public.locator("main")).to_contain_text(state)


def expect_history(public):
    public.goto("/proposals/vehicle-theft-predictions/")
    for words in ("Vans in principle", "Vans: what was asked", "Vans: final report"):
        expect(public.locator("main")).to_contain_text(words)
    expect(public.locator("main")).to_contain_text("accepted in part")


def expect_case_file(page):
    page.goto(WORK.replace("/work/", "/case-file/"))
    press(page, re.compile("Make the internal"))
    link = page.locator("a[href*='/case-file/'][download]").first
    expect(link).to_be_visible()
    answer = page.request.get(link.get_attribute("href"))
    with zipfile.ZipFile(io.BytesIO(answer.body())) as held:
        ledger = held.read("ledger.html").decode()
        assert len([name for name in held.namelist() if name.endswith("version-1.pdf")]) == 3
    for words in ("Q-1", "R-1", "C-1", "C-2", "One street in nine.", "It is published."):
        assert words in ledger
