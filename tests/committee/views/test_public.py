"""The open pages about people and terms."""

import datetime as dt

import pytest
from django.utils import timezone

from committee.models import Role, TermsOfReference
from tests.factories import AppointmentFactory, PersonFactory, appoint

pytestmark = pytest.mark.django_db


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_people_of_the_committee_and_nobody_else(client, ben, chloe, ed, amina, gus):
    html = read(client, "/people/")

    for person in (ben, chloe, ed):
        assert person.name in html
    for person in (amina, gus):
        assert person.name not in html
    assert "Since January 2019" in html
    assert "@" not in html


def test_people_who_served_and_who_are_to_serve(client):
    today = timezone.localdate()
    AppointmentFactory(
        person=PersonFactory(name="Past Member"),
        starts_on=dt.date(2019, 3, 1),
        ends_on=dt.date(2021, 3, 1),
    )
    AppointmentFactory(
        person=PersonFactory(name="Future Member"), starts_on=today + dt.timedelta(days=9)
    )
    leaving = AppointmentFactory(
        person=PersonFactory(name="Last Day"), role=Role.ADVISER, post="Clerk", ends_on=today
    )

    html = read(client, "/people/")

    assert html.index("Last Day") < html.index("Served before") < html.index("Past Member")
    assert "March 2019 to March 2021" in html
    assert f"to {leaving.ends_on:%B %Y}" in html
    assert "<p>Clerk</p>" in html
    assert "Future Member" not in html


def test_a_committee_without_people_says_so(client):
    assert "No appointment is recorded" in read(client, "/people/")


def test_terms_show_wordings_their_source_and_what_is_not_set(client):
    html = read(client, "/terms/")

    assert html.count("Assumed, no source found") == 3
    assert html.count("Quoted from the record") == 2
    assert html.count("Not set") == 13


def test_terms_show_rules_that_are_set_and_only_versions_in_force(client):
    rules = {
        "quorum_numerator": 1,
        "quorum_denominator": 2,
        "quorum_at_least": 3,
        "voting_rule": "majority",
        "chair_has_casting_vote": True,
        "paper_deadline_days": 10,
        "publication_rule": "Within a month",
    }
    second = TermsOfReference.objects.create(version=2, in_force_from=dt.date(2024, 1, 1), **rules)
    second.options.create(letter="A", short_label="Go", wording="It may go", provenance="adopted")
    third = TermsOfReference.objects.create(
        version=3, in_force_from=dt.date(2024, 6, 1), quorum_at_least=4
    )
    TermsOfReference.objects.create(
        version=9, in_force_from=timezone.localdate() + dt.timedelta(days=1)
    )

    html = read(client, "/terms/")

    assert "1 of every 2 voting members appointed, and at least 3" in html
    assert "More than half of those voting" in html
    assert "10 days before the meeting" in html
    assert ">Adopted<" in html
    assert "At least 4 voting members" in html
    assert "Version 9" not in html
    assert html.count("In force") == 1
    assert html.index(f"Version {third.version}") < html.index("Version 2")


@pytest.mark.parametrize("count", [10, 2000])
@pytest.mark.parametrize(("address", "queries"), [("/people/", 2), ("/terms/", 3)])
def test_queries_do_not_grow(client, django_assert_num_queries, address, queries, count):
    for _ in range(count // 100 + 1):
        appoint(Role.MEMBER)

    with django_assert_num_queries(queries):
        client.get(address)
