"""The result of a vote, counted again from the record by code that is none of the site's."""

import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from committee.models import TermsOfReference
from meetings import actions
from meetings.evidence import evidence_of
from meetings.models import Vote
from tests.factories import an_interest, appoint, item_with_paper
from tests.votes import closed_vote, vote_on
from tools.verify_result import differences

SCRIPT = Path(__file__).parents[3] / "tools" / "verify_result.py"


@pytest.fixture
def vote(meeting, ben, chloe, dev, ed):
    """Counted, decided: one ballot taken aloud, one member recused, one who did not come."""
    appoint("member")
    recused = appoint("member")
    meeting.attendances.create(
        person=recused, name="R", capacity="member", presence="present", is_voting=True
    )
    item = item_with_paper(meeting)
    an_interest(recused, item=item, effect="speak")
    vote = vote_on(meeting, by=ben, item=item)
    actions.cast_ballot(vote, by=ben, choice="A")
    actions.cast_ballot(vote, by=chloe, choice="A")
    actions.take_ballot(vote, dev, by=ed, choice="abstain")
    actions.close_vote(vote, by=ben)
    actions.record_outcome(vote, by=ben, letter="A", reason="No rule is set.")
    return Vote.objects.get(pk=vote.pk)


def said(*arguments, **options):
    out = StringIO()
    call_command("verify_result", *map(str, arguments), stdout=out, **options)
    return out.getvalue()


def test_the_numbers_of_record_and_recount_stand_side_by_side(vote):
    words = said(vote.pk)

    assert "recused    1 on record, 1 again" in words
    assert "eligible   3 on record, 3 again" in words
    assert "The result agrees." in words


def test_a_vote_is_named_as_in_its_address_too(vote):
    assert "agrees" in said(vote.get_absolute_url())
    assert "agrees" in said(f"{vote.meeting.slug}/{vote.pk}")
    with pytest.raises(CommandError, match="There is no vote 2020-01-01/"):
        said(f"2020-01-01/{vote.pk}")
    with pytest.raises(CommandError, match="There is no vote nonsense"):
        said("nonsense")


def test_an_open_vote_has_no_result(meeting, ben):
    with pytest.raises(CommandError, match="The vote is open: it has no result"):
        said(vote_on(meeting, by=ben).pk)


@pytest.mark.parametrize("method", ["hands", "unanimity", "empty"])
def test_other_ways_to_vote_agree_too(meeting, ben, ed, method):
    vote = vote_on(meeting, by=ben)
    if method == "hands":
        actions.record_show_of_hands(vote, by=ed, counts={"A": 2, "abstain": 1})
    elif method == "unanimity":
        actions.record_unanimity(vote, by=ed, letter="C")
    else:
        actions.close_vote(vote, by=ed)

    assert "agrees" in said(vote.pk)


def test_a_tie_that_the_chair_broke_agrees(meeting, ben, chloe):
    TermsOfReference.objects.update(chair_has_casting_vote=True, voting_rule="plurality")
    meeting.terms.refresh_from_db()
    meeting.chaired_by = ben
    meeting.save()
    vote = closed_vote(meeting, by=ben, ballots={ben: "A", chloe: "E"})
    actions.record_outcome(vote, by=ben, letter="E")

    assert "agrees" in said(vote.pk)


def test_a_change_behind_the_back_is_found(vote, dev):
    vote.meeting.attendances.filter(person=dev).update(is_voting=False)
    vote.meeting.interests.update(effect="note")

    with pytest.raises(CommandError, match=r"The result DIFFERS:\n  recused: 1 on record, 0"):
        said(vote.pk)


def test_the_exported_record_is_verified_without_the_site(vote, tmp_path):
    file = tmp_path / "vote.json"
    said(vote.pk, export=str(file))

    agreed = _run(file)
    record = json.loads(file.read_text())
    record["ballots"][0]["choice"] = "E"
    file.write_text(json.dumps(record))
    changed = _run(file)
    file.write_text("{}")
    broken = _run(file)

    assert (agreed.returncode, agreed.stdout) == (0, f"{file}: agrees\n")
    assert changed.returncode == 1
    assert "count: {'A': 2, 'abstain': 1} on record" in changed.stdout
    assert (broken.returncode, "cannot be read" in broken.stderr) == (2, True)


def _run(file):
    command = [sys.executable, "-I", "-S", str(SCRIPT), str(file)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


TAMPERINGS = {
    "a ballot twice": lambda record: record["ballots"].append(record["ballots"][0]),
    "a ballot more": lambda record: record["ballots"].append(
        record["ballots"][0] | {"member": 987654}
    ),
    "a ballot gone": lambda record: record["ballots"].pop(0),
    "a late ballot": lambda record: record["ballots"][0].update(cast_at="2999"),
    "a letter that is none": lambda record: record["ballots"][0].update(choice="Z"),
    "nobody appointed": lambda record: record["appointments"].clear(),
    "no interest": lambda record: record["interests"].clear(),
    "another count": lambda record: record["result"].update(count={"A": 3}),
    "another number": lambda record: record["result"].update(not_cast=3),
    "another finding": lambda record: record["result"]["finding"].update(outcome="E"),
    "another outcome": lambda record: record["outcome"].update(letter="E", has_reason=False),
    "a casting vote": lambda record: record["outcome"].update(casting="A"),
    "no close": lambda record: record["events"].__delitem__(slice(-2, None)),
    "another rule": lambda record: record["terms"].update(quorum_at_least=9),
}


@pytest.mark.parametrize("name", TAMPERINGS)
def test_whatever_is_changed_is_found(vote, name):
    record = evidence_of(vote)
    assert differences(record) == []

    TAMPERINGS[name](record)

    assert differences(record)
