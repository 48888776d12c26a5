"""The chain on a proposal's pages: papers, outcomes, what was asked, responses, what is next."""

import datetime as dt

import pytest
from django.urls import reverse

from committee.models import Organisation, TermsOfReference
from proposals.actions import approve_advice, chase_return, expect_return
from proposals.models import AdviceLetter, ExpectedReturn, Recommendation, Response
from tests.factories import NINE, PaperFactory, ProposalFactory
from tests.ledger import answered
from tests.paperwork import a_document
from tests.publishing import advised, heard, held, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def decision(amina, ben, ed):
    """An outcome C with a condition, its letter sent, its minutes not published."""
    body = amina.appointments.get().organisation
    proposal = ProposalFactory(slug="vans", title="Vehicle theft", submitting_body=body)
    paper = PaperFactory(proposal=proposal, title="First paper", state="considered")
    decision = advised(heard(held(), paper), "C", [("condition", "Sign it.")], given_on=NINE.date())
    Recommendation.objects.all().delete()
    approve_advice(decision.advice, by=ben, at=NINE)
    sent = {"approved_at": NINE, "approved_by": ben, "sent_at": NINE, "sent_by": ed}
    AdviceLetter.objects.create(
        advice=decision.advice, state="sent", document=a_document("ready"), **sent
    )
    return decision


def read(client, address, person=None):
    if person:
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def respond(decision, ed, **facts):
    office = Organisation.objects.get(short_name="OPCC")
    said = {"acceptance": "partly", "reasons": "Not in one year.", "responded_on": NINE.date()}
    return Response.objects.create(
        letter=decision.advice.letter, office=office, entered_at=NINE, entered_by=ed, **said | facts
    )


def test_the_chain_signed_in(client, decision, amina):
    answered(Recommendation.objects.get(), amina, "Signed.")

    html = read(client, "/proposals/vans/work/", amina)

    for words in ("First paper", "Proceed with major amendments", "Sign it.", "C-", "L-"):
        assert words in html
    assert "It comes back once the conditions are met" in html
    assert "Begin the paper that brings it back" in html
    assert "No response yet" in html


def test_another_paper_ends_the_wait(client, decision, amina):
    ExpectedReturn.objects.update(met_by=PaperFactory(proposal=decision.papers.get().proposal))

    assert "It comes back" not in read(client, "/proposals/vans/work/", amina)


def test_the_secretariat_says_when_and_asks_after_it(client, decision, ed):
    html = read(client, "/proposals/vans/work/", ed)
    expected = ExpectedReturn.objects.get()
    assert f"/proposals/vans/returns/{expected.pk}/chase/" in html

    said = {"words": "in six months", "due_on": "2026-09-01"}
    client.post(f"/proposals/vans/returns/{decision.pk}/", said)
    client.post(f"/proposals/vans/returns/{expected.pk}/chase/")

    html = read(client, "/proposals/vans/work/")
    assert "It comes back in six months" in html
    assert "Expected by 1 September 2026" in html
    assert "asked after on" in html


def test_silence_after_the_agreed_time_is_shown(client, decision, ed):
    TermsOfReference.objects.update(response_days=28)

    html = read(client, decision.advice.letter.get_absolute_url(), ed)

    assert html.count("No response in time") == 2
    assert "Agreed by 30 March 2026" in html


def test_responses_stand_with_the_letter_and_the_proposal(client, decision, ed):
    respond(decision, ed)

    letter = read(client, decision.advice.letter.get_absolute_url(), ed)
    assert "Accepted in part" in letter
    assert "Not in one year." in letter
    assert "Accepted in part" in read(client, "/proposals/vans/work/")


def test_an_office_enters_its_response(client, decision, gus):
    letter = decision.advice.letter
    there = f"/proposals/letters/{letter.pk}/respond/"
    assert there in read(client, letter.get_absolute_url(), gus)
    office = Organisation.objects.get(short_name="OPCC")
    said = {"office": office.pk, "acceptance": "not_accepted", "responded_on": "2026-03-09"}

    assert "Give the reasons" in client.post(there, said).content.decode()
    client.post(there, said | {"reasons": "Too dear."})

    assert str(Response.objects.get()).endswith("not accepted")


def test_a_response_is_public_with_the_minutes_that_advise(client, decision, ed):
    respond(decision, ed, reasons="CANARY")
    other = PaperFactory(proposal=decision.papers.get().proposal)
    later = held(dt.date(2026, 6, 1))
    advised(heard(later, other), "A")
    published(later, ed)
    assert "CANARY" not in read(client, "/proposals/vans/")

    published(decision.advice.given.meeting, ed)

    html = read(client, "/proposals/vans/")
    assert html.count("CANARY") == 1
    assert "accepted in part" in html


def test_the_public_reads_what_comes_next_with_the_latest_minutes(client, decision, ed):
    expect_return(
        decision, decision.papers.get().proposal, by=ed, words="in autumn",
        due_on=dt.date(2026, 9, 1),
    )  # fmt: skip
    published(decision.advice.given.meeting, ed)

    html = read(client, "/proposals/vans/")

    assert "It comes back in autumn, by 1 September 2026" in html
    label = Recommendation.objects.get().label
    assert f'<a class="de-quiet" href="/recommendations/{label}/">{label}</a>' in html


def test_queries_of_the_chain_do_not_grow(client, decision, ed, django_assert_max_num_queries):
    client.force_login(ed, backend="django.contrib.auth.backends.ModelBackend")
    counts = []
    for _ in range(2):
        with django_assert_max_num_queries(60) as found:
            client.get("/proposals/vans/work/")
        counts.append(len(found))
        for month in (7, 8) if len(counts) == 1 else ():
            paper = PaperFactory(proposal=decision.papers.get().proposal)
            advised(heard(held(dt.date(2026, month, 1)), paper), "B", [("condition", "More.")])

    assert counts[0] == counts[1]


def test_chasing_needs_a_return_that_is_open(decision, ed):
    assert chase_return(ExpectedReturn.objects.get(), by=ed).chased_on


def test_all_that_is_to_come_back_stands_on_one_page(client, decision, ed, ben):
    there = reverse("proposals:expected_returns")
    set_day = reverse("proposals:expect_return", args=["vans", decision.pk])

    page = read(client, there, ed)

    assert "once the conditions are met" in page
    assert "No day set" in page
    assert f'href="{set_day}">Set the day' in page
    late = dt.date(2020, 1, 1)
    expect_return(decision, ExpectedReturn.objects.get().proposal, by=ben, words="now", due_on=late)
    page = read(client, there, ben)
    assert "Overdue" in page
    assert "1 Jan 2020" in page


def test_what_is_to_come_back_does_not_grow_in_queries(
    client, decision, ed, django_assert_num_queries
):
    client.force_login(ed)
    client.get(reverse("proposals:expected_returns"))
    with django_assert_num_queries(7) as few:
        client.get(reverse("proposals:expected_returns"))
    for number in range(3):
        ExpectedReturn.objects.create(proposal=ProposalFactory(), words=f"in {number} months")

    with django_assert_num_queries(len(few)):
        client.get(reverse("proposals:expected_returns"))
