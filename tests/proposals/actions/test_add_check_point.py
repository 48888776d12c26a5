import pytest

from committee.models import Event
from committee.refusals import NotPermitted
from proposals.actions import add_check_point

pytestmark = pytest.mark.django_db


def test_a_point_is_added_for_a_stage(ed):
    point = add_check_point(by=ed, text="It has page numbers.", stage="final_report")

    assert (str(point), point.stage, point.is_in_use) == (
        "It has page numbers.", "final_report", True
    )  # fmt: skip
    assert Event.objects.get().act == "proposals.add_check_point"


def test_members_do_not_add_points(chloe):
    with pytest.raises(NotPermitted):
        add_check_point(by=chloe, text="No.")
