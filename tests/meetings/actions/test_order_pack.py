"""Ordering the pack: what is frozen, for whom, and what each can then reach."""

import datetime as dt

import pytest
from django.utils import timezone

from committee.models import Document, Event, InterestEffect
from committee.refusals import NotPermitted
from meetings.actions import order_pack
from meetings.models import Interest, Pack
from meetings.packs import meant_for, standing_of
from tests.factories import NINE, AgendaItemFactory, MeetingFactory, item_with_paper
from tests.paperwork import FILE

pytestmark = pytest.mark.django_db


@pytest.fixture
def agenda(ed):
    """A called meeting with two papers, one of them with a file."""
    meeting = MeetingFactory(state="called", starts_at=dt.time(10))
    AgendaItemFactory(meeting=meeting, number="1", kind="welcome", title="Welcome")
    for number, name in (("2", "Burglary"), ("3", "CANARY")):
        paper = item_with_paper(meeting, number=number, title=name).papers.get()
        paper.title, paper.summary = f"{name} paper", f"{name} in short.\n\nMore of it."
        paper.save()
        paper.files.create(
            name=f"{name}.pdf", sha256="a" * 64, size=len(FILE), added_by=ed,
            media_type="application/pdf",
        )  # fmt: skip
    return meeting


def leaves(member, item, **interest):
    """``member`` declares an interest in ``item`` for which they leave the room."""
    member.__dict__.pop("_closed", None)
    return Interest.objects.create(
        meeting=item.meeting,
        item=item,
        member=member,
        nature="Family",
        effect=InterestEffect.LEAVE,
        declared_at=timezone.now(),
        recorded_by=member,
        **interest,
    )


