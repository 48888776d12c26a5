"""What stands under a withheld line is withheld with it, however deep, from every reader.

CANARY stands in all of it. A member of the committee opens the same pages and must meet it.
"""

import datetime as dt

import pytest
from django.urls import reverse

from committee.models import Organisation
from meetings.actions import link_update, make_undertaking
from meetings.agenda_document import snapshot_of as agenda_of
from meetings.minutes import snapshot_of
from meetings.models import ActionPoint, MinutesVersion
from proposals.letters import snapshot_of as letter_of
from proposals.models import AdviceLetter, Recommendation
from tests.case_files import made, words
from tests.factories import (
    NINE,
    AgendaItemFactory,
    AppointmentFactory,
    EntryFactory,
    MeetingFactory,
    PaperFactory,
    ProposalFactory,
)
from tests.ledger import answered, rule
from tests.paperwork import a_document
from tests.publishing import advised, heard, held, published
from tests.writing import begun, lab_of

pytestmark = pytest.mark.django_db
HIDDEN = {"restricted": True, "restricted_reason": "A person"}
LATER = dt.date(2026, 5, 4)


@pytest.fixture
def proposal(amina):
    return ProposalFactory(slug="model", title="Model", submitting_body=lab_of(amina))


@pytest.fixture
def first(proposal, ed, ben, amina):
    """A meeting whose advice and minutes hold withheld lines, with lines under those."""
    item = heard(held(), PaperFactory(proposal=proposal, state="considered"))
    decision = advised(item, "C", [("recommendation", "Do it.")])
    advice, paper = decision.advice, decision.papers.get()
    above = advice.lines.create(kind="comment", text="CANARY above", position=1, **HIDDEN)
    between = advice.lines.create(kind="comment", text="CANARY between", position=2, parent=above)
    line = advice.lines.create(kind="condition", text="CANARY asked", position=3, parent=between)
    asked = Recommendation.objects.create(line=line, kind="C", number=1, due_on=LATER)
    Recommendation.objects.get(line__text="Do it.").papers.add(paper)
    asked.papers.add(paper)
    type(advice).objects.filter(pk=advice.pk).update(
        state="approved", approved_at=NINE, approved_by=ben, given_on=item.meeting.on
    )
    AdviceLetter.objects.create(
        advice=advice, state="sent", approved_at=NINE, approved_by=ben, sent_at=NINE, sent_by=ed,
        document=a_document("ready"),
    )  # fmt: skip
    answered(asked, amina, "CANARY answer")
    _minuted(item, ed, amina)
    published(item.meeting, ed)
    return item.meeting


def _minuted(item, ed, amina) -> None:
    """Undertakings, an action and an update in lines under withheld ones."""
    above = EntryFactory(item=item, text="CANARY line", **HIDDEN)
    below = EntryFactory(item=item, text="CANARY below", parent=above, paragraph="1.1")
    made = make_undertaking(below, by=ed, text="CANARY promise", due_on=LATER)
    answered(made, amina, "CANARY kept")
    link_update(below, by=ed, recommendations=[Recommendation.objects.get(line__text="Do it.")])
    ActionPoint.objects.create(meeting=item.meeting, entry=below, text="CANARY action")
    closed = AgendaItemFactory(meeting=item.meeting, title="CANARY item", **HIDDEN)
    part = AgendaItemFactory(meeting=item.meeting, parent=closed, title="CANARY part")
    part.item_papers.create(paper=item.papers.get())
    make_undertaking(EntryFactory(item=part), by=ed, text="CANARY second promise", due_on=LATER)


@pytest.fixture
def second(first, proposal, ed):
    """A later meeting that ruled on all of it."""
    item = heard(held(LATER), PaperFactory(proposal=proposal, state="considered"))
    advice = advised(item, "B").advice
    for asked in Recommendation.objects.all():
        rule(advice, asked, "keeps", by=ed, reason="A public reason")
    published(item.meeting, ed)
    return item.meeting


def pages(proposal):
    yield from (
        "/work/",
        "/recommendations/?state=all",
        "/proposals/model/",
        "/meetings/2026-05-04/",
    )
    yield from (reverse("proposals:mine"), f"{reverse('proposals:ledger')}?state=all")
    yield reverse("proposals:workspace", args=[proposal.slug])
    for paper in proposal.papers.all():
        yield paper.get_absolute_url()
        yield paper.url_to("write_paper")
    for letter in AdviceLetter.objects.all():
        yield letter.get_absolute_url()
    for asked in Recommendation.objects.order_by("kind", "number"):
        yield asked.get_absolute_url()
        yield f"/recommendations/{asked}/"
        yield reverse("proposals:answer_recommendation", args=[asked.label])


def other_body():
    body = Organisation.objects.create(name="Another body", is_submitting_body=True)
    return AppointmentFactory(role="presenter", organisation=body).person


@pytest.mark.parametrize("reader", ["amina", "gus", "other", "public"])
def test_no_page_outside_the_committee_holds_a_word_of_it(
    client, second, proposal, reader, request
):
    if reader != "public":
        who = other_body() if reader == "other" else request.getfixturevalue(reader)
        client.force_login(who)
    draft = begun(request.getfixturevalue("amina"), proposal=proposal)

    for address in pages(proposal):
        html = client.get(address).content.decode()
        assert "CANARY" not in html, address
    assert draft in proposal.papers.all()


def test_the_committee_reads_it(client, second, proposal, chloe):
    client.force_login(chloe)

    html = client.get(f"{reverse('proposals:ledger')}?state=all").content.decode()

    for said in ("CANARY asked", "CANARY promise", "CANARY second promise", "CANARY answer"):
        assert said in html


def test_nobody_outside_is_counted_or_asked_for_it(second, amina, gus, chloe):
    seen = Recommendation.objects.visible_to

    assert [str(one) for one in seen(amina)] == ["R-1"]
    assert [str(one) for one in seen(gus)] == ["R-1"]
    assert [str(one) for one in Recommendation.objects.told()] == ["R-1"]
    assert [str(one) for one in seen(chloe)] == ["C-1", "R-1", "U-1", "U-2"]


def test_no_document_holds_a_word_of_it(first, second, ed):
    again = MinutesVersion(meeting=second, number=2)
    letter = AdviceLetter(advice=second.advice_given.get().advice)
    ActionPoint.objects.create(meeting=first, text="An open action")
    agenda = agenda_of(MeetingFactory(on=dt.date(2026, 6, 1), state="planned"))
    said = [snapshot_of(second, again), letter_of(letter), agenda]
    said += [letter_of(one) for one in AdviceLetter.objects.all()]

    assert "C-1 stays open." in str(said)
    assert "An open action" in str(agenda)
    assert "CANARY" not in str(said)


@pytest.mark.parametrize("edition", ["internal", "public"])
def test_no_case_file_holds_a_word_of_it(second, proposal, ed, edition):
    proposal.refresh_from_db()
    text = words(made(proposal, by=ed, edition=edition))

    assert "Do it." in text
    assert "CANARY" not in text


def test_internal_case_file_says_why(second, proposal, ed):
    text = words(made(proposal, by=ed))

    assert "Withheld: A person" in text
    assert "Withheld: undertaken in a passage that is withheld" in text


def test_whoever_makes_an_undertaking_there_is_told_that_it_is_withheld(client, second, ed):
    entry = EntryFactory(item=second.items.first(), **HIDDEN)
    below = EntryFactory(item=entry.item, parent=entry)
    client.force_login(ed)

    page = client.get(reverse("meetings:make_undertaking", args=[second.slug, below.pk]))

    assert "This line is withheld: A person." in page.content.decode()
