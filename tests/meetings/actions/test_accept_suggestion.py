import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from meetings.actions import accept_suggestion, revise_entry, suggest_correction
from meetings.models import Entry
from meetings.reviewing import is_changed
from proposals.models import AdviceLine


@pytest.fixture
def suggestion(issued, chloe):
    return suggest_correction(issued, by=chloe, paragraph="1", after="The chair began.")


def line_of(suggestion):
    return Entry.objects.get(key=suggestion.line_key)


def test_accept_suggestion_changes_the_line(suggestion, ed):
    accepted = accept_suggestion(suggestion, by=ed, version=1)

    line = line_of(suggestion)
    assert (line.text, line.version) == ("The chair began.", 2)
    assert (accepted.state, accepted.became, accepted.decided_by) == ("accepted", line.text, ed)
    acts = list(Event.objects.order_by("number").values_list("act", flat=True))
    assert acts[-2:] == ["meetings.revise_entry", "meetings.accept_suggestion"]


def test_the_draft_is_then_to_be_issued_again(suggestion, issued, ed):
    assert not is_changed(issued)

    accept_suggestion(suggestion, by=ed, version=1)

    assert is_changed(issued)


def test_it_is_accepted_with_other_words(suggestion, ed):
    accepted = accept_suggestion(suggestion, by=ed, version=1, text="The chair opened it.")

    assert line_of(suggestion).text == accepted.became == "The chair opened it."


def test_a_line_of_advice_is_changed_too(issued, chloe, ed):
    line = AdviceLine.objects.exclude(paragraph="").filter(restricted=False).first()
    made = suggest_correction(issued, by=chloe, paragraph=line.paragraph, after="Other advice.")

    accept_suggestion(made, by=ed, version=line.version)

    line.refresh_from_db()
    assert line.text == "Other advice."


def test_a_line_changed_meanwhile_is_looked_at_again(suggestion, ed):
    revise_entry(line_of(suggestion), by=ed, version=1, text="Changed.")

    with pytest.raises(Refused, match="just been changed by somebody else"):
        accept_suggestion(suggestion, by=ed, version=1, text="Mine.")
    with pytest.raises(Refused, match="say what it is to read now"):
        accept_suggestion(suggestion, by=ed, version=2)
    assert line_of(suggestion).text == "Changed."

    accept_suggestion(suggestion, by=ed, version=2, text="Both.")
    assert line_of(suggestion).text == "Both."


def test_a_line_that_is_gone_cannot_be_changed(suggestion, ed):
    line_of(suggestion).delete()

    with pytest.raises(Refused, match="taken out of the minutes"):
        accept_suggestion(suggestion, by=ed, version=1)


def test_a_decided_suggestion_stays_decided(suggestion, ed):
    accept_suggestion(suggestion, by=ed, version=1)

    with pytest.raises(NotPermitted, match="This suggestion is accepted"):
        accept_suggestion(suggestion, by=ed, version=2)


@pytest.mark.parametrize("who", ["amina", "ben", "chloe", "gus"])
def test_accept_suggestion_is_the_secretariats(suggestion, who, request):
    with pytest.raises(NotPermitted, match="Only the secretariat"):
        accept_suggestion(suggestion, by=request.getfixturevalue(who), version=1)


def test_accept_suggestion_undoes_everything_when_it_cannot_be_recorded(
    suggestion, ed, monkeypatch
):
    def fail(*args, **kwargs):
        raise OSError("disk full")

    monkeypatch.setattr(Event, "save", fail)

    with pytest.raises(OSError, match="disk full"):
        accept_suggestion(suggestion, by=ed, version=1)

    suggestion.refresh_from_db()
    assert suggestion.is_open
    assert line_of(suggestion).version == 1
