import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from meetings.actions import put_question, remove_entry
from meetings.asked import asked_in
from meetings.changes import changes
from meetings.models import Entry
from proposals.actions import answer_question, ask_question, send_questions
from tests.factories import AgendaItemFactory, appoint
from tests.papers import a_paper

pytestmark = pytest.mark.django_db


@pytest.fixture
def item(meeting):
    item = AgendaItemFactory(meeting=meeting)
    item.item_papers.create(paper=a_paper())
    return item


@pytest.fixture
def question(item, chloe, ed):
    question = ask_question(item.papers.get(), by=chloe, text="Why?", is_shared=True)
    send_questions(question.paper, by=ed, questions=[question])
    question.refresh_from_db()
    return question


def said(item):
    return [(one.kind, one.speaker, one.text) for one in item.entries.order_by("position")]


def test_a_question_becomes_a_line_by_role_with_the_person_kept(item, question, ed, chloe):
    entry = put_question(item, by=ed, question=question)

    assert said(item) == [("question", "Member", "Why?")]
    assert entry.speaker_person == chloe
    assert Event.objects.last().act == "meetings.put_question"


def test_its_written_answer_stands_under_it(item, question, ed, amina):
    answer_question(question, by=amina, text="Because.")

    put_question(item, by=ed, question=question)

    answer = item.entries.get(kind="answer")
    assert (answer.text, answer.speaker, answer.speaker_person) == (
        "Because.", "Lab, in writing", amina
    )  # fmt: skip
    assert answer.parent == item.entries.get(kind="question")


def test_a_question_is_put_once_and_a_later_answer_added(item, question, ed, amina):
    put_question(item, by=ed, question=question)
    with pytest.raises(Refused, match="put already"):
        put_question(item, by=ed, question=question)
    answer_question(question, by=amina, text="Because.")
    (waiting,) = asked_in(item, ed)
    assert waiting.answer_waits

    put_question(item, by=ed, question=question)

    assert len(said(item)) == 2
    (done,) = asked_in(item, ed)
    assert (done.is_put, done.answer_waits) == (True, False)


def test_a_line_that_was_removed_can_be_put_again(item, question, ed):
    entry = put_question(item, by=ed, question=question)
    remove_entry(entry, by=ed, version=entry.version)
    (told,) = asked_in(item, ed)
    assert not told.is_put

    put_question(item, by=ed, question=question)

    assert Entry.objects.count() == 1


def test_pages_of_the_minute_book_hear_of_the_line(item, question, ed):
    before = changes(item, since="0", reader=ed)

    put_question(item, by=ed, question=question)

    news = changes(item, since=before["mark"], reader=ed)
    assert [(line["kind"], line["text"]) for line in news["lines"]] == [("question", "Why?")]


def test_an_advisers_question_is_an_advisers(item, ed):
    asked = ask_question(item.papers.get(), by=appoint("adviser"), text="How?", is_shared=True)

    assert put_question(item, by=ed, question=asked).speaker == "Adviser"


def test_a_draft_and_a_question_of_another_item_are_refused(item, question, chloe, ed, meeting):
    draft = ask_question(item.papers.get(), by=chloe, text="Hm?")

    with pytest.raises(Refused, match="not about a paper of this item"):
        put_question(item, by=ed, question=draft)
    with pytest.raises(Refused, match="not about a paper of this item"):
        put_question(AgendaItemFactory(meeting=meeting), by=ed, question=question)


def test_members_put_no_questions_into_the_minutes(item, question, chloe):
    with pytest.raises(NotPermitted):
        put_question(item, by=chloe, question=question)


def test_a_recused_secretary_reads_no_question(item, question, ed):
    assert asked_in(AgendaItemFactory(meeting=item.meeting), ed) == []
