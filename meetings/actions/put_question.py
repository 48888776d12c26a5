import datetime as dt

from committee.audit import act, record
from committee.authority import require
from committee.models import LineKind, Person
from committee.refusals import Refused
from meetings.actions.note_entry import note_entry
from meetings.asked import READY, key_of, key_of_answer, speaker_of
from meetings.models import AgendaItem, Entry
from proposals.models import AdvanceQuestion


@act
def put_question(
    item: AgendaItem, *, by: Person, question: AdvanceQuestion, at: dt.datetime | None = None
) -> Entry:
    """Put a question that was asked in advance: a line of the minutes, with its written answer.

    It is put once. An answer that came later is added by putting it again.
    """
    question.refresh_from_db()
    require(by, "meetings.put_question", item)
    if question.state not in READY or not item.papers.filter(pk=question.paper_id).exists():
        raise Refused("This question is not about a paper of this item.")
    noted = Entry.objects.filter(key__in=[key_of(question), key_of_answer(question)])
    if noted.count() == (2 if question.answer else 1):
        raise Refused("This question is put already.")
    asked = note_entry(
        item,
        by=by,
        at=at,
        key=key_of(question),
        kind=LineKind.QUESTION,
        text=question.text,
        speaker=speaker_of(question),
        speaker_person=question.asked_by,
    )
    if question.answer:
        _note_answer(question, asked, by=by, at=at)
    record("meetings.put_question", question, by=by, at=at, item=item.pk, key=str(asked.key))
    return asked


def _note_answer(question, asked, *, by, at) -> None:
    """The written answer under its question, wherever that was moved."""
    body = question.paper.proposal.submitting_body
    note_entry(
        asked.item,
        by=by,
        at=at,
        key=key_of_answer(question),
        kind=LineKind.ANSWER,
        parent=asked,
        text=question.answer,
        speaker=f"{body.short_name if body else 'Presenter'}, in writing",
        speaker_person=question.answered_by,
    )
