"""A whole meeting in nine browsers, over a bad wire, from the call to the published minutes."""

import datetime as dt
import re
from contextlib import closing
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.journeys.cast import CHAIR, MEMBERS, PAPERS, PASSWORD, PRESENTER, SECRETARY, email_of
from tests.journeys.hands import press, sign_in
from tests.reliability.proxy import Proxy

pytestmark = [pytest.mark.browser, pytest.mark.worker]
DAY = dt.datetime.now(ZoneInfo("Europe/London")).date().isoformat()  # a meeting starts on its day
CHLOE, DEV, EVA, FINN, GIL = MEMBERS
FIRST = ["The dashboard shows last month beside the next four weeks.", "The data end in June."]
SECOND = ["Burglary is forecast by street.", "The Committee asked for the error by district."]
SUGGESTED = "The data end in July."


@pytest.fixture
def wire(site):
    with closing(Proxy(site.url)) as wire:
        yield wire


@pytest.fixture
def people(site, desk, wire):
    """Everybody at their browser, signed in; the secretary's and the phone go over the wire."""
    site.command("shell", "-c", "from tests.journeys import cast; cast.enter()")
    pages = {}
    for name in (SECRETARY, CHAIR, PRESENTER, *MEMBERS):
        url = wire.url if name in {SECRETARY, CHLOE} else site.url
        pages[name] = desk(phone=name == CHLOE, url=url)
        sign_in(pages[name], email_of(name), PASSWORD)
    return pages


def test_a_whole_meeting_to_published_minutes(site, desk, people, wire):
    ruth, ben = people[SECRETARY], people[CHAIR]
    call(ruth)
    declare_interest(people[EVA], ben)
    start(ruth)
    enter_room(people[PRESENTER])
    for name in (CHAIR, *MEMBERS):  # from here on their room follows by itself
        people[name].goto(f"/meetings/{DAY}/room/")

    first_item(site, people, wire)
    leave(ruth, DEV)
    second_item(site, people, wire)
    close(ruth)

    issue(ruth)
    expect_draft(site, people[EVA])
    suggest(people[CHLOE])
    accept(ruth)
    approve_and_publish(ruth, ben, desk())
    expect_published(desk())
    assert "holds" in site.command("verify_audit")


def first_item(site, people, wire):
    """Eva is outside; the phone loses its wire under its ballot."""
    take_up(people[SECRETARY], PAPERS[0])
    expect_on(people[GIL], PAPERS[0])
    book = minute(people[SECRETARY], wire, PAPERS[0], FIRST)
    vote = open_vote(people[CHAIR], PAPERS[0])
    expect_recused(people[EVA], [book, vote, f"{vote}ballot/"])
    expect_no_ballot(people[PRESENTER], vote)
    for name in (CHAIR, CHLOE, DEV, FINN, GIL):
        cast(people[name], PAPERS[0], wire if name == CHLOE else None)
    count(people[CHAIR], vote)
    expect_counted(site, vote, voted=5, absent=0, recused=1)


def second_item(site, people, wire):
    """Eva is back, Dev has gone."""
    take_up(people[SECRETARY], PAPERS[1])
    expect_on(people[EVA], PAPERS[1])
    minute(people[SECRETARY], wire, PAPERS[1], SECOND)
    vote = open_vote(people[CHAIR], PAPERS[1])
    expect_no_ballot(people[DEV], vote)
    for name in (CHAIR, CHLOE, EVA, FINN, GIL):
        cast(people[name], PAPERS[1])
    count(people[CHAIR], vote)
    expect_counted(site, vote, voted=5, absent=1, recused=0)


def call(page):
    page.goto("/meetings/plan/")
    for label, typed in {"Date": DAY, "Begins": "10:00", "Ends": "12:00"}.items():
        page.get_by_label(label).fill(typed)
    press(page, "Plan the meeting")
    for title in PAPERS:
        page.goto(f"/meetings/{DAY}/agenda/place/")
        page.get_by_label("Title").fill(title)
        page.get_by_label(re.compile(title)).last.check()
        press(page, "Add the item")
        expect(page.get_by_text(f"“{title}” is on the agenda.")).to_be_visible()
    page.goto(f"/meetings/{DAY}/work/")
    press(page, "Call the meeting")
    expect(page.get_by_role("button", name="Start the meeting")).to_be_visible()


