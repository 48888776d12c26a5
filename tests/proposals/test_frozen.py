"""What was submitted stays to be read: files by their hash, people as they were named."""

import pytest
from django.urls import reverse

from committee.models import Organisation
from committee.refusals import Refused
from proposals.actions import answer_recommendation, remove_file, submit_paper
from proposals.forms.ledger import AnswerForm
from proposals.models import Paper, PaperFile
from tests.case_files import made, words
from tests.factories import NINE, AgendaItemFactory, AppointmentFactory, PaperFactory
from tests.interests import recuse
from tests.ledger import answered, undertaken
from tests.papers import a_paper, written
from tests.proposals.filed import a_file
from tests.writing import begun, lab_of

pytestmark = pytest.mark.django_db
BYTES = b"%PDF-1.7 FROZEN-CANARY\n%%EOF"
NAMED = ("name", "sha256", "size", "media_type", "is_public", "state")


@pytest.fixture
def paper(amina):
    return PaperFactory(proposal__submitting_body=lab_of(amina), state="accepted")


@pytest.fixture
def file(paper, amina):
    """A file of the paper, as its only version names it."""
    file = a_file(by=amina, paper=paper, content=BYTES, name="rates.pdf")
    frozen = {name: getattr(file, name) for name in NAMED}
    written(paper, more={"files": [frozen]}, purpose="To find cars.")
    return file


def address(paper, sha256, version=1):
    values = [paper.proposal.slug, paper.pk, version, sha256]
    return reverse("proposals:frozen_file", args=values)


def served(client, address) -> bytes | None:
    answer = client.get(address)
    content = answer.getvalue()
    return content if answer.status_code == 200 else None


def test_a_file_that_is_taken_off_stays_to_be_read(client, paper, file, ed, chloe):
    sha256 = file.sha256
    client.force_login(chloe)
    assert "taken off" not in client.get(paper.get_absolute_url()).content.decode()

    remove_file(file, by=ed)

    html = client.get(paper.get_absolute_url()).content.decode()
    assert "Submitted with version 1, and taken off the paper since" in html
    assert address(paper, sha256) in html
    assert served(client, address(paper, sha256)) == BYTES


def test_who_may_not_read_the_paper_reads_no_file_of_it(client, paper, file, ed, amina, chloe, gus):
    remove_file(file, by=ed)
    url = address(paper, file.sha256)
    body = Organisation.objects.create(name="Another body", is_submitting_body=True)
    other = AppointmentFactory(role="presenter", organisation=body).person
    assert served(client, url) is None
    for person, reads in [(amina, True), (ed, True), (chloe, True), (gus, False), (other, False)]:
        client.force_login(person)
        assert (served(client, url) is not None) is reads, person

    item = AgendaItemFactory()
    item.item_papers.create(paper=paper)
    recuse(chloe, item)
    client.force_login(chloe)
    assert served(client, url) is None


def test_a_file_that_the_scanner_refused_is_not_handed_out(client, paper, file, ed):
    client.force_login(ed)
    PaperFile.objects.update(state="refused", refusal="A virus")
    assert served(client, address(paper, file.sha256)) is None

    PaperFile.objects.all().delete()
    held = {"name": "a", "sha256": file.sha256, "state": "held"}
    written(paper, more={"files": [held]}, purpose="Again.")
    assert served(client, address(paper, file.sha256, version=2)) is None
    assert served(client, address(paper, file.sha256)) == BYTES  # it had passed before that


def test_only_what_that_version_names_is_found(client, paper, file, ed, chloe):
    later = a_file(by=ed, paper=paper, content=b"%PDF-1.7 later %%EOF")
    written(paper, purpose="Again.")
    client.force_login(chloe)

    assert served(client, address(paper, later.sha256)) is None
    assert served(client, address(paper, file.sha256, version=3)) is None
    assert served(client, address(paper, file.sha256)) is None  # not what the committee was given
    client.force_login(ed)
    assert served(client, address(paper, file.sha256)) == BYTES
    html = client.get(paper.get_absolute_url()).content.decode()
    assert "after version 2 was submitted" in html


