"""The printed letter of advice: every word of its snapshot, properly tagged."""

import io

import pikepdf
import pytest

from committee.models import Document
from committee.tasks import html_of
from tests.factories import NINE
from tests.paperwork import faults, printed

POINT = {"label": "", "text": "A point.", "due": "", "addressee": "", "points": []}
DECISION = {
    "heading": "Burglary patterns",
    "papers": [{"title": "Burglary patterns", "reference": "DEC/26/03", "stage": "Final report"}],
    "letter": "B",
    "short_label": "Proceed with minor amendments",
    "wording": "It advises approving the project with minor amendments",
    "printed_wording": "The Committee was content, with amendments.",
    "unanimity": "Unanimous",
    "conditions": [POINT | {"label": "C-18", "text": "Mend the *legend*.", "due": "May 2026"}],
    "recommendations": [POINT | {"label": "R-64", "text": "Keep it.", "addressee": "Lab"}],
    "questions": [POINT | {"label": "Q-7", "text": "Who decides?"}],
    "comments": [POINT | {"text": "Well tested.", "points": ["And with care."]}],
}
LETTER = {
    "committee": "Ashdale Data Ethics Committee",
    "date": "23 March 2026",
    "reference": "DEC/26/L07",
    "addressees": [
        {
            "name": "The Police and Crime Commissioner",
            "dear": "Police and Crime Commissioner",
            "lines": ["Office of the PCC"],
        },
        {
            "name": "The Chief Constable",
            "dear": "Chief Constable",
            "lines": ["Ashdale Police", "Weir Street"],
        },
    ],
    "subject": "Advice on burglary patterns",
    "occasion": "the meeting of 11 March 2026",
    "opening": "The Committee considered the paper.\n\nIts advice is set out below.",
    "decisions": [DECISION],
    "closing": "This letter is advice.",
    "signatory": {"name": "Professor Ruth Okonjo", "role": "Chair"},
    "is_draft": False,
}
NO_LETTER = (
    DECISION
    | {
        "letter": None,
        "short_label": "Committee not asked to advise",
        "wording": "",
        "printed_wording": "",
        "unanimity": "",
    }
    | {name: [] for name in ("conditions", "recommendations", "questions", "comments")}
)
SEVERAL = LETTER | {
    "decisions": [NO_LETTER, DECISION],
    "conditions": [POINT],
    "recommendations": [],
    "questions": [],
    "comments": [],
}
DRAFT = LETTER | {"is_draft": True, "date": None, "signatory": {"name": "", "role": "Chair"}}
BARE = LETTER | {"addressees": [], "occasion": "", "opening": "", "closing": "", "decisions": []}
LETTERS = {"one": LETTER, "several": SEVERAL, "draft": DRAFT, "bare": BARE}


def letter(snapshot):
    return Document(
        title="Advice DEC/26/L07",
        template="proposals/documents/letter.html",
        snapshot=snapshot,
        ordered_at=NINE,
    )


@pytest.mark.parametrize("snapshot", LETTERS.values(), ids=LETTERS)
def test_every_letter_keeps_the_standards(snapshot):
    assert faults(printed(letter(snapshot))) == []


def words(snapshot):
    """Every word a snapshot holds, but for the names of outcomes and yes and no."""
    if isinstance(snapshot, dict):
        return [word for value in snapshot.values() for word in words(value)]
    if isinstance(snapshot, list):
        return [word for value in snapshot for word in words(value)]
    return [snapshot] if isinstance(snapshot, str) and snapshot else []


def test_the_letter_says_everything_in_its_snapshot():
    html = html_of(letter(LETTER))
    said = html.replace("<em>", "*").replace("</em>", "*").replace("</p>\n\n<p>", "\n\n")

    assert [word for word in words(LETTER) if word.lower() not in said.lower()] == []


def test_a_letter_says_shared_advice_once():
    assert html_of(letter(SEVERAL)).count("A point.") == 1


def test_only_a_draft_says_that_it_is_one():
    assert "This is a draft." in html_of(letter(DRAFT))
    assert "raft" not in html_of(letter(LETTER))


def test_what_somebody_typed_is_never_markup():
    html = html_of(letter(LETTER | {"subject": "<img src=x>", "opening": "<link rel=attachment>"}))

    assert "<img" not in html
    assert "<link" not in html


def test_the_properties_of_the_file_are_those_of_the_letter():
    with pikepdf.open(io.BytesIO(printed(letter(LETTER)))) as file:
        assert str(file.docinfo["/Title"]) == "Advice on burglary patterns"
        assert str(file.docinfo["/Author"]) == "Ashdale Data Ethics Committee"
        with file.open_outline() as outline:
            (top,) = outline.root
            assert (top.title, top.children[0].title) == (
                "Advice on burglary patterns",
                "Outcome B: Proceed with minor amendments",
            )
