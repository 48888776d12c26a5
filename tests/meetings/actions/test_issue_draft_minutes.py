import pytest

from committee.models import Document, Event
from committee.refusals import NotPermitted
from meetings.actions import issue_draft_minutes
from meetings.models import Entry, MinutesVersion
from tests.factories import NINE


def test_issue_draft_minutes_fixes_text_numbers_and_pdf(minutes, ed):
    version = issue_draft_minutes(minutes, by=ed, at=NINE)

    assert (version.state, version.issued_at, version.issued_by) == ("issued", NINE, ed)
    assert version.snapshot["status"]["line"] == (
        "Draft of version 1, issued on 2 March 2026, not yet approved"
    )
    assert 'id="p10"' in version.html
    assert Entry.objects.get(text__startswith="CANARY-REPLY").paragraph == "11"
    assert version.draft_document.snapshot == version.snapshot
    assert (version.draft_document.template, version.draft_document.title) == (
        "meetings/documents/minutes.html", "Draft minutes, 2 March 2026"
    )  # fmt: skip
    event = Event.objects.last()
    assert (event.act, event.actor_id, event.at) == (
        "meetings.issue_draft_minutes", str(ed.pk), NINE
    )  # fmt: skip


def test_a_draft_may_be_issued_again_with_a_pdf_of_its_own(issued, ed):
    Entry.objects.filter(text__startswith="Which grades").update(text="Which grades, then?")
    first = issued.draft_document

    again = issue_draft_minutes(issued, by=ed)

    assert "Which grades, then?" in again.html
    assert again.draft_document != first


def test_a_draft_need_not_be_printed(minutes, ed):
    assert issue_draft_minutes(minutes, by=ed, is_circulated=False).draft_document is None
    assert Document.objects.count() == 0


@pytest.mark.parametrize("state", ["approved", "published"])
def test_issue_draft_minutes_refuses_every_other_state(state, ed, request):
    version = request.getfixturevalue(state)

    with pytest.raises(NotPermitted, match="This version of the minutes is"):
        issue_draft_minutes(version, by=ed)


def test_a_stale_copy_is_refused(approved, ed):
    stale = MinutesVersion.objects.get(pk=approved.pk)
    stale.state = "issued"

    with pytest.raises(Exception, match="is approved by the chair"):
        issue_draft_minutes(stale, by=ed)


@pytest.mark.parametrize("who", ["amina", "ben", "chloe", "gus"])
def test_issue_draft_minutes_is_the_secretariats(minutes, who, request):
    with pytest.raises(NotPermitted, match="Only the secretariat issues draft minutes"):
        issue_draft_minutes(minutes, by=request.getfixturevalue(who))


def test_issue_draft_minutes_undoes_everything_when_it_cannot_be_recorded(minutes, ed, monkeypatch):
    def fail(*args, **kwargs):
        raise OSError("disk full")

    monkeypatch.setattr(Event, "save", fail)

    with pytest.raises(OSError, match="disk full"):
        issue_draft_minutes(minutes, by=ed)

    minutes.refresh_from_db()
    assert (minutes.state, minutes.snapshot, Document.objects.count()) == ("drafting", None, 0)
    assert not Entry.objects.exclude(paragraph="").exists()
