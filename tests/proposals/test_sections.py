"""The sections of a paper, with what it says in them."""

import pytest

from proposals.actions import draft_paper, write_section
from proposals.models import PaperSection
from proposals.sections import sections_of
from tests.factories import PaperFactory, ProposalFactory

pytestmark = pytest.mark.django_db


def test_sections_are_those_of_the_outline_in_its_order(ed):
    paper = draft_paper(ProposalFactory(), by=ed, stage="proposal", title="Model")
    purpose = PaperSection.objects.get(key="purpose")
    write_section(paper, by=ed, section=purpose, text="Less harm.", version=0)

    sections = sections_of(paper)

    assert [one.key for one in sections[:3]] == ["summary", "purpose", "news"]
    assert [(one.text, one.version, one.is_empty) for one in sections[:2]] == [
        ("", 0, True),
        ("Less harm.", 1, False),
    ]
    groups = [one.section.get_group_display() for one in sections]
    assert groups == ["The paper"] * 8 + ["ALGO-CARE"] * 8


def test_sections_take_two_queries(ed, django_assert_num_queries):
    paper = draft_paper(ProposalFactory(), by=ed, stage="proposal", title="Model")

    with django_assert_num_queries(2):
        assert len(sections_of(paper)) == 16


def test_a_paper_of_a_record_has_no_sections():
    assert sections_of(PaperFactory()) == []
