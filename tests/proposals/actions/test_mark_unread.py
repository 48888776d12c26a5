import pytest

from committee.models import Event
from committee.refusals import NotPermitted
from proposals.actions import mark_read, mark_unread
from proposals.models import ReadingMark
from tests.factories import PaperFactory

pytestmark = pytest.mark.django_db


def test_mark_unread_takes_off_ones_own_mark_only(chloe, dev):
    paper = PaperFactory()
    for person in (chloe, dev):
        mark_read(paper, by=person)

    mark_unread(paper, by=chloe)

    assert ReadingMark.objects.get().member == dev
    assert Event.objects.count() == 0


@pytest.mark.parametrize("name", ["amina", "gus", "fay"])
def test_only_the_committee_keeps_marks(name, request):
    with pytest.raises(NotPermitted, match="who sit with the committee"):
        mark_unread(PaperFactory(), by=request.getfixturevalue(name))
