"""The pack on the web: what is read, what is noted, and that a note is nobody else's."""

import re

import pytest
from django.urls import reverse

from meetings.actions import write_note
from meetings.models import PrivateNote
from proposals.models import ReadingMark
from tests.factories import AgendaItemFactory, MeetingFactory, PaperFactory, item_with_paper
from tests.meetings.actions.test_order_pack import leaves
from tests.test_roles import DECLARED, address, cast, ours, reader  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.fixture
def called():
    meeting = MeetingFactory(state="called")
    item_with_paper(meeting, number="1", title="Burglary")
    item_with_paper(meeting, number="2", title="Robbery")
    AgendaItemFactory(meeting=meeting, number="3", kind="discussion", title="Self-assessment")
    return meeting


def read(client, meeting):
    return client.get(reverse("meetings:pack", args=[meeting.slug])).content.decode()


@pytest.fixture
def page(client, chloe, called):
    client.force_login(chloe)
    return lambda: read(client, called)


def test_the_page_counts_what_is_read_and_leads_to_what_is_not(client, page, called):
    first, second = [item.papers.get() for item in called.items.all()[:2]]
    assert "0 of 2 read" in page()

    anchor = f"paper-{called.items.first().pk}-{first.pk}"
    back = reverse("meetings:pack", args=[called.slug]) + f"#{anchor}"
    marked = client.post(
        reverse("proposals:mark_read", args=[first.proposal.slug, first.pk]), {"back": back}
    )

    assert marked["Location"] == back
    said = page()
    assert "1 of 2 read" in said
    assert re.search(rf'href="#paper-\d+-{second.pk}">Next unread', said)
    ReadingMark.objects.create(
        paper=second, member=ReadingMark.objects.get().member, marked_at=second.submitted_at
    )
    assert "All read" in page()


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", ""])
def test_a_mark_leads_back_to_pages_of_ours_alone(client, chloe, back):
    client.force_login(chloe)
    paper = PaperFactory()
    there = reverse("proposals:mark_unread", args=[paper.proposal.slug, paper.pk])

    assert client.post(there, {"back": back})["Location"] == paper.get_absolute_url()


def test_the_paper_itself_shows_the_mark(client, chloe):
    client.force_login(chloe)
    paper = PaperFactory()
    assert "Not read yet" in client.get(paper.get_absolute_url()).content.decode()

    client.post(reverse("proposals:mark_read", args=[paper.proposal.slug, paper.pk]))

    assert "You have read it" in client.get(paper.get_absolute_url()).content.decode()


def test_a_paper_under_two_items_counts_once(page, called):
    called.items.last().item_papers.create(paper=called.items.first().papers.get())

    assert "0 of 2 read" in page()


def note(client, meeting, about, **typed):
    said = {"about": f"{about._meta.model_name}-{about.pk}", "version": "0"} | typed
    headers = said.pop("headers", None)
    return client.post(reverse("meetings:write_note", args=[meeting.slug]), said, headers=headers)


def test_a_note_is_kept_by_the_button(client, page, called):
    page()
    item = called.items.last()

    answer = note(client, called, item, text="Ask why.")

    assert answer["Location"] == reverse("meetings:pack", args=[called.slug])
    assert "Ask why." in page()


def test_a_note_is_kept_as_it_is_typed(client, page, called):
    page()
    script = {"Accept": "application/json"}
    paper = called.items.first().papers.get()

    first = note(client, called, paper, text="Ask", headers=script)
    second = note(client, called, paper, text="Ask why.", version=1, headers=script)
    third = note(client, called, paper, text="Other window", version=1, headers=script)
    gone = note(client, called, paper, text=" ", version=2, headers=script)

    assert [answer.json() for answer in (first, second)] == [{"version": 1}, {"version": 2}]
    assert third.status_code == 409
    assert gone.json() == {"version": 0}
    assert not PrivateNote.objects.exists()


