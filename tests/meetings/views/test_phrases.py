"""The page on which the secretariat keeps its phrases."""

import pytest
from django.urls import reverse

from meetings.models import Phrase

pytestmark = pytest.mark.django_db
PAGE, ADD = "/meetings/phrases/", "/meetings/phrases/add/"


@pytest.fixture
def secretary(client, ed):
    client.force_login(ed)
    return client


def test_a_new_site_has_some_already(secretary):
    page = secretary.get(PAGE).content.decode()

    assert "The Committee noted the report." in page
    assert Phrase.objects.count() > 10


def test_a_phrase_is_added_changed_and_removed(secretary):
    secretary.post(ADD, {"abbreviation": "np", "text": "No paper."})
    phrase = Phrase.objects.get(abbreviation="np")
    there = reverse("meetings:revise_phrase", args=[phrase.pk])
    assert "No paper.</textarea>" in secretary.get(there).content.decode()

    secretary.post(there, {"abbreviation": "nop", "text": "No paper came."})
    assert "No paper came." in secretary.get(PAGE).content.decode()

    secretary.post(reverse("meetings:remove_phrase", args=[phrase.pk]))
    assert "No paper came." not in secretary.get(PAGE).content.decode()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"abbreviation": "noted", "text": "x"}, "stands for another phrase already"),
        ({"abbreviation": "a b", "text": "x"}, "Use letters and digits alone."),
        ({"abbreviation": "ab", "text": ""}, "Enter the phrase"),
    ],
)
def test_what_is_refused_keeps_what_was_typed(secretary, said, sentence):
    page = secretary.post(ADD, said).content.decode()

    assert sentence in page
    assert f'value="{said["abbreviation"]}"' in page


def test_without_any_the_page_says_what_it_is_for(secretary):
    Phrase.objects.all().delete()

    assert "No phrases yet" in secretary.get(PAGE).content.decode()


@pytest.mark.parametrize("who", ["amina", "ben", "chloe", "gus"])
def test_they_are_the_secretariats(request, client, who):
    client.force_login(request.getfixturevalue(who))

    assert client.get(PAGE).status_code == client.get(ADD).status_code == 403