def start(page):
    page.goto(f"/meetings/{DAY}/work/")
    press(page, "Start the meeting")
    expect(page).to_have_url(re.compile("/room/$"))
    page.goto(f"/meetings/{DAY}/attendance/")
    for name in (CHAIR, SECRETARY, PRESENTER, *MEMBERS):
        page.get_by_role("group", name=name).get_by_label("Present").check()
    page.get_by_label("Who chairs on the day").select_option(label=CHAIR)
    press(page, "Save attendance")
    expect(page.get_by_text("6 of 6 voting members here").first).to_be_visible()


def enter_room(presenter):
    """Their worklist leads whoever presents to the room."""
    presenter.goto("/work/")
    presenter.get_by_role("link", name=re.compile("^Join the meeting")).click()
    expect(presenter.get_by_role("region", name=f"Next for you: {PAPERS[0]}")).to_be_visible()


def open_vote(chair, title):
    """The path of the vote that the chair opened."""
    chair.goto(f"/meetings/{DAY}/votes/")
    row = chair.get_by_role("listitem").filter(has_text=title)
    row.get_by_role("link", name="Open a vote").click()
    press(chair, "Open the vote")
    expect(chair.get_by_text("The vote is open.")).to_be_visible()
    path = urlsplit(chair.url).path
    chair.goto(f"/meetings/{DAY}/room/")
    return path


def cast(voter, title, wire=None):
    """The room shows the vote by itself; where there is a wire, it breaks under the first try."""
    call = voter.get_by_role("region", name=f"A vote is open: {title}")
    call.get_by_role("link", name="Vote now").click()
    choice = voter.get_by_label("Proceed with minor amendments")
    choice.check()
    if wire:
        ballot = voter.url
        wire.cut()
        press(voter, "Cast your ballot")
        expect(voter).to_have_url(re.compile("^chrome-error:"))
        wire.mend()
        voter.goto(ballot)
        choice.check()
    press(voter, "Cast your ballot")
    expect(voter.get_by_text("Your ballot is counted")).to_be_visible()
    voter.goto(f"/meetings/{DAY}/room/")


def count(chair, vote):
    """The chair closes the vote and states the outcome."""
    chair.goto(vote)
    press(chair, "Close the vote")
    expect(chair.get_by_text("The vote is closed and counted.")).to_be_visible()
    chair.get_by_label("B – Proceed").check()
    press(chair, "Record the outcome")
    expect(chair.get_by_text("The outcome is recorded.")).to_be_visible()


def expect_counted(site, vote, **numbers):
    """The record of the vote has these numbers, and a second count of it agrees."""
    said = site.command("verify_result", vote)
    for name, number in numbers.items():
        assert re.search(rf"{name} +{number} on record, {number} again", said), said
    assert "The result agrees." in said


def declare_interest(member, chair):
    """Eva has a part in the first item; the chair rules that she leaves for it."""
    member.goto(f"/meetings/{DAY}/interests/declare/")
    member.get_by_label(re.compile(PAPERS[0])).first.check()
    member.get_by_label("Had a part in the work").check()
    press(member, "Declare this interest")
    chair.goto(f"/meetings/{DAY}/interests/")
    number = chair.locator("[id^=interest-]").first.get_attribute("id").split("-")[1]
    chair.goto(f"/meetings/{DAY}/interests/{number}/rule/")
    chair.get_by_label(re.compile("^They leave")).check()
    chair.get_by_label("Reason").fill("She built the model.")
    press(chair, "Put the ruling on record")
    expect(chair).to_have_url(re.compile("/(interests|room)/$"))


def take_up(page, title):
    page.goto(f"/meetings/{DAY}/room/")
    page.locator(".r-order").get_by_role("link", name=title).click()  # its buttons show then
    press(page, re.compile(rf"^Start\s+{title}"))
    expect(page.locator(".r-order li[aria-current=step]")).to_contain_text(title)


def leave(page, name):
    page.goto(f"/meetings/{DAY}/room/")
    expect(page.locator("main")).to_contain_text("5 may vote")
    press(page, re.compile(rf"^Leaves\s*:\s+{name}"))
    expect(page.locator("main")).to_contain_text("4 may vote")


