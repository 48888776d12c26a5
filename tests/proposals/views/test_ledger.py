"""The ledger for those who sign in."""

import datetime as dt

import pytest

from proposals.models import Answer, Recommendation
from tests.factories import PaperFactory, ProposalFactory, appoint
from tests.ledger import answered, asked_of, rule, undertaken

pytestmark = pytest.mark.django_db
ON = "/recommendations/work/"


@pytest.fixture
def paper(amina):
    body = amina.appointments.get().organisation
    return PaperFactory(proposal=ProposalFactory(submitting_body=body, title="Vehicle theft"))


def read(client, address, person):
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_each_point_stands_with_its_answer(client, paper, ed, amina):
    asked = undertaken(paper, "Share the plan.")
    answered(asked, amina, "It is on the web.")

    html = read(client, ON, ed)

    assert "Share the plan." in html
    assert "It is on the web." in html
    assert f'href="/recommendations/{asked}/work/"' in html
    assert "Vehicle theft" in html


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 2), ("state=all", 3), ("state=closed", 1), ("state=overdue", 1), ("kind=U", 2),
        ("kind=R", 0), ("put_to=force", 1), ("q=U-2&state=all", 1), ("q=plan", 1),
        ("q=vehicle", 2), ("q=lost", 0),
    ],
)  # fmt: skip
def test_filters(client, paper, ed, query, count):
    undertaken(paper, "Share the plan.", due_on=dt.date(2020, 1, 1))
    undertaken(paper, "Meet the council.", addressee="force")
    undertaken(paper, "It is over.", state="closed")

    assert f"{count} found" in read(client, f"{ON}?{query}", ed)


def test_by_body_and_proposal(client, paper, ed):
    undertaken(paper)
    undertaken(PaperFactory())
    body, slug = paper.proposal.submitting_body_id, paper.proposal.slug

    assert "1 found" in read(client, f"{ON}?body={body}&proposal={slug}", ed)


def test_a_body_sees_its_own_and_no_other(client, paper, amina):
    undertaken(paper, "For the Lab.")
    other = undertaken(PaperFactory(), "For others.")
    asked_of(paper, text="Not told yet.")

    html = read(client, ON, amina)

    assert "For the Lab." in html
    assert "For others." not in html
    assert "Not told yet." not in html
    assert client.get(other.get_absolute_url()).status_code == 404


def test_a_draft_answer_is_for_those_who_write_it(client, paper, amina, chloe):
    asked = undertaken(paper)
    draft = PaperFactory(proposal=paper.proposal, state="draft", submitted_at=None)
    answered(asked, amina, "STILL WRITTEN", paper=draft, given_at=None)

    assert "STILL WRITTEN" in read(client, asked.get_absolute_url(), amina)
    assert "STILL WRITTEN" not in read(client, asked.get_absolute_url(), chloe)


@pytest.mark.parametrize("state", ["submitted", "returned", "accepted"])
def test_an_answer_comes_before_members_with_its_paper(client, paper, amina, chloe, ed, state):
    asked = undertaken(paper)
    newer = PaperFactory(proposal=paper.proposal, state=state, title="NOT CHECKED YET")
    answered(asked, amina, "GIVEN", paper=newer)

    for person, reads in ((amina, True), (ed, True), (chloe, state == "accepted")):
        page = read(client, asked.get_absolute_url(), person)
        assert ("GIVEN" in page, "NOT CHECKED YET" in page) == (reads, reads)


def test_the_history_of_a_point(client, paper, amina, ed, ben):
    asked = undertaken(paper)
    answered(asked, amina, "It is on the web.")
    advice = asked_of(paper).line.advice
    rule(advice, asked, "closes", by=ed, reason="Shown.", differing_views="Some doubt it.")

    html = read(client, asked.get_absolute_url(), ben)
    for words in ("It is on the web.", "Closes it", "Shown.", "Some doubt it."):
        assert words in html

    assert "Closes it" not in read(client, asked.get_absolute_url(), amina), "not in force"


def test_the_body_answers_on_its_own(client, paper, amina):
    asked = undertaken(paper)
    client.force_login(amina, backend="django.contrib.auth.backends.ModelBackend")

    response = client.post(
        f"/recommendations/{asked}/answer/", {"extent": "not_done", "text": "No money."}
    )

    assert response.url == asked.get_absolute_url()
    assert Answer.objects.get().given_at
    assert Recommendation.objects.get().state == "answered"


def test_who_answers_is_told_that_it_will_be_published(client, paper, amina):
    asked = undertaken(paper)
    draft = PaperFactory(proposal=paper.proposal, state="draft", submitted_at=None)

    for there in ("", f"?paper={draft.pk}"):
        html = read(client, f"/recommendations/{asked}/answer/{there}", amina)
        assert "your answer is published word for word with the minutes" in html


def test_the_body_drafts_its_answer_in_a_paper(client, paper, amina):
    asked = undertaken(paper)
    draft = PaperFactory(proposal=paper.proposal, state="draft", submitted_at=None)
    client.force_login(amina, backend="django.contrib.auth.backends.ModelBackend")
    there = f"/recommendations/{asked}/answer/?paper={draft.pk}"

    response = client.post(there, {"extent": "done", "text": "See section 2."})

    assert response.url.startswith(draft.get_absolute_url())
    assert "See section 2." in client.get(there).content.decode()
    assert client.get(f"/recommendations/{asked}/answer/?paper=999").status_code == 404


def test_an_answer_without_words_is_asked_for_them(client, paper, amina):
    asked = undertaken(paper)
    client.force_login(amina, backend="django.contrib.auth.backends.ModelBackend")

    html = client.post(f"/recommendations/{asked}/answer/", {"extent": "done"}).content.decode()

    assert "Say what was done, or why not." in html
    assert not Answer.objects.exists()


def test_the_secretariat_says_by_when(client, paper, ed):
    asked = undertaken(paper)
    client.force_login(ed, backend="django.contrib.auth.backends.ModelBackend")
    said = {"addressee": "force", "binding": "required", "due": "", "due_on": "2026-09-01"}

    response = client.post(f"/recommendations/{asked}/revise/", said)

    assert response.url == asked.get_absolute_url()
    assert "1 September 2026" in read(client, asked.get_absolute_url(), ed)


def test_queries_do_not_grow_with_rows(client, paper, amina, django_assert_max_num_queries):
    member = appoint("member")
    client.force_login(member, backend="django.contrib.auth.backends.ModelBackend")
    counts = []
    for _ in range(2):
        for _ in range(3):
            answered(undertaken(PaperFactory()), amina)
        with django_assert_max_num_queries(30) as found:
            client.get(ON)
        counts.append(len(found))

    assert counts[0] == counts[1]
