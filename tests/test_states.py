"""States change only by acts: every verb of a table is an act, every state can be reached."""

import re
from pathlib import Path

import pytest

from meetings.management.commands.draw_states import LIVES, page

ROOT = Path(__file__).parent.parent
ACTS = {path.stem for path in ROOT.glob("*/actions/[!_]*.py")}


def test_the_drawing_is_current():
    assert (ROOT / "docs" / "states.md").read_text() == page()


@pytest.mark.parametrize("model", LIVES)
def test_every_move_is_an_act(model):
    assert set(model.moves) - ACTS == set()


@pytest.mark.parametrize("model", LIVES)
def test_every_move_leads_between_known_states(model):
    states = set(dict(model._meta.get_field("state").choices))

    for sources, target in model.moves.values():
        assert {*sources, target} <= states


@pytest.mark.parametrize(
    "path", sorted(ROOT.glob("*/actions/[!_]*.py")), ids=lambda path: path.stem
)
def test_no_act_writes_a_state_by_itself(path):
    assert not re.search(r"\.state\s*=[^=]", path.read_text())
