"""The record of every act, for the secretariat to read."""

import pytest
from django.urls import reverse

from committee.audit import record

pytestmark = pytest.mark.django_db


@pytest.fixture
def secretary(client, ed):
    client.force_login(ed)
    return client


def history(client, **asked):
    return client.get(reverse("committee:history"), asked).content.decode()


def test_history_shows_who_did_what(secretary, ed, chloe):
    record("committee.appoint", chloe, by=ed)

    body = history(secretary)

    assert all(words in body for words in ["Ed Secretary", "Appoint", "Chloe Member"])


def test_history_by_act_and_by_person(secretary, ed, ben, chloe):
    record("committee.appoint", chloe, by=ed)
    record("meetings.open_vote", chloe, by=ben)

    assert "1 act<" in history(secretary, act="meetings.open_vote")
    assert "1 act<" in history(secretary, who=str(ed.pk))
    assert "No act fits" in history(secretary, act="meetings.open_vote", who=str(ed.pk))
    assert "No act fits" in history(secretary, act="meetings.unheard_of")


def test_history_has_pages(secretary, ed, chloe):
    for _ in range(51):
        record("committee.appoint", chloe, by=ed)

    assert "Page 2 of 2" in history(secretary, page=2)


def test_the_history_of_one_person_stands_on_their_page(secretary, ed, chloe):
    record("committee.appoint", chloe, by=ed)

    body = secretary.get(reverse("committee:manage_person", args=[chloe.pk])).content.decode()

    assert "Ed Secretary: appoint" in body
