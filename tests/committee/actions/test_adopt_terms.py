import datetime as dt

import pytest

from committee.actions import adopt_terms
from committee.models import Event, TermsOfReference
from committee.refusals import Refused

pytestmark = pytest.mark.django_db
FROM = dt.date(2025, 1, 1)
OPTIONS = [
    {"letter": letter, "short_label": f"Label {letter}", "wording": "So.", "provenance": "adopted"}
    for letter in "ABCDE"
]


def test_adopt_terms_makes_the_next_version(ed):
    terms = adopt_terms(
        in_force_from=FROM, options=OPTIONS, quorum_at_least=5, voting_rule="majority", by=ed
    )

    assert (terms.version, terms.quorum_at_least, terms.voting_rule) == (2, 5, "majority")
    assert terms.publication_rule is None
    assert TermsOfReference.objects.on(FROM) == terms
    assert TermsOfReference.objects.on(FROM - dt.timedelta(days=1)).version == 1
    assert [str(option) for option in terms.options.all()] == [
        f"{letter} – Label {letter}" for letter in "ABCDE"
    ]
    event = Event.objects.get()
    assert event.act == "committee.adopt_terms"
    assert event.facts["rules"] == {"quorum_at_least": 5, "voting_rule": "majority"}


@pytest.mark.parametrize("day", [dt.date(2019, 1, 1), dt.date(2018, 6, 1)])
def test_adopt_terms_refuses_a_day_the_last_version_covers(ed, day):
    with pytest.raises(Refused, match="Version 1 is in force from 1 January 2019"):
        adopt_terms(in_force_from=day, options=OPTIONS, by=ed)


def test_adopt_terms_can_be_the_first(ed):
    for terms in TermsOfReference.objects.all():
        terms.options.all().delete()
        terms.delete()

    assert adopt_terms(in_force_from=FROM, options=OPTIONS, by=ed).version == 1
