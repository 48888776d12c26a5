import pytest

from committee.refusals import NotPermitted
from proposals.actions import add_check_point, retire_check_point, tick_check
from proposals.checklist import points_of
from tests.papers import a_paper

pytestmark = pytest.mark.django_db


@pytest.fixture
def point(ed):
    return add_check_point(by=ed, text="It has page numbers.")


def test_a_retired_point_stays_where_it_was_ticked(point, ed):
    ticked, other = a_paper("submitted"), a_paper("submitted")
    tick_check(ticked, by=ed, point=point)

    retire_check_point(point, by=ed)

    asked = [one.point for one in points_of(ticked, ticked.versions.get())]
    assert point in asked
    assert point not in [one.point for one in points_of(other, other.versions.get())]


def test_members_do_not_retire_points(point, chloe):
    with pytest.raises(NotPermitted):
        retire_check_point(point, by=chloe)
