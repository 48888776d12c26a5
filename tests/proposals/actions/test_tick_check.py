import pytest

from committee.refusals import NotPermitted, Refused
from proposals.actions import tick_check
from proposals.models import CheckPoint
from tests.factories import NINE, PaperFactory
from tests.papers import a_paper, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def point():
    return CheckPoint.objects.create(text="The files open.")


def test_ticks_are_kept_with_the_version_that_was_looked_at(point, ed):
    paper = a_paper("submitted")
    tick_check(paper, by=ed, point=point, at=NINE)
    tick_check(paper, by=ed, point=point)
    first, second = paper.versions.get(), written(paper)

    tick = first.ticks.get()
    assert (tick.point, tick.ticked_by, tick.ticked_at) == (point, ed, NINE)
    assert not second.ticks.exists()


def test_a_tick_is_taken_off(point, ed):
    paper = a_paper("submitted")
    tick_check(paper, by=ed, point=point)

    tick_check(paper, by=ed, point=point, is_met=False)

    assert not paper.versions.get().ticks.exists()


def test_only_a_submitted_version_is_ticked(point, ed):
    with pytest.raises(NotPermitted, match="nothing to check"):
        tick_check(a_paper("accepted"), by=ed, point=point)
    with pytest.raises(Refused, match="No version"):
        tick_check(PaperFactory(state="submitted"), by=ed, point=point)


@pytest.mark.parametrize("name", ["amina", "ben", "chloe"])
def test_who_may_not_tick(point, name, request):
    with pytest.raises(NotPermitted):
        tick_check(a_paper("submitted"), by=request.getfixturevalue(name), point=point)
