import pytest

from committee.models import Event
from committee.refusals import NotPermitted
from proposals.actions import record_undertaking
from tests.factories import NINE, PaperFactory

pytestmark = pytest.mark.django_db


def test_record_undertaking_numbers_in_a_series_of_its_own(ed):
    paper = PaperFactory()

    labels = [
        record_undertaking([paper], by=ed, at=NINE, text=text, occasion="March").label
        for text in ("Share it.", "Show it.")
    ]

    assert labels == ["U-1", "U-2"]
    assert list(paper.recommendations.values_list("state", flat=True)) == ["open", "open"]
    event = Event.objects.first()
    assert event.facts == {"text": "Share it.", "papers": [paper.pk]}


@pytest.mark.parametrize("name", ["amina", "ben", "chloe", "gus"])
def test_only_the_secretariat(name, request):
    with pytest.raises(NotPermitted, match="Only the secretariat"):
        record_undertaking([], by=request.getfixturevalue(name), text="No.")