def minute(page, wire, title, lines):
    """Two lines are typed into the book, the wire cut between; returns their path."""
    page.goto(f"/meetings/{DAY}/log/")
    page.get_by_role("link", name=title).first.click()
    state = page.locator("#save .de-save")
    page.locator("#lines textarea").last.focus()
    page.keyboard.type(lines[0])
    page.keyboard.press("Enter")
    expect(state).to_have_text("1 line saved")
    wire.cut()
    page.keyboard.type(lines[1])
    expect(state).to_contain_text("Not yet saved")
    wire.mend()
    expect(state).to_have_text("All 2 lines saved")
    return urlsplit(page.url).path


def expect_on(member, title):
    expect(member.locator("main [aria-current=step]")).to_contain_text(title)


def expect_recused(member, closed):
    """Her room sends her out and tells no more of the item; its pages are not there for her."""
    main = member.locator("main")
    expect(main).to_contain_text("Please wait outside the room")
    expect(main).to_contain_text("You are recused from this item.")
    expect(main).not_to_contain_text("A vote is open")
    for path in closed:
        assert member.request.get(path).status == 404, path


def expect_no_ballot(person, vote):
    expect(person.locator("main a[href$='/ballot/']")).to_have_count(0)
    person.goto(f"{vote}ballot/")
    expect(person.get_by_role("button", name="Cast your ballot")).to_have_count(0)


def close(page):
    """An item put off, the meeting over: its minutes are begun."""
    page.goto(f"/meetings/{DAY}/room/")
    page.locator(".r-order").get_by_role("link", name="Any other business").click()
    page.locator(".r-order summary").filter(has_text="Defer Any other business").click()
    page.get_by_role("button", name="Defer it").last.click()
    expect(page.locator(".r-order")).to_contain_text("Deferred")
    page.locator("#room-close summary").click()
    press(page, "Close it now")
    expect(page.get_by_text("The meeting is closed.").first).to_be_visible()


def issue(page):
    page.goto(f"/meetings/{DAY}/versions/")
    press(page, re.compile("^Issue"))
    expect(page.get_by_text("The draft is issued.")).to_be_visible()


def expect_draft(site, recused):
    """Those present have mail of it; she who left for an item reads nothing of that."""
    draft = f"/meetings/{DAY}/draft/"
    for name in (CHAIR, *MEMBERS):
        site.wait_for_mail(email_of(name), draft)
    recused.goto(draft)
    main = recused.locator("main")
    expect(main).to_contain_text("This item is closed to you.")
    expect(main).to_contain_text(SECOND[0])
    for words in FIRST:
        expect(main).not_to_contain_text(words)


def suggest(member):
    member.goto(f"/meetings/{DAY}/draft/")
    line = member.locator("main").get_by_text(FIRST[1])
    expect(line).to_be_visible()
    member.get_by_role("link", name=re.compile("^Suggest")).nth(1).click()
    expect(member.locator("blockquote")).to_contain_text(FIRST[1])
    member.get_by_label("How it should read").fill(SUGGESTED)
    press(member, "Send the suggestion")


def accept(page):
    page.goto(f"/meetings/{DAY}/versions/1/review/")
    press(page, re.compile(r"^Accept\s+for"))
    expect(page.get_by_text("0 to decide, 1 decided")).to_be_visible()
    issue(page)


def approve_and_publish(secretary, chair, stranger):
    chair.goto(f"/meetings/{DAY}/versions/")
    press(chair, "Approve these minutes")
    expect(chair.get_by_text("The minutes are approved")).to_be_visible()
    public = stranger.request.get(f"/meetings/{DAY}/").text()
    assert not any(words in public for words in (FIRST[0], SUGGESTED, *SECOND))
    secretary.goto(f"/meetings/{DAY}/versions/")
    press(secretary, "Publish")
    expect(secretary.get_by_text("The minutes are published.")).to_be_visible()


def expect_published(public):
    public.goto(f"/meetings/{DAY}/")
    main = public.locator("main")
    for words in (*FIRST[:1], SUGGESTED, *SECOND, "Proceed with minor amendments"):
        expect(main).to_contain_text(words)
    expect(main).not_to_contain_text(FIRST[1])
