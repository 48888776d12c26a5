import datetime as dt

import pytest

from committee.actions import revise_terms
from committee.models import Event, TermsOfReference
from committee.refusals import Refused
from tests.factories import MeetingFactory

pytestmark = pytest.mark.django_db
FROM = dt.date(2025, 1, 1)
OPTIONS = [
    {"letter": letter, "short_label": f"Label {letter}", "wording": "So.", "provenance": "adopted"}
    for letter in "ABCDE"
]


def test_revise_terms_corrects_a_version_nobody_used(ed):
    terms = TermsOfReference.objects.get()

    revise_terms(terms, in_force_from=FROM, options=OPTIONS, quorum_at_least=4, by=ed)

    terms.refresh_from_db()
    assert (terms.in_force_from, terms.quorum_at_least) == (FROM, 4)
    assert terms.options.get(letter="D").short_label == "Label D"
    assert terms.options.count() == 5
    assert Event.objects.get().act == "committee.revise_terms"


def test_revise_terms_refuses_a_version_a_meeting_used(ed):
    meeting = MeetingFactory()

    with pytest.raises(Refused, match="Adopt a new version instead"):
        revise_terms(meeting.terms, in_force_from=FROM, options=OPTIONS, by=ed)


def test_revise_terms_refuses_the_day_of_another_version(ed):
    terms = TermsOfReference.objects.get()
    TermsOfReference.objects.create(version=2, in_force_from=FROM)

    with pytest.raises(Refused, match="Another version is in force from 1 January 2025"):
        revise_terms(terms, in_force_from=FROM, options=OPTIONS, by=ed)
