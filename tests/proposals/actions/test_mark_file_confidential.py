import hashlib

import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from proposals.actions import mark_file_confidential, order_case_file
from proposals.models import CaseFile, PublishedFile
from proposals.openness import show_files
from proposals.tasks import make_case_file
from tests.case_files import made, words
from tests.factories import NINE, PaperFactory, ProposalFactory
from tests.proposals.filed import a_file
from tests.publishing import advised, heard, held, published

pytestmark = pytest.mark.django_db
ZIP = "/proposals/model/case-file.zip"
MARKED = {"is_public": True, "public_sha256": "b" * 64, "public_size": 9}


def test_mark_file_confidential_takes_its_public_copy_away_at_once(ed):
    file = a_file(by=ed, **MARKED, findings=[{"words": "An author.", "is_removed": True}])
    PublishedFile.objects.create(
        paper=file.paper, name="a.pdf", sha256="b" * 64, size=9, media_type="application/pdf"
    )

    mark_file_confidential(file, by=ed, at=NINE)

    assert (file.is_public, file.public_sha256, file.findings) == (False, None, [])
    assert not PublishedFile.objects.exists()
    event = Event.objects.get()
    assert (event.act, event.at) == ("proposals.mark_file_confidential", NINE)


@pytest.fixture
def shown(ed):
    """A file whose public copy is out in the open, with its case file."""
    paper = PaperFactory(proposal=ProposalFactory(slug="model"), title="Put")
    file = a_file(by=ed, paper=paper, is_public=True, content=b"%PDF CONFIDENTIAL %%EOF")
    file.public_sha256, file.public_size = file.sha256, file.size
    file.save()
    item = heard(held(), paper)
    advised(item, "B")
    published(item.meeting, ed)
    file.refresh_from_db()
    return file


def served(client, address) -> bytes | None:
    """The bytes at ``address``, or None where nothing is found."""
    answer = client.get(address)
    content = answer.getvalue()
    return content if answer.status_code == 200 else None


def test_it_goes_from_the_case_file_of_the_public_at_once(client, shown, ed, chloe):
    earlier = made(shown.paper.proposal, by=ed, edition="public")
    assert "CONFIDENTIAL" in words(earlier)
    assert served(client, ZIP)

    mark_file_confidential(shown, by=ed)

    assert served(client, ZIP) is None
    newest = CaseFile.objects.first()
    make_case_file(newest.pk)
    newest.refresh_from_db()
    assert hashlib.sha256(served(client, ZIP)).hexdigest() == newest.sha256
    assert "CONFIDENTIAL" not in words(newest)
    client.force_login(chloe)
    assert served(client, earlier.get_absolute_url()) is None
    assert served(client, newest.get_absolute_url())
    marked = Event.objects.get(act="proposals.mark_file_confidential")
    assert marked.facts["case_files"] == [earlier.pk]


def test_a_case_file_in_the_making_is_not_served_with_it_either(client, shown, ed):
    queued = order_case_file(shown.paper.proposal, by=ed, edition="public")
    mark_file_confidential(shown, by=ed)

    make_case_file(queued.pk)

    assert served(client, ZIP) is None
    client.force_login(ed)
    page = client.get("/proposals/model/case-file/").content.decode()
    assert page.count("Withdrawn") == 1


def test_an_edition_without_the_file_stays(client, shown, ed):
    other = order_case_file(ProposalFactory(is_public=True), by=ed, edition="public")
    mark_file_confidential(shown, by=ed)

    other.refresh_from_db()
    assert other.withdrawn_at is None
    assert CaseFile.objects.get() == other


def test_marked_public_again_it_is_packed_again(shown, ed):
    earlier = made(shown.paper.proposal, by=ed, edition="public")
    facts = {"public_sha256": shown.public_sha256, "public_size": shown.public_size}
    mark_file_confidential(shown, by=ed)
    type(shown).objects.filter(pk=shown.pk).update(is_public=True, **facts)
    show_files([shown.paper_id])

    again = made(shown.paper.proposal, by=ed, edition="public")

    assert again.digest == earlier.digest
    assert again != earlier


def test_a_confidential_file_is_so_already(ed):
    with pytest.raises(Refused, match="confidential already"):
        mark_file_confidential(a_file(by=ed), by=ed)


@pytest.mark.parametrize("name", ["amina", "ben", "chloe", "gus"])
def test_nobody_else_keeps_what_is_public(name, request, ed):
    with pytest.raises(NotPermitted):
        mark_file_confidential(a_file(by=ed, **MARKED), by=request.getfixturevalue(name))