def test_order_pack_freezes_what_goes_in(agenda, ed, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        document = order_pack(agenda, by=ed)

    said = document.snapshot
    assert (document.title, document.state) == ("Agenda and papers, 2 March 2026", "queued")
    assert [item["number"] for item in said["items"]] == ["1", "2", "3"]
    assert [sheet["title"] for sheet in said["enclosures"]] == ["Burglary paper", "CANARY paper"]
    first = said["enclosures"][0]
    assert first["files"] == [{"name": "Burglary.pdf", "sha256": "a" * 64}]
    assert first["summary"] == ["Burglary in short.", "More of it."]
    assert (first["begins"], first["item"], first["stage"]) == ("Burglary", "2", "In principle")
    assert said["version"] == 1
    assert Pack.objects.values_list("meeting", "document", "closed").get() == (
        agenda.pk,
        document.pk,
        "",
    )
    event = Event.objects.get()
    assert (event.act, event.facts) == ("meetings.order_pack", {"documents": [document.pk]})
    assert [callback.args for callback in callbacks] == [("render_document", document.pk)]


def test_a_pack_is_made_anew_only_when_it_says_something_new(agenda, ed):
    first = order_pack(agenda, by=ed)
    assert order_pack(agenda, by=ed) == first
    assert not standing_of(agenda, ed).is_older

    agenda.items.filter(number="2").update(title="Robbery")
    assert standing_of(agenda, ed).is_older
    second = order_pack(agenda, by=ed)

    assert second.snapshot["version"] == 2
    assert standing_of(agenda, ed).document == second
    agenda.items.filter(number="2").update(title="Burglary")
    assert order_pack(agenda, by=ed).snapshot["version"] == 3  # what was, is so again


def test_a_new_file_makes_the_pack_old(agenda, ed):
    order_pack(agenda, by=ed)

    agenda.items.get(number="2").papers.get().files.create(
        name="new.pdf", sha256="b" * 64, size=1, added_by=ed, media_type="application/pdf"
    )

    assert standing_of(agenda, ed).is_older


def test_a_paper_under_two_items_is_bound_once(agenda, ed):
    agenda.items.get(number="3").item_papers.create(
        paper=agenda.items.get(number="2").papers.get(), position=7
    )

    said = order_pack(agenda, by=ed).snapshot

    assert [sheet["items"] for sheet in said["enclosures"]] == ["2, 3", "3"]
    assert said["items"][2]["papers"][1]["sheet"] == said["enclosures"][0]["sheet"]


@pytest.mark.parametrize(("state", "titles"), [("draft", 1), ("withdrawn", 2)])
def test_drafts_are_left_out_and_withdrawn_papers_have_no_files(agenda, ed, state, titles):
    paper = agenda.items.get(number="3").papers.get()
    type(paper).objects.filter(pk=paper.pk).update(
        state=state, accepted_at=NINE if titles == 2 else None
    )

    sheets = order_pack(agenda, by=ed).snapshot["enclosures"]

    assert len(sheets) == titles
    assert all(sheet["files"] == [] for sheet in sheets if sheet["withdrawn"])


def test_a_restricted_item_shows_its_number_and_the_reason(agenda, ed):
    agenda.items.filter(number="3").update(restricted=True, restricted_reason="A live case")

    said = order_pack(agenda, by=ed).snapshot

    assert said["items"][2]["withheld"] == "A live case"
    assert "CANARY" not in str(said)


def test_who_leaves_the_room_has_a_pack_without_it(agenda, ed, chloe, dev):
    leaves(chloe, agenda.items.get(number="3"))

    order_pack(agenda, by=ed)

    whole, hers = Pack.objects.all()
    assert hers.closed.startswith("item-")
    assert (list(meant_for(dev)), list(meant_for(chloe))) == ([whole], [hers])
    assert "CANARY paper" in str(whole.document.snapshot)
    assert "CANARY paper" not in str(hers.document.snapshot)
    assert "CANARY in short" not in str(hers.document.snapshot)
    assert "CANARY.pdf" not in str(hers.document.snapshot)
    assert hers.document.snapshot["items"][2]["closed"] is True
    assert list(Document.objects.visible_to(chloe)) == [hers.document]
    assert list(Document.objects.visible_to(dev)) == [whole.document]
    assert Document.objects.visible_to(ed).count() == 2


def test_a_later_declaration_closes_the_pack_at_once(agenda, ed, chloe):
    whole = order_pack(agenda, by=ed)
    assert list(Document.objects.visible_to(chloe)) == [whole]

    leaves(chloe, agenda.items.get(number="3"))

    assert not Document.objects.visible_to(chloe).exists()
    assert standing_of(agenda, chloe).document is None
    assert standing_of(agenda, ed).is_older  # there is one to make for her
    order_pack(agenda, by=ed)
    assert Document.objects.visible_to(chloe).get() != whole
    assert Document.objects.count() == 2
    Interest.objects.update(withdrawn_at=timezone.now(), withdrawn_by=chloe)
    chloe.__dict__.pop("_closed")
    assert list(Document.objects.visible_to(chloe)) == [whole]


def test_a_pack_of_another_meeting_stays_open_to_who_leaves_this_one(agenda, ed, chloe):
    other = MeetingFactory(on=dt.date(2026, 6, 1), state="called")
    item_with_paper(other)
    theirs = order_pack(other, by=ed)

    leaves(chloe, agenda.items.get(number="3"))

    assert list(Document.objects.visible_to(chloe)) == [theirs]


def test_a_pack_of_a_meeting_not_yet_called_is_the_secretariats(agenda, ed, chloe):
    type(agenda).objects.update(state="planned")
    agenda.refresh_from_db()

    order_pack(agenda, by=ed)

    assert not Document.objects.visible_to(chloe).exists()
    assert Document.objects.visible_to(ed).exists()


@pytest.mark.parametrize("state", ["closed", "cancelled"])
def test_order_pack_refuses_a_meeting_that_is_over(agenda, ed, state):
    agenda.state = state

    with pytest.raises(NotPermitted, match=f"This meeting is {state}"):
        order_pack(agenda, by=ed)


def test_order_pack_refuses_an_empty_agenda(ed):
    with pytest.raises(NotPermitted, match="The agenda has no items yet"):
        order_pack(MeetingFactory(), by=ed)


@pytest.mark.parametrize("name", ["amina", "ben", "chloe", "gus", "fay"])
def test_only_the_secretariat_orders_the_pack(agenda, name, request):
    with pytest.raises(NotPermitted, match="Only the secretariat"):
        order_pack(agenda, by=request.getfixturevalue(name))

    assert Event.objects.count() == 0
