import pytest

from committee.refusals import Refused
from meetings.actions import revise_item
from tests.factories import AgendaItemFactory, PaperFactory, VoteFactory, item_with_paper
from tests.meetings.roles import OTHERS, assert_not_theirs, last_event


def test_revise_item_changes_what_is_given(meeting, ed):
    item = AgendaItemFactory(meeting=meeting, title="Old", number="3")

    revise_item(item, by=ed, title="New", number="3", lead=["GM"])

    assert (item.title, item.number, item.lead) == ("New", "3", ["GM"])
    facts = {"changed": ["lead", "title"]}
    assert last_event() == ("meetings.revise_item", "Ed Secretary", facts)


def test_revise_item_changes_its_papers(meeting, ed):
    item = item_with_paper(meeting)
    first, other = item.papers.get(), PaperFactory()

    revise_item(item, by=ed, papers=[other, first])
    assert list(item.item_papers.values_list("paper", flat=True)) == [other.pk, first.pk]

    revise_item(item, by=ed, papers=[other])
    assert [row.paper for row in item.item_papers.all()] == [other]
    assert [row.paper for row in meeting.meeting_papers.all()] == [other]


def test_revise_item_keeps_a_paper_of_the_meeting_that_another_item_hears(meeting, ed):
    item = item_with_paper(meeting)
    AgendaItemFactory(meeting=meeting).item_papers.create(paper=item.papers.get())

    revise_item(item, by=ed, papers=[])

    assert meeting.meeting_papers.count() == 1


def test_revise_item_keeps_a_paper_that_was_voted_on(meeting, ed):
    item = item_with_paper(meeting)
    VoteFactory(item=item).papers.add(item.papers.get())

    with pytest.raises(Refused, match="A vote was taken on a paper of this item"):
        revise_item(item, by=ed, papers=[])


@OTHERS
def test_revise_item_is_for_the_secretariat(request, who, meeting):
    item = AgendaItemFactory(meeting=meeting)

    assert_not_theirs(revise_item, item, by=request.getfixturevalue(who), title="Mine")
