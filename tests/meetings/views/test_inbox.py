"""The list of submitted papers, and the way from there to an agenda."""

import pytest
from django.urls import reverse

from tests.factories import MeetingFactory, PaperFactory, item_with_paper
from tests.papers import a_paper

pytestmark = pytest.mark.django_db
INBOX = reverse("meetings:inbox")


@pytest.fixture
def secretary(client, ed):
    client.force_login(ed)
    return client


@pytest.fixture
def coming():
    return MeetingFactory(state="planned")


def test_the_list_tells_what_each_paper_wants(secretary, coming):
    paper = a_paper("submitted")
    type(paper).objects.update(wanted_meeting=coming.slug, is_late=True)
    PaperFactory(title="Waits for a place")

    page = secretary.get(INBOX)

    (one,) = page.context["inbox"].to_check
    assert (one.paper, one.wanted, one.version.number) == (paper, coming, 1)
    shown = page.content.decode()
    assert coming.date_text in shown
    assert "Late" in shown
    assert [str(one.paper) for one in page.context["inbox"].to_place] == ["Waits for a place"]


def test_an_empty_list_says_what_comes_here(secretary):
    assert "Nothing to check" in secretary.get(INBOX).content.decode()


def test_a_paper_is_accepted_and_placed_beside_another(secretary, coming):
    item, paper = item_with_paper(coming), a_paper("submitted")
    there = reverse("meetings:place_paper", args=[paper.pk])
    assert "with 1 paper" in secretary.get(there).content.decode()

    answer = secretary.post(there, {"place": f"item-{item.pk}"})

    assert answer.url == reverse("meetings:agenda", args=[coming.slug])
    assert item.papers.count() == 2


def test_the_agenda_offers_what_is_submitted(secretary, coming):
    paper = a_paper("submitted")
    agenda = reverse("meetings:agenda", args=[coming.slug])
    assert "Accept and place here" in secretary.get(agenda).content.decode()

    place = reverse("meetings:place_paper", args=[paper.pk])
    secretary.post(place, {"place": f"new-{coming.slug}"})

    paper.refresh_from_db()
    assert (paper.state, paper.agenda_items.count()) == ("accepted", 1)


def test_the_wanted_meeting_is_chosen_beforehand(secretary, coming):
    paper = a_paper("submitted")
    type(paper).objects.update(wanted_meeting=coming.slug)

    form = secretary.get(reverse("meetings:place_paper", args=[paper.pk])).context["form"]

    assert form.initial["place"] == f"new-{coming.slug}"


def test_queries_do_not_grow_with_papers(secretary, django_assert_num_queries):
    states = ("submitted", "returned", "accepted")
    for state in states:
        a_paper(state)
    secretary.get(INBOX)
    with django_assert_num_queries(14) as first:
        secretary.get(INBOX)
    for state in states:
        a_paper(state)

    with django_assert_num_queries(len(first)):
        secretary.get(INBOX)
