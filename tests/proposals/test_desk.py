"""The desk of a body: what each of its proposals waits for, and what is theirs to do."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from committee.models import Organisation
from proposals.actions import submit_paper
from proposals.desk import desk_of
from proposals.models import ExpectedReturn
from tests.factories import MeetingFactory, PaperFactory, ProposalFactory, appoint
from tests.ledger import undertaken
from tests.writing import begun, lab_of

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def meeting():
    meeting = MeetingFactory(on=TODAY + dt.timedelta(days=30), state="called")
    type(meeting.terms).objects.update(paper_deadline_days=14)
    return meeting


def row_of(person):
    (row,) = desk_of(person).proposals
    return row


def test_a_proposal_without_a_paper_waits_for_its_first(amina):
    proposal = ProposalFactory(submitting_body=lab_of(amina))

    row = row_of(amina)

    assert (row.text, row.is_ours) == ("Begin its first paper", True)
    assert row.url == reverse("proposals:draft_paper", args=[proposal.slug])


def test_a_draft_waits_to_be_submitted_by_the_deadline_of_its_meeting(amina, meeting):
    paper = begun(amina, wanted_meeting=meeting.slug)

    row = row_of(amina)

    assert (row.text, row.due) == ("Finish and submit “Model”", TODAY + dt.timedelta(days=16))
    assert row.url == paper.url_to("write_paper")


@pytest.mark.parametrize(
    ("state", "text", "is_ours"),
    [
        ("returned", "Put “Model” right and submit it again", True),
        ("submitted", "The secretariat checks “Model”", False),
        ("accepted", "“Model” is before the committee", False),
        ("considered", "Nothing", False),
    ],
)
def test_each_state_has_one_next_step(amina, state, text, is_ours):
    paper = begun(amina)
    submit_paper(paper, by=amina)
    type(paper).objects.update(state=state, accepted_at=paper.submitted_at)

    row = row_of(amina)

    assert (row.text, row.is_ours, row.paper) == (text, is_ours, paper)


def test_what_was_asked_waits_for_the_paper_that_answers_it(amina):
    proposal = ProposalFactory(submitting_body=lab_of(amina))
    paper = PaperFactory(proposal=proposal, state="considered")
    undertaken(paper)
    ExpectedReturn.objects.create(proposal=proposal, words="in six months", due_on=TODAY)

    row = row_of(amina)

    assert row.text == "Begin the paper that answers the point of the committee"
    assert (row.words, row.due, row.is_ours) == ("in six months", TODAY, True)
    assert desk_of(amina).to_answer == 1


def test_a_return_without_points_is_a_step_too(amina):
    proposal = ProposalFactory(submitting_body=lab_of(amina))
    PaperFactory(proposal=proposal, state="considered")
    ExpectedReturn.objects.create(proposal=proposal, words="next meeting")

    assert row_of(amina).text == "Begin the paper that was asked for"


def test_what_was_withdrawn_waits_for_nothing(amina):
    PaperFactory(proposal=ProposalFactory(submitting_body=lab_of(amina)), state="withdrawn")

    assert row_of(amina).text == "Begin its first paper"


def test_colleagues_share_the_desk_and_other_bodies_see_nothing(amina):
    begun(amina)
    other = appoint("presenter")
    ndas = Organisation.objects.get(short_name="NDAS")
    other.appointments.update(organisation=ndas)

    assert len(desk_of(appoint("presenter")).proposals) == 1
    assert desk_of(other).proposals == []


def test_the_desk_is_shown_with_deadlines(client, amina, meeting):
    begun(amina, wanted_meeting=meeting.slug)
    client.force_login(amina)

    shown = client.get(reverse("proposals:mine")).content.decode()

    assert "Finish and submit “Model”" in shown
    assert "Papers by" in shown


def test_the_desk_does_not_grow_in_queries(client, amina, django_assert_num_queries):
    client.force_login(amina)
    begun(amina)
    with django_assert_num_queries(10) as few:
        client.get(reverse("proposals:mine"))
    for _ in range(4):
        begun(amina)

    with django_assert_num_queries(len(few)):
        client.get(reverse("proposals:mine"))
