import datetime as dt

import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from proposals.actions import revise_outline
from proposals.models import PaperOutline
from proposals.sections import sections_of
from tests.factories import NINE
from tests.writing import begun, say

pytestmark = pytest.mark.django_db
LATER = dt.date(2030, 1, 1)
PURPOSE = {"key": "purpose", "group": "paper", "heading": "Why", "prompt": "Why at all?"}


def test_revise_outline_asks_from_a_day_on(ed):
    outline = revise_outline(by=ed, in_use_from=LATER, sections=[PURPOSE], source="Ours", at=NINE)

    assert (outline.version, outline.source, str(outline)) == (
        2, "Ours", "Outline of papers, version 2",
    )  # fmt: skip
    assert [str(section) for section in outline.sections.all()] == ["Why"]
    assert PaperOutline.objects.on(dt.date(2029, 12, 31)).version == 1
    assert PaperOutline.objects.on(LATER).version == 2
    event = Event.objects.get()
    assert (event.act, event.facts["in_use_from"]) == ("proposals.revise_outline", "2030-01-01")


def test_a_paper_keeps_the_outline_with_which_it_was_begun(ed, amina):
    paper = begun(amina)
    say(paper, "purpose", "Less harm.", by=amina)

    revise_outline(by=ed, in_use_from=dt.date(2019, 2, 1), sections=[PURPOSE])

    assert len(sections_of(paper)) == 16
    assert len(sections_of(begun(amina))) == 1


@pytest.mark.parametrize(
    ("on", "sections", "sentence"),
    [
        (dt.date(2019, 1, 1), [PURPOSE], "a new version starts later"),
        (LATER, [], "at least one section"),
        (LATER, [PURPOSE, PURPOSE], "the same heading"),
    ],
)
def test_revise_outline_refuses_what_cannot_be_asked(ed, on, sections, sentence):
    with pytest.raises(Refused, match=sentence):
        revise_outline(by=ed, in_use_from=on, sections=sections)


def test_the_first_outline_of_all_is_version_one(ed):
    PaperOutline.objects.all().delete()

    assert revise_outline(by=ed, in_use_from=LATER, sections=[PURPOSE]).version == 1


@pytest.mark.parametrize("who", ["amina", "ben", "chloe", "gus", "fay"])
def test_revise_outline_is_for_the_secretariat(who, request):
    with pytest.raises(NotPermitted, match="Only the secretariat"):
        revise_outline(by=request.getfixturevalue(who), in_use_from=LATER, sections=[PURPOSE])
