import datetime as dt

import pytest

from committee.actions import adopt_terms
from committee.models import Event, TermsOfReference
from committee.refusals import NotPermitted
from proposals.actions import set_requirements
from proposals.models import Requirement
from tests.factories import NINE

pytestmark = pytest.mark.django_db


@pytest.fixture
def terms():
    return TermsOfReference.objects.get()


def rows(terms):
    found = terms.requirements.values_list("stage", "evidence", "section", "is_blocking")
    return sorted(found)


def test_set_requirements_says_what_a_stage_needs(terms, ed):
    set_requirements(terms, by=ed, stage="update", asked={"dpia": True, "summary": False}, at=NINE)

    assert rows(terms) == [("update", "", "summary", False), ("update", "dpia", "", True)]
    event = Event.objects.get()
    assert (event.act, event.at) == ("proposals.set_requirements", NINE)
    assert event.facts == {"stage": "update", "asked": {"dpia": True, "summary": False}}


def test_set_requirements_again_replaces_those_of_the_stage_alone(terms, ed):
    set_requirements(terms, by=ed, stage="update", asked={"dpia": True})
    set_requirements(terms, by=ed, stage="proposal", asked={"dpia": True})

    set_requirements(terms, by=ed, stage="update", asked={"summary": False})

    assert rows(terms) == [("proposal", "dpia", "", True), ("update", "", "summary", False)]


def test_what_papers_need_does_not_make_the_terms_used(terms, ed):
    set_requirements(terms, by=ed, stage="update", asked={"dpia": True})

    assert not terms.is_used


def test_a_new_version_of_the_terms_asks_the_same(terms, ed):
    set_requirements(terms, by=ed, stage="update", asked={"dpia": True})

    new = adopt_terms(by=ed, in_force_from=dt.date(2030, 1, 1), options=[])

    assert rows(new) == rows(terms) == [("update", "dpia", "", True)]


def test_the_first_terms_of_all_carry_nothing_over(ed):
    TermsOfReference.objects.get().options.all().delete()
    TermsOfReference.objects.all().delete()

    adopt_terms(by=ed, in_force_from=dt.date(2030, 1, 1), options=[])

    assert not Requirement.objects.exists()


@pytest.mark.parametrize("who", ["amina", "ben", "chloe", "gus", "fay"])
def test_set_requirements_is_for_the_secretariat(terms, who, request):
    with pytest.raises(NotPermitted, match="Only the secretariat"):
        set_requirements(terms, by=request.getfixturevalue(who), stage="update", asked={})
