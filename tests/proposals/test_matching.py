"""One proposal for one system, however its papers print its name."""

import pytest

from committee.models import Organisation
from proposals.likeness import likeness, words_of
from proposals.matching import Register
from proposals.models import Proposal
from tests.factories import PaperFactory, ProposalFactory


def attach(title, *, reference=None, submitted_by=None):
    """What a record with this one paper finds."""
    return Register().attach(title=title, reference=reference, submitted_by=submitted_by)


def body(short_name):
    return Organisation.objects.get(short_name=short_name)


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("Night buses", "The night bus model", 1),
        ("Theft of Motor Vehicle Predictions", "Theft of motor vehicles", 1),
        ("RFSDi score", "RSFDi scores", 1),
        ("Night bus routes", "Night bus times", 0),
        ("Night bus delays in winter", "Night bus delays in summer", 0.6),
        ("Night buses", "Night bus demand and crews", 0.5),
        ("Night buses", "Night bus demand and crews by area", 0),
        ("Night", "Night buses", 0),
        ("Predictions", "Predictions", 1),
        ("Night buses", "Day trains", 0),
    ],
)
def test_likeness_is_the_share_of_telling_words(one, other, score):
    assert likeness(words_of(one), words_of(other)) == pytest.approx(score)


@pytest.mark.django_db
def test_a_new_name_makes_a_new_proposal():
    proposal, asked = attach("Night buses", reference="NB_1", submitted_by="lab")

    assert (proposal.slug, proposal.title, proposal.reference) == (
        "night-buses",
        "Night buses",
        "NB_1",
    )
    assert proposal.submitting_body == body("Lab")
    assert [alias.name for alias in proposal.aliases.all()] == ["Night buses"]
    assert asked == []


@pytest.mark.django_db
@pytest.mark.parametrize("title", ["Night buses", "NIGHT  BUSES.", "Late coaches"])
def test_the_same_title_or_alias_is_the_same_proposal(title):
    known = ProposalFactory(title="Night buses")
    known.aliases.create(name="Late coaches")

    proposal, asked = attach(title)

    assert (proposal, asked, Proposal.objects.count()) == (known, [], 1)
    assert proposal.aliases.filter(name__iexact="late coaches").count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("reference", ["NB_1", "nb_1", "NB_2"])
def test_the_same_reference_is_the_same_proposal_whatever_its_name(reference):
    known = ProposalFactory(title="Night buses", reference="NB_1")
    PaperFactory(proposal=known, reference="NB_2")

    proposal, asked = attach("Something else", reference=reference)

    assert (proposal, asked) == (known, [])
    assert known.aliases.get().name == "Something else"


@pytest.mark.django_db
def test_a_name_much_like_another_is_asked_about():
    known = ProposalFactory(title="Night bus delays in winter")
    ProposalFactory(title="Lost dogs")

    proposal, (candidate,) = attach("Night bus delays")

    assert proposal != known
    assert (candidate.proposal, round(candidate.score, 2)) == (known, 0.75)
    assert candidate.reason == "Its name is much like this one."


@pytest.mark.django_db
def test_at_most_three_are_asked_about_the_likest_first():
    for season in ("in winter", "in high winter", "in late winter", ""):
        ProposalFactory(title=f"Night bus crew delays {season}")

    _, candidates = attach("Night bus crew delays winter")

    assert [round(candidate.score, 2) for candidate in candidates] == [1, 0.83, 0.83]


@pytest.mark.django_db
def test_the_same_name_from_another_body_is_asked_about():
    known = ProposalFactory(title="Night buses", submitting_body=body("Lab"))

    proposal, (candidate,) = attach("Night buses", submitted_by="NDAS")

    assert (proposal.slug, candidate.proposal, candidate.score) == ("night-buses", known, 1)
    assert candidate.reason == "It has the same name."


@pytest.mark.django_db
def test_a_like_name_from_another_body_is_another_system():
    ProposalFactory(title="Night bus delays in winter", submitting_body=body("Lab"))

    _, asked = attach("Night bus delays", submitted_by="NDAS")

    assert asked == []


@pytest.mark.django_db
def test_two_that_share_a_name_are_both_asked_about():
    for title in ("Night buses", "Late coaches"):
        ProposalFactory(title=title).aliases.create(name="N8")

    _, candidates = attach("N8")

    assert [candidate.proposal.title for candidate in candidates] == ["Night buses", "Late coaches"]


@pytest.mark.django_db
def test_papers_of_one_record_are_not_taken_for_each_other():
    register = Register()
    first, _ = register.attach(title="Night bus delays", reference=None, submitted_by=None)
    second, asked = register.attach(
        title="Night bus delays in winter", reference=None, submitted_by=None
    )
    again, _ = register.attach(title="Night bus delays", reference=None, submitted_by=None)

    assert (first != second, asked, again) == (True, [], first)


@pytest.mark.django_db
@pytest.mark.parametrize("names", [("Ποιήματα", "Παράθυρα")])
def test_names_in_other_letters_are_kept_apart(names):
    first, second = (attach(name)[0] for name in names)

    assert first != second
    assert attach(names[0])[0] == first


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("first", "second", "title"),
    [
        (
            "Knife crime predictions (4 weeks)",
            "4 weekly predictions of Knife Crime & Serious Violence",
            "Knife crime predictions (4 weeks)",
        ),
        ("IOM Model", "RFSDi/ IOM predictive model", "Integrated Offender Management (IOM) model"),
        ("Top service users", "Frequent Service Users", "Frequent Service Users"),
    ],
)
def test_known_names_of_one_system_are_one_proposal_in_any_order(first, second, title):
    for names in ((first, second), (second, first)):
        Proposal.objects.all().delete()
        proposals = {attach(name, submitted_by="Lab")[0] for name in names}

        assert [proposal.title for proposal in proposals] == [title]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Violent Crime Predictions (4 weeks)", "Lab"), ("Violent Crime", "NDAS")),
        (("Violent Crime", "NDAS"), ("Violent Crime Predictions (4 weeks)", None)),
        (
            ("Knife crime predictions (4 weeks)", "Lab"),
            ("Long-term forecasting of knife crime", None),
        ),
        (
            ("Long-term forecasting of knife crime", None),
            ("Long-term forecasting of violent crime", None),
        ),
    ],
)
def test_known_systems_are_never_taken_for_each_other(first, second):
    one, _ = attach(first[0], submitted_by=first[1])
    other, asked = attach(second[0], submitted_by=second[1])

    assert (one != other, asked) == (True, [])


@pytest.mark.django_db
def test_a_known_name_from_another_body_is_no_known_name():
    ndas, _ = attach("Violent Crime", submitted_by="NDAS")

    proposal, (candidate,) = attach("Violent Crime", submitted_by="Lab")

    assert (proposal.title, candidate.proposal) == ("Violent Crime", ndas)


@pytest.mark.django_db
def test_a_body_is_known_by_its_full_name_alone():
    college = Organisation.objects.create(name="The College")

    assert attach("Night buses", submitted_by="the college")[0].submitting_body == college