def test_two_windows_are_asked_which_text_stays(client, page, called):
    page()
    item = called.items.last()
    note(client, called, item, text="On the phone")

    answer = note(client, called, item, text="On the laptop")

    said = answer.content.decode()
    assert answer.status_code == 409
    assert "On the phone" in said
    assert "On the laptop" in said
    assert 'name="version" value="1"' in said


def test_a_note_that_is_too_long_is_refused(client, page, called):
    page()

    answer = note(client, called, called.items.last(), text="x" * 20_001)

    assert answer.status_code == 409
    assert "A note has 20,000 characters at most." in answer.content.decode()


def test_nothing_is_noted_about_what_is_not_of_this_meeting(client, page, called):
    page()

    for about in (AgendaItemFactory(meeting=MeetingFactory(slug="other")), PaperFactory()):
        assert note(client, called, about, text="x").status_code == 404


def test_own_notes_are_printed_taken_away_and_removed(client, page, called, chloe):
    page()
    written = write_note(called.items.last(), by=chloe, text="Ask <why>.")
    write_note(called.items.first().papers.get(), by=chloe, text="A second")

    shown = client.get(reverse("meetings:notes", args=[called.slug])).content.decode()
    taken = client.get(reverse("meetings:notes_file", args=[called.slug]))

    assert "Ask &lt;why&gt;." in shown
    assert "Self-assessment\nAsk <why>.\n" in taken.content.decode()
    assert taken["Content-Disposition"] == f'attachment; filename="notes-{called.slug}.txt"'
    there = reverse("meetings:remove_note", args=[called.slug, written.pk])
    assert "Remove your note for good?" in client.get(there).content.decode()
    client.post(there)
    assert PrivateNote.objects.get().text == "A second"


@pytest.mark.parametrize(
    "reader", ["secretary", "chair", "adviser", "lab", "office", "nobody"], indirect=True
)
def test_a_private_note_is_on_nobody_elses_page(reader, ours):  # noqa: F811
    """Not on any address, the history, the record that is taken out, nor by POST."""
    for name in DECLARED:
        there = address(name, ours)
        assert b"ONLY FOR MYSELF" not in reader.get(there).getvalue(), name
    assert PrivateNote.objects.count() == 1


@pytest.mark.parametrize("reader", ["member"], indirect=True)
def test_its_writer_does_find_it(reader, ours):  # noqa: F811
    pages = [name for name in DECLARED if b"ONLY FOR MYSELF" in _get(reader, name, ours)]

    assert {"meetings:pack", "meetings:notes", "meetings:notes_file"} <= set(pages)


def _get(reader, name, ours):  # noqa: F811
    return reader.get(address(name, ours)).getvalue()


def test_what_is_closed_to_the_reader_has_no_papers_and_takes_no_notes(client, called, chloe):
    item = called.items.first()
    paper = item.papers.get()
    leaves(chloe, item)
    client.force_login(chloe)

    said = read(client, called)

    assert "Its papers are closed to you" in said
    assert str(paper) not in said
    assert "0 of 1 read" in said
    assert note(client, called, item, text="x").status_code == 404
    assert note(client, called, paper, text="x").status_code == 404


def test_the_pack_is_ordered_and_members_reach_it(client, called, chloe, ed):
    there = reverse("meetings:pack", args=[called.slug])
    client.force_login(chloe)
    assert "It is not made yet" in client.get(there).content.decode()
    client.force_login(ed)

    answer = client.post(reverse("meetings:order_pack", args=[called.slug]))

    document = called.packs.get().document
    assert answer["Location"] == document.get_absolute_url()
    client.force_login(chloe)
    assert "Agenda and papers, 2 March 2026" in client.get(there).content.decode()
    called.items.update(title="Changed")
    assert "The pack is older than the agenda." in client.get(there).content.decode()
    client.force_login(ed)
    assert "older than the agenda: make it again." in client.get(there).content.decode()


@pytest.mark.parametrize("name", ["amina", "chloe", "gus"])
def test_nobody_else_orders_the_pack(client, called, name, request):
    client.force_login(request.getfixturevalue(name))

    assert client.post(reverse("meetings:order_pack", args=[called.slug])).status_code == 404
