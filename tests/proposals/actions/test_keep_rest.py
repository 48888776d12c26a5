import pytest
from django.urls import reverse

from committee.models import Event, LineKind, Person
from committee.refusals import NotPermitted
from proposals.actions import approve_advice, approve_letter, draft_letter, keep_rest
from proposals.ledger import unruled
from tests.factories import NINE, PaperFactory
from tests.ledger import advice_on, answered, rule, undertaken

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper():
    return PaperFactory()


@pytest.fixture
def points(paper, amina):
    """Three that ``paper`` answers."""
    before = PaperFactory(proposal=paper.proposal)
    points = [undertaken(before, text, state="answered") for text in ("One.", "Two.", "Three.")]
    for point in points:
        answered(point, amina, paper=paper)
    return points


@pytest.fixture
def advice(paper, points):
    return advice_on(paper)


def test_keep_rest_keeps_open_what_the_advice_says_nothing_of(advice, points, ben):
    rule(advice, points[0], "closes", by=ben)

    keep_rest(advice, by=ben, at=NINE)

    said = advice.rulings.order_by("recommendation").values_list("verdict", flat=True)
    assert list(said) == ["closes", "keeps", "keeps"]
    event = Event.objects.last()
    assert (event.act, event.at, event.facts) == (
        "proposals.keep_rest",
        NINE,
        {"kept": ["U-2", "U-3"]},
    )

    approve_advice(advice, by=ben)

    states = [type(point).objects.get(pk=point.pk).state for point in points]
    assert states == ["closed", "open", "open"]


def test_advice_and_letter_wait_for_every_point_a_paper_answers(advice, points, ben, ed):
    rule(advice, points[0], "closes", by=ben)
    letter = draft_letter(advice, by=ed)

    for act, thing in ((approve_advice, advice), (approve_letter, letter)):
        with pytest.raises(
            NotPermitted, match="says nothing of U-2 and U-3, which a paper answers"
        ):
            act(thing, by=ben)

    keep_rest(advice, by=ed)
    assert approve_letter(letter, by=ben).state == "approved"


@pytest.mark.parametrize("state", ["open", "closed"])
def test_what_was_ruled_on_meanwhile_waits_for_nothing(advice, points, ben, state):
    type(points[0]).objects.update(state=state)

    assert not unruled(advice).exists()
    assert approve_advice(advice, by=ben).state == "approved"


def test_what_was_answered_elsewhere_waits_for_nothing(paper, amina, ben):
    before = PaperFactory(proposal=paper.proposal)
    answered(undertaken(before, state="answered"), amina)
    draft = undertaken(before, state="answered")
    answered(draft, amina, paper=paper, given_at=None)

    assert approve_advice(advice_on(paper), by=ben).state == "approved"


def test_the_system_puts_on_record_what_was_given_then(advice, points):
    assert approve_advice(advice, by=Person.objects.clock()).state == "approved"


def test_it_is_said_where_a_letter_is_approved_and_mended_there(client, advice, points, ben, ed):
    advice.lines.create(kind=LineKind.COMMENT, text="Well made.", position=0)
    letter = draft_letter(advice, by=ed)
    client.force_login(ben)

    shown = client.get(letter.get_absolute_url()).content.decode()
    there = reverse("proposals:keep_rest", args=[advice.pk])
    answer = client.post(there, {"next": letter.get_absolute_url()})

    assert "Until it does it cannot be approved." in shown
    assert f'action="{there}"' in shown
    assert answer.url == letter.get_absolute_url()
    assert "cannot be approved" not in client.get(answer.url).content.decode()


@pytest.mark.parametrize("name", ["amina", "chloe", "gus"])
def test_who_may_not_keep_the_rest(advice, points, name, request):
    with pytest.raises(NotPermitted):
        keep_rest(advice, by=request.getfixturevalue(name))


def test_approved_advice_says_no_more(advice, points, ben):
    keep_rest(advice, by=ben)
    approve_advice(advice, by=ben)

    with pytest.raises(NotPermitted, match="This advice is approved"):
        keep_rest(advice, by=ben)