def test_case_file_holds_it_with_the_versions_it_went_with(paper, file, ed):
    written(paper, purpose="Again.")
    remove_file(file, by=ed)

    text = words(made(paper.proposal, by=ed))

    assert "FROZEN-CANARY" in text
    assert "rates.pdf" in text
    assert "Submitted with version" in text


@pytest.fixture
def asked(paper):
    return undertaken(paper)


def answer(asked, by, **facts):
    return answer_recommendation(asked, by=by, extent="done", text="See the rates.", **facts)


def test_the_file_of_an_answer_is_frozen_with_it_and_opens(client, asked, file, amina, ed, chloe):
    draft = begun(amina, proposal=file.paper.proposal)
    own = a_file(by=amina, paper=draft, content=b"%PDF-1.7 OWN %%EOF", name="own.pdf")
    answer(asked, amina, paper=draft, file=own)

    submit_paper(draft, by=amina)

    (said,) = draft.versions.get().snapshot["answers"]
    assert (said["file"]["name"], said["file"]["sha256"]) == ("own.pdf", own.sha256)
    Paper.objects.filter(pk=draft.pk).update(state="accepted", accepted_at=NINE)
    client.force_login(chloe)
    html = client.get(draft.get_absolute_url()).content.decode()
    assert address(draft, own.sha256) in html
    assert b"OWN" in served(client, address(draft, own.sha256))


def test_an_answer_names_a_file_that_the_committee_can_open(asked, file, amina):
    draft = begun(amina, proposal=file.paper.proposal)
    own = a_file(by=amina, paper=draft, name="own.pdf")
    strange = a_file(by=amina, name="strange.pdf")

    assert answer(asked, amina, file=file).file == file
    assert answer(asked, amina, paper=draft, file=own).file == own
    for wrong in (own, strange):
        with pytest.raises(Refused, match="it could not open any other"):
            answer(asked, amina, file=wrong)
    papers = Paper.objects.visible_to(amina)
    alone, inside = AnswerForm(papers=papers), AnswerForm(papers=papers, paper=draft)
    assert list(alone.fields["file"].queryset) == [file]
    assert list(inside.fields["file"].queryset) == [own, file]


@pytest.mark.parametrize(("name", "opens"), [("chloe", True), ("amina", True), ("ed", True)])
def test_the_ledger_links_it_for_those_who_may_open_it(
    client, asked, file, amina, name, opens, request
):
    answered(asked, amina, file=file)
    client.force_login(request.getfixturevalue(name))

    html = client.get(asked.get_absolute_url()).content.decode()

    assert (f'href="{file.url_to("paper_file")}"' in html) is opens
    assert "rates.pdf" in html


def test_the_file_of_a_given_answer_stays(asked, file, amina, ed):
    answered(asked, amina, file=file)

    with pytest.raises(Refused, match="U-1 was answered with this file: it stays"):
        remove_file(file, by=ed)


ROLES = [
    {"role": "asked for it", "who": "THE SPONSOR"},
    {"role": "submits", "who": "THE BODY"},
    {"role": "presents", "who": "SIGNED IN, AND A GUEST"},
    {"role": "leads its use", "who": "THE LEAD"},
]


def test_people_are_those_of_the_version_on_the_page(client, amina, ed):
    paper = a_paper(proposal=None)
    written(paper, more={"roles": ROLES}, purpose="To find cars.")
    Paper.objects.update(operational_lead="A LATER LEAD", presented_by="A LATER GUEST")
    client.force_login(ed)

    html = client.get(paper.get_absolute_url()).content.decode()
    text = words(made(paper.proposal, by=ed))

    for one in ROLES:
        assert one["who"] in html
        assert one["who"] in text
    for later in ("A LATER LEAD", "A LATER GUEST"):
        assert later not in html.partition("<main")[2]
        assert later not in text


def test_before_it_is_submitted_everybody_who_presents_is_named(client, amina):
    draft = begun(amina)
    draft.presenters.add(amina)
    Paper.objects.update(presented_by="A guest")
    client.force_login(amina)

    html = client.get(draft.get_absolute_url()).content.decode()

    assert "Amina Lab, A guest" in html
