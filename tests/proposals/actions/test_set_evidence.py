import datetime as dt

import pytest

from committee.models import Event
from committee.refusals import NotPermitted, Refused
from proposals.actions import draft_paper, set_evidence
from proposals.models import Evidence
from tests.factories import DAY, NINE
from tests.writing import begun

pytestmark = pytest.mark.django_db
APPROVED = {"status": "approved", "dated": DAY, "approver": "Data Protection Officer"}


@pytest.fixture
def paper(amina):
    return begun(amina)


def a_file(paper, by, **more):
    said = {"name": "DPIA.pdf", "sha256": "a" * 64, "size": 1, "media_type": "application/pdf"}
    return paper.files.create(**said | more, added_by=by)


def test_set_evidence_says_how_far_it_is(paper, amina):
    file = a_file(paper, amina)

    evidence = set_evidence(paper, by=amina, kind="dpia", file=file, at=NINE, **APPROVED)

    assert (evidence.kind, evidence.status, evidence.dated, evidence.file) == (
        "dpia", "approved", DAY, file,
    )  # fmt: skip
    assert evidence.said == "Approved, 2 March 2026, by Data Protection Officer"
    event = Event.objects.about(paper).first()
    assert (event.act, event.facts["kind"], event.facts["file"]) == (
        "proposals.set_evidence", "dpia", "DPIA.pdf",
    )  # fmt: skip


def test_set_evidence_again_changes_it(paper, amina):
    set_evidence(paper, by=amina, kind="dpia", status="draft")

    set_evidence(paper, by=amina, kind="dpia", **APPROVED)

    assert Evidence.objects.get().status == "approved"


def test_set_evidence_asks_for_human_rights_of_legal_opinions_alone(paper, amina):
    for kind in ("dpia", "legal_opinion"):
        said = {"kind": kind, "status": "final", "covers_human_rights": True}
        set_evidence(paper, by=amina, **said)

    found = Evidence.objects.values_list("kind", "covers_human_rights")
    assert dict(found) == {"dpia": None, "legal_opinion": True}


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"status": "approved"}, "Say who approved it"),
        ({"status": "approved", "dated": DAY}, "Say who approved it"),
        ({"status": "not_needed", "note": " "}, "why it is not needed"),
    ],
)
def test_set_evidence_asks_for_what_belongs_to_it(paper, amina, said, sentence):
    with pytest.raises(Refused, match=sentence):
        set_evidence(paper, by=amina, kind="dpia", **said)

    assert not Evidence.objects.exists()


def test_set_evidence_takes_files_of_the_paper_alone(paper, amina):
    with pytest.raises(Refused, match="of another paper"):
        set_evidence(paper, by=amina, kind="dpia", status="draft", file=a_file(begun(amina), amina))


@pytest.mark.parametrize("who", ["ben", "chloe", "gus"])
def test_set_evidence_is_for_the_body_and_the_secretariat(paper, who, request):
    with pytest.raises(NotPermitted):
        set_evidence(paper, by=request.getfixturevalue(who), kind="dpia", status="draft")


@pytest.mark.parametrize("state", ["submitted", "accepted", "considered", "withdrawn"])
def test_set_evidence_ends_when_the_paper_is_handed_in(paper, amina, state):
    type(paper).objects.update(state=state, submitted_at=NINE, accepted_at=NINE)

    with pytest.raises(NotPermitted, match=f"This paper is {state}"):
        set_evidence(paper, by=amina, kind="dpia", status="draft")


def test_the_next_paper_starts_from_the_evidence_of_the_last(paper, amina):
    file = a_file(paper, amina)
    held = a_file(paper, amina, sha256="b" * 64, state="held")
    set_evidence(paper, by=amina, kind="dpia", file=file, **APPROVED)
    set_evidence(paper, by=amina, kind="equality", status="draft", file=held)

    follow_up = draft_paper(paper.proposal, by=amina, stage="update", title="Update")

    carried = {one.kind: one for one in follow_up.evidence.all()}
    assert (carried["dpia"].approver, carried["dpia"].dated) == (
        "Data Protection Officer",
        dt.date(2026, 3, 2),
    )
    assert (carried["dpia"].file.paper, carried["dpia"].file.sha256) == (follow_up, "a" * 64)
    assert (carried["equality"].status, carried["equality"].file) == ("draft", None)
    assert paper.evidence.count() == 2
