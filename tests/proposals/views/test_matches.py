import pytest

from proposals.models import Proposal, ProposalMatch
from tests import factories
from tests.factories import NINE, PaperFactory, ProposalFactory

pytestmark = pytest.mark.django_db
LIST = "/proposals/matches/"
QUERIES = 6  # session, person, roles, the committee's name, questions, answers


@pytest.fixture
def desk(client, ed):
    client.force_login(ed)
    return client


def ask(**match):
    fields = {"paper": PaperFactory(title="Night bus delays"), "score": "0.75"}
    fields |= {"candidate": ProposalFactory(title="Night buses"), "reason": "Alike."}
    return ProposalMatch.objects.create(**fields | match)


def test_questions_are_listed_with_why_they_are_asked(desk):
    ask()

    page = desk.get(LIST).content.decode()

    assert "“Night bus delays”" in page
    assert "Night buses" in page
    assert "They share 75 per cent of their telling words." in page


def test_the_list_says_when_it_is_empty(desk):
    assert "No paper is in doubt" in desk.get(LIST).content.decode()


def test_answers_stay_to_be_seen(desk, ed):
    ask(state="rejected", decided_at=NINE, decided_by=ed)

    page = " ".join(desk.get(LIST).content.decode().split())

    assert "“Night bus delays” and “Night buses”: kept apart, Ed Secretary, 2 March 2026" in page


def test_confirming_makes_one_of_two(desk):
    match = ask()

    response = desk.post(f"{LIST}{match.pk}/confirm/", follow=True)

    assert "“Night bus delays” is a paper of “Night buses”." in response.content.decode()
    assert Proposal.objects.get().title == "Night buses"


def test_rejecting_keeps_them_apart(desk):
    match = ask()

    response = desk.post(f"{LIST}{match.pk}/reject/", follow=True)

    assert "“Night bus delays” and “Night buses” stay apart." in response.content.decode()
    assert Proposal.objects.count() == 2


@pytest.mark.parametrize("verb", ["confirm", "reject"])
def test_reading_an_address_answers_nothing(desk, verb):
    match = ask()

    assert desk.get(f"{LIST}{match.pk}/{verb}/").status_code == 405
    assert ProposalMatch.objects.open().get() == match


@pytest.mark.parametrize("role", ["chair", "member", "adviser", "presenter", "office"])
def test_questions_are_for_the_secretariat(client, role):
    client.force_login(factories.appoint(role))
    match = ask()

    assert client.get(LIST).status_code == 404
    assert client.post(f"{LIST}{match.pk}/confirm/").status_code == 404


def test_the_list_asks_the_database_no_more_for_three_than_for_one(desk, django_assert_num_queries):
    for more in (1, 2):
        for _ in range(more):
            ask()
        with django_assert_num_queries(QUERIES):
            desk.get(LIST)
