"""Figures, case files and the choice of reminders in a browser."""

from playwright.sync_api import expect

from proposals.actions import order_case_file
from proposals.tasks import make_case_file
from tests.case_files import made, members
from tests.factories import PaperFactory
from tests.publishing import advised, heard, held, published


def a_case(ed):
    meeting = held()
    item = heard(meeting, PaperFactory(proposal__slug="model", title="A paper"))
    advised(item, "B", [("recommendation", "Say why.")])
    published(meeting, ed)
    return item.papers.get().proposal


def test_the_page_tells_by_itself_when_the_case_file_is_ready(page, sign_in, ed):
    proposal = a_case(ed)
    sign_in(page, ed).goto("/proposals/model/work/")
    page.get_by_role("link", name="Make it, or take away one that was made").click()
    page.get_by_role("button", name="Make the internal edition").click()
    expect(page.get_by_role("status").last).to_contain_text("0 of")

    make_case_file(proposal.case_files.get().pk)

    with page.expect_download() as download:
        page.get_by_role("link", name="Internal edition as zip").click()
    assert download.value.suggested_filename.startswith("case-file-model-internal-")


def test_axe_finds_nothing_in_figures_and_case_files(page, sign_in, assert_accessible, ed):
    proposal = a_case(ed)
    sign_in(page, ed)
    made(proposal, by=ed)
    order_case_file(proposal, by=ed, edition="public")
    for address in ("/figures/", "/proposals/model/case-file/", "/account/reminders/"):
        page.goto(address)
        assert_accessible(page)


def test_axe_finds_nothing_in_the_pages_of_a_case_file(page, assert_accessible, ed, tmp_path):
    for name, content in members(made(a_case(ed), by=ed)).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    for file in sorted(tmp_path.rglob("*.html")):
        page.goto(file.as_uri())
        assert_accessible(page)
    page.goto((tmp_path / "index.html").as_uri())
    page.get_by_role("link", name="The proposal").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The proposal")
