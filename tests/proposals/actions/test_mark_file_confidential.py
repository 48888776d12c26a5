import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from proposals.actions import mark_file_confidential
from proposals.models import PublishedFile
from tests.factories import NINE
from tests.proposals.filed import a_file

pytestmark = pytest.mark.django_db
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


def test_a_confidential_file_is_so_already(ed):
    with pytest.raises(Refused, match="confidential already"):
        mark_file_confidential(a_file(by=ed), by=ed)


@pytest.mark.parametrize("name", ["amina", "ben", "chloe", "gus"])
def test_nobody_else_keeps_what_is_public(name, request, ed):
    with pytest.raises(NotPermitted):
        mark_file_confidential(a_file(by=ed, **MARKED), by=request.getfixturevalue(name))
