import datetime as dt

import pytest

from committee.models import Event
from committee.refusals import NotPermitted
from proposals.actions import approve_advice, expect_return
from proposals.models import ExpectedReturn
from tests.factories import NINE, PaperFactory
from tests.ledger import advice_on

pytestmark = pytest.mark.django_db
JUNE = dt.date(2026, 6, 1)


@pytest.fixture
def paper():
    return PaperFactory()


def awaited(paper):
    return ExpectedReturn.objects.open().filter(proposal=paper.proposal).first()


def test_an_outcome_e_opens_one_next_step(paper, ben):
    approve_advice(advice_on(paper, "E"), by=ben)

    expected = ExpectedReturn.objects.get()
    assert expected.words == "with the information that was asked for"
    assert awaited(paper) == expected


@pytest.mark.parametrize(
    ("letter", "kind", "words"),
    [
        ("A", "condition", None),
        ("B", "condition", "once the conditions are met"),
        ("C", "condition", "once the conditions are met"),
        ("C", "recommendation", None),
        ("D", "condition", None),
    ],
)
def test_conditions_on_b_and_c_come_back(paper, ben, letter, kind, words):
    approve_advice(advice_on(paper, letter, (kind, "Show it.")), by=ben)

    expected = awaited(paper)
    assert (expected and expected.words) == words


def test_the_words_that_were_chosen_stand(paper, ed, ben):
    advice = advice_on(paper, "E")
    decision = advice.decisions.get()
    said = {"words": "in six months", "due_on": JUNE}
    expected = expect_return(decision, paper.proposal, by=ed, at=NINE, **said)
    assert awaited(paper) is None, "the advice is not approved"

    approve_advice(advice, by=ben)

    assert awaited(paper) == expected
    assert (expected.words, expected.due_on) == ("in six months", JUNE)
    event = Event.objects.get(act="proposals.expect_return")
    assert event.facts == {
        "words": "in six months",
        "due_on": "2026-06-01",
        "decision": decision.pk,
    }


def test_they_may_be_changed_and_taken_back(paper, ed):
    decision = advice_on(paper, "A").decisions.get()
    expect_return(decision, paper.proposal, by=ed, words="next meeting")
    expect_return(decision, paper.proposal, by=ed, words="in a year")
    assert ExpectedReturn.objects.get().words == "in a year"

    assert expect_return(decision, paper.proposal, by=ed, words="") is None
    assert not ExpectedReturn.objects.exists()


def test_newer_advice_settles_what_was_expected_before(paper, ben):
    approve_advice(advice_on(paper, "E"), by=ben)
    later = PaperFactory(proposal=paper.proposal)

    approve_advice(advice_on(later, "A"), by=ben)

    assert ExpectedReturn.objects.get().met_by == later
    assert awaited(paper) is None


def test_a_record_loaded_late_awaits_nothing_that_came(paper, ben):
    later = PaperFactory(proposal=paper.proposal)
    advice_on(later, "A").decisions.update(made_on=JUNE)

    approve_advice(advice_on(paper, "E", given_on=NINE.date()), by=ben)

    assert ExpectedReturn.objects.get().met_by == later


@pytest.mark.parametrize("name", ["amina", "chloe", "gus"])
def test_who_does_not_say_when(paper, name, request):
    decision = advice_on(paper, "E").decisions.get()

    with pytest.raises(NotPermitted, match="say when a proposal comes back"):
        expect_return(decision, paper.proposal, by=request.getfixturevalue(name), words="soon")
