import pytest

from committee.lines import Stale
from committee.models import Event
from committee.refusals import NotPermitted, Refused
from proposals.actions import draft_paper, write_section
from proposals.models import PaperOutline, PaperSection, SectionText
from tests.factories import NINE, ProposalFactory, appoint

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper(amina):
    body = amina.appointments.get().organisation
    proposal = ProposalFactory(submitting_body=body)
    return draft_paper(proposal, by=amina, stage="proposal", title="Model")


@pytest.fixture
def purpose():
    return PaperSection.objects.get(outline__version=1, key="purpose")


def test_write_section_saves_the_first_words(paper, purpose, amina):
    saved = write_section(paper, by=amina, section=purpose, text="Less harm.", version=0, at=NINE)

    assert (saved.text, saved.version, saved.saved_at, saved.saved_by) == (
        "Less harm.", 1, NINE, amina,
    )  # fmt: skip
    event = Event.objects.about(paper).first()
    assert (event.act, event.facts) == (
        "proposals.write_section",
        {"section": "purpose", "version": 1, "characters": 10},
    )


def test_write_section_goes_on_from_the_version_it_was_read_in(paper, purpose, amina):
    write_section(paper, by=amina, section=purpose, text="One.", version=0)

    saved = write_section(paper, by=amina, section=purpose, text="Two.", version=1)

    assert (saved.text, saved.version) == ("Two.", 2)


@pytest.mark.parametrize("version", [0, 2])
def test_write_section_keeps_both_texts_when_a_colleague_was_quicker(
    paper, purpose, amina, version
):
    write_section(paper, by=amina, section=purpose, text="Theirs.", version=0)
    colleague = appoint("presenter")

    with pytest.raises(Stale) as caught:
        write_section(paper, by=colleague, section=purpose, text="Mine.", version=version)

    assert caught.value.line.text == "Theirs."
    assert caught.value.changes["text"] == "Mine."
    assert SectionText.objects.get().text == "Theirs."


def test_write_section_of_a_version_that_is_no_more_is_told(paper, purpose, amina):
    with pytest.raises(Stale):
        write_section(paper, by=amina, section=purpose, text="Mine.", version=3)

    assert not SectionText.objects.exists()


@pytest.mark.parametrize(("first", "again"), [("", " "), ("One.", "One.")])
def test_write_section_twice_saves_once(paper, purpose, amina, first, again):
    write_section(paper, by=amina, section=purpose, text=first, version=0)
    before = Event.objects.count()

    write_section(paper, by=amina, section=purpose, text=again, version=7)

    assert Event.objects.count() == before


@pytest.mark.parametrize("state", ["submitted", "accepted", "considered", "withdrawn"])
def test_write_section_ends_when_the_paper_is_handed_in(paper, purpose, amina, state):
    type(paper).objects.filter(pk=paper.pk).update(state=state, submitted_at=NINE, accepted_at=NINE)

    with pytest.raises(NotPermitted, match=f"This paper is {state}: its text"):
        write_section(paper, by=amina, section=purpose, text="More.", version=0)


@pytest.mark.parametrize("who", ["ben", "chloe", "gus"])
def test_write_section_is_for_the_body_and_the_secretariat(paper, purpose, who, request):
    with pytest.raises(NotPermitted):
        write_section(paper, by=request.getfixturevalue(who), section=purpose, text="x", version=0)


def test_write_section_of_another_outline_is_refused(paper, amina):
    other = PaperOutline.objects.create(version=2, in_use_from="2030-01-01")
    section = other.sections.create(key="purpose", heading="Why", position=0)

    with pytest.raises(Refused, match="not of the outline"):
        write_section(paper, by=amina, section=section, text="x", version=0)


def test_write_section_takes_no_book(paper, purpose, amina):
    with pytest.raises(Refused, match="at most 60,000 characters"):
        write_section(paper, by=amina, section=purpose, text="x" * 60_001, version=0)


def test_write_section_and_its_event_are_one(paper, purpose, amina, monkeypatch):
    monkeypatch.setattr(Event, "save", lambda *_, **__: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        write_section(paper, by=amina, section=purpose, text="x", version=0)

    assert not SectionText.objects.exists()
