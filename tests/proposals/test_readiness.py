"""What is missing before a paper goes in: what stops, what warns, what is done."""

import datetime as dt

import pytest
from django.utils import timezone

from committee.models import TermsOfReference
from proposals.actions import remove_file, revise_paper, set_evidence
from proposals.readiness import readiness_of, stops
from tests.factories import DAY, MeetingFactory, PaperFactory
from tests.ledger import undertaken
from tests.writing import ask, begun, say

pytestmark = pytest.mark.django_db


@pytest.fixture
def terms():
    return TermsOfReference.objects.get()


@pytest.fixture
def paper(amina):
    return begun(amina)


def lines(paper):
    return {check.text: (check.level, check.detail) for check in readiness_of(paper)}


def test_nothing_is_required_until_the_terms_say_so(paper):
    assert stops(readiness_of(paper)) == []
    assert lines(paper) == {
        "Nothing is written, and no file is attached": ("warn", "You may submit without it"),
        "Nobody is named who asked for it or presents or leads its use": (
            "warn",
            "You may submit without it",
        ),
    }


def test_without_terms_nothing_is_required(paper):
    TermsOfReference.objects.update(in_force_from=dt.date(2999, 1, 1))

    assert stops(readiness_of(paper)) == []


def test_sections_stop_or_warn_as_the_terms_say(paper, terms, amina, ed):
    ask(terms, ed, summary=True, bias=False, advisory=False, lawful=False, granularity=True)

    found = lines(paper)
    assert found["Non-technical summary is empty"] == ("stop", "Must be there")
    assert found["Bias and protected characteristics is empty"][0] == "warn"
    assert found["2 headings of ALGO-CARE without words"][0] == "warn"
    assert found["1 heading of ALGO-CARE without words"][0] == "stop"

    for key in ("summary", "bias", "advisory", "lawful", "granularity"):
        say(paper, key, "Said.", by=amina)
    assert lines(paper)["Every section that is asked for is written"][0] == "ok"


def test_what_is_asked_of_another_stage_is_not_asked_here(paper, terms, ed):
    ask(terms, ed, stage="update", summary=True)

    assert stops(readiness_of(paper)) == []


@pytest.mark.parametrize(
    ("said", "level", "detail"),
    [
        (None, "stop", "Must be there"),
        ({"status": "draft"}, "stop", "Draft so far. Must be there"),
        ({"status": "not_needed", "note": "No data."}, "ok", "Not needed"),
    ],
)
def test_evidence_is_there_or_not(paper, terms, amina, ed, said, level, detail):
    ask(terms, ed, dpia=True)
    if said:
        set_evidence(paper, by=amina, kind="dpia", **said)

    assert lines(paper)["Data protection impact assessment"] == (level, detail)


def test_evidence_is_there_with_its_file_and_its_day(paper, terms, amina, ed):
    ask(terms, ed, dpia=True)
    told = {"name": "a.pdf", "sha256": "a" * 64, "size": 1, "media_type": "application/pdf"}
    file = paper.files.create(**told, added_by=amina)
    said = {"kind": "dpia", "status": "approved", "dated": DAY, "approver": "DPO"}
    set_evidence(paper, by=amina, file=file, **said)
    there = "Approved, 2 March 2026, by DPO"
    assert lines(paper)["Data protection impact assessment"] == ("ok", there)

    remove_file(file, by=amina)

    without = lines(paper)["Data protection impact assessment without a file"]
    assert without == ("stop", f"{there}. Must be there")


def test_evidence_that_nobody_requires_warns_of_what_it_lacks(paper, amina):
    set_evidence(paper, by=amina, kind="equality", status="final")

    found = lines(paper)["Equality impact assessment without a file and a date"]

    assert found == ("warn", "Final. You may submit without it")


@pytest.mark.parametrize(("part", "warns"), [(None, True), (False, True), (True, False)])
def test_a_legal_opinion_wants_its_human_rights_part(paper, amina, part, warns):
    said = {"kind": "legal_opinion", "status": "final", "covers_human_rights": part}
    set_evidence(paper, by=amina, **said)

    assert ("The legal opinion has no human rights part" in lines(paper)) is warns


@pytest.mark.parametrize(
    ("state", "text", "level"),
    [
        ("refused", "A file was refused by the virus scan", "stop"),
        ("held", "A file waits for the virus scan", "warn"),
    ],
)
def test_files_of_which_the_scanner_has_not_said_yes(paper, amina, state, text, level):
    told = {"name": "a.pdf", "sha256": "a" * 64, "size": 1, "media_type": "application/pdf"}
    told["refusal"] = "A virus." if state == "refused" else ""
    paper.files.create(**told, state=state, added_by=amina)

    assert lines(paper)[text][0] == level


def test_every_point_is_to_be_answered(paper):
    earlier = PaperFactory(proposal=paper.proposal, state="considered")
    first, second = undertaken(earlier), undertaken(earlier)

    (stop,) = stops(readiness_of(paper))

    assert stop.text == f"Answer {first.label} and {second.label}"
    assert stop.url == f"{paper.url_to('write_paper')}#asked"


def test_four_roles_are_named(paper, amina, ed):
    about = {"sponsor": "Custody", "presented_by": "Insp. Hay", "operational_lead": "Supt. May"}
    revise_paper(paper, by=ed, presenters=[amina], **about)

    assert lines(paper)["Four roles named"] == ("ok", "")


def test_on_the_open_register_the_secretariat_says_who_asked_for_it(paper, amina, ed):
    about = {"presented_by": "Insp. Hay", "operational_lead": "Supt. May"}
    revise_paper(paper, by=ed, presenters=[amina], **about)
    type(paper.proposal).objects.update(is_public=True)
    paper.refresh_from_db()

    (told,) = [one for one in readiness_of(paper) if "who asked for it" in one.text]

    assert (told.level, told.url) == ("warn", "")
    assert "secretariat" in told.detail
    assert "Four roles named" not in lines(paper)


@pytest.mark.parametrize(
    ("days", "text", "level"),
    [
        (None, "For the meeting of {date}", "ok"),
        (5, "For the meeting of {date}", "ok"),
        (40, "The deadline is past", "warn"),
    ],
)
def test_the_meeting_and_its_deadline(paper, days, text, level):
    TermsOfReference.objects.update(paper_deadline_days=days)
    meeting = MeetingFactory(on=timezone.localdate() + dt.timedelta(days=20), state="called")
    assert lines(paper)["No meeting is chosen"][0] == "warn"
    type(paper).objects.update(wanted_meeting=meeting.slug)
    paper.refresh_from_db()

    assert lines(paper)[text.format(date=meeting.date_text)][0] == level


def test_a_meeting_that_is_not_to_come_is_told(paper):
    type(paper).objects.update(wanted_meeting="2019-01-01")
    paper.refresh_from_db()

    assert lines(paper)["The meeting it was meant for is not to come"][0] == "warn"


def test_a_paper_of_files_is_asked_for_its_file(amina):
    paper = PaperFactory(proposal=begun(amina).proposal, state="draft", stage=None)

    (nothing,) = [one for one in readiness_of(paper) if one.text.startswith("Nothing is written")]

    assert nothing.url.endswith("#files")
