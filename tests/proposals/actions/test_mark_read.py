import pytest

from committee.models import Event
from committee.refusals import NotPermitted
from proposals.actions import mark_read
from proposals.models import ReadingMark
from tests.factories import PaperFactory

pytestmark = pytest.mark.django_db


def test_mark_read_is_kept_once_and_told_to_nobody(chloe):
    paper = PaperFactory()

    mark_read(paper, by=chloe)
    mark_read(paper, by=chloe)

    assert ReadingMark.objects.values_list("paper", "member").get() == (paper.pk, chloe.pk)
    assert Event.objects.count() == 0


@pytest.mark.parametrize("name", ["amina", "gus", "fay"])
def test_only_the_committee_keeps_marks(name, request):
    with pytest.raises(NotPermitted, match="who sit with the committee"):
        mark_read(PaperFactory(), by=request.getfixturevalue(name))
