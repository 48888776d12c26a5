"""The printed agenda: every word of its snapshot, properly tagged."""

import pytest

from committee.models import Document
from committee.tasks import html_of
from tests.factories import NINE
from tests.paperwork import faults, printed

ITEM = {
    "number": "1",
    "time": "10:00",
    "is_part": False,
    "is_pause": False,
    "title": "Burglary patterns",
    "ask": "To advise",
    "lead": "Dr Karim",
    "papers": ["DEC/26/03, Final report"],
}
WITHHELD = {
    "number": "3",
    "time": "",
    "is_part": False,
    "is_pause": False,
    "withheld": "A live investigation",
}
AGENDA = {
    "committee": "Ashdale Data Ethics Committee",
    "date": "10 June 2026",
    "day": "Wednesday 10 June 2026",
    "title": "Twenty-seventh formal meeting",
    "time": "10:00 to 13:00",
    "venue": "Committee Room 2",
    "chair": "Professor Ruth Okonjo",
    "quorum": "5 of 9 voting members",
    "items": [ITEM, ITEM | {"is_part": True, "number": "1a"}, ITEM | {"is_pause": True}, WITHHELD],
    "papers": [
        {"reference": "DEC/26/03", "title": "Burglary", "stage": "Final report", "item": "1"}
    ],
    "actions": [{"text": "Mend the legend", "owner": "Lab", "due": "", "from": "11 March 2026"}],
    "version": 2,
}
BARE = AGENDA | dict.fromkeys(("day", "time", "venue", "chair", "quorum"), "")
AGENDAS = {"full": AGENDA, "bare": BARE | {"papers": [], "actions": [], "version": None}}


def agenda(snapshot):
    return Document(
        title="Agenda, 10 June 2026",
        template="meetings/documents/agenda.html",
        snapshot=snapshot,
        ordered_at=NINE,
    )


@pytest.mark.parametrize("snapshot", AGENDAS.values(), ids=AGENDAS)
def test_every_agenda_keeps_the_standards(snapshot):
    assert faults(printed(agenda(snapshot))) == []


def test_the_agenda_says_everything_in_its_snapshot():
    html = html_of(agenda(AGENDA))

    for words in [*ITEM["papers"], "Twenty-seventh formal meeting, Wednesday 10 June 2026"]:
        assert words in html
    for words in ["Version 2", "5 of 9 voting members", "Not set", "11 March 2026"]:
        assert words in html


def test_a_withheld_item_shows_its_number_and_the_reason():
    html = html_of(agenda(AGENDA | {"items": [WITHHELD]}))

    assert '<span class="plate">Withheld</span>' in html
    assert "A live investigation" in html
