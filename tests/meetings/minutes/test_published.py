"""Publishing shows what the published text says, and nothing else."""

import pytest

from meetings.minutes.published import show_published
from proposals.models import PublishedOutcome
from tests.factories import AgendaItemFactory, PaperFactory, ProposalFactory
from tests.publishing import advised, heard, held, published

pytestmark = pytest.mark.django_db


def test_published_outcome_says_what_the_minutes_say(ed):
    meeting = held()
    item = heard(meeting, PaperFactory(title="Vans", stage="update", reference="DL-1"))
    advised(item, "C", [("condition", "Show the error rates.")], wording="It advises so.")

    published(meeting, ed)

    row = PublishedOutcome.objects.get()
    assert (row.title, row.stage, row.reference) == ("Vans", "Update", "DL-1")
    assert (row.meeting_slug, row.held) == (meeting.slug, "2 March 2026")
    assert (row.letter, row.label, row.wording) == (
        "C",
        "Proceed with major amendments",
        "It advises so.",
    )
    assert [(asked["ref"], asked["text"]) for asked in row.asked] == [
        ("C-1", "Show the error rates.")
    ]
    assert row.minutes_url == f"/meetings/2026-03-02/#{row.anchor}"


def test_a_proposal_is_public_once_published_and_its_names_once_printed(ed):
    proposal = ProposalFactory(title="Four-week model")
    printed = proposal.aliases.create(name="Knife crime map")
    unprinted = proposal.aliases.create(name="Operation Secret")
    meeting = held()
    heard(meeting, PaperFactory(proposal=proposal, title="The knife-crime map, an update"))
    assert not proposal.is_public

    published(meeting, ed)

    for row in (proposal, printed, unprinted):
        row.refresh_from_db()
    assert (proposal.is_public, printed.is_public, unprinted.is_public) == (True, True, False)


def test_a_paper_heard_for_information_is_shown_without_an_outcome(ed):
    meeting = held()
    heard(meeting, kind="information")

    published(meeting, ed)

    assert PublishedOutcome.objects.get().result == "no_outcome"


def test_one_decision_on_two_papers_names_the_other(ed):
    meeting = held()
    item = heard(meeting, PaperFactory(title="First"))
    item.item_papers.create(paper=PaperFactory(title="Second"), position=1)
    advised(item)

    published(meeting, ed)

    rows = PublishedOutcome.objects.order_by("title")
    assert [(row.title, row.with_papers) for row in rows] == [
        ("First", ["Second"]),
        ("Second", ["First"]),
    ]


def test_nothing_of_a_restricted_item_is_shown(ed):
    meeting = held()
    item = heard(meeting, restricted=True, restricted_reason="A live investigation")
    advised(item)

    published(meeting, ed)

    assert not PublishedOutcome.objects.exists()
    item.papers.get().proposal.refresh_from_db()
    assert not item.papers.get().proposal.is_public


def test_a_restricted_line_of_advice_is_shown_as_withheld(ed):
    meeting = held()
    decision = advised(heard(meeting), "B", [("recommendation", "CANARY")])
    decision.advice.lines.update(restricted=True, restricted_reason="Names a person")

    published(meeting, ed)

    (asked,) = PublishedOutcome.objects.get().asked
    assert asked["withheld"]["reason"] == "Names a person"
    assert "CANARY" not in str(asked)


def test_edited_rows_change_nothing_until_a_correction_is_published(ed):
    meeting = held()
    decision = advised(heard(meeting), wording="As first said.")
    first = published(meeting, ed)
    decision.wording = "As corrected."
    decision.save()

    show_published(first)
    assert PublishedOutcome.objects.get().wording == "As first said."

    published(meeting, ed, number=2, change_note="The wording")
    assert PublishedOutcome.objects.get().wording == "As corrected."


def test_an_item_without_papers_shows_nothing(ed):
    meeting = held()
    AgendaItemFactory(meeting=meeting, kind="welcome")

    published(meeting, ed)

    assert not PublishedOutcome.objects.exists()


def test_outcomes_stand_as_their_papers_came_up_on_the_agenda(ed):
    meeting = held()
    heard(meeting, PaperFactory(title="First"), kind="information")
    decided = heard(meeting, PaperFactory(title="Second"))
    heard(meeting, PaperFactory(title="Third"), kind="information")
    advised(decided)

    published(meeting, ed)

    rows = PublishedOutcome.objects.order_by("position")
    assert [row.title for row in rows] == ["First", "Second", "Third"]
