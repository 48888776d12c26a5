"""A long meeting to measure with."""

from pathlib import Path

import yaml

from bench.servers import ROOT

REAL = ROOT.parent / "shared" / "records" / "2020-violence-forecasting-meeting.yaml"
WORDS = (
    "The Committee asked how the estimate would change the work of an officer on the street, "
    "what was tested, on whose data, and who would notice if it went wrong. "
)


def long_record(folder: Path) -> tuple[Path, str, str]:
    """The file of a long meeting record, its slug, and a word on where it comes from."""
    if REAL.exists():
        return REAL, "2020", "the 2020 record"
    path = folder / "long.yaml"
    path.write_text(yaml.safe_dump(made_record(), allow_unicode=True, sort_keys=False))
    return path, "2026-01-14", "a made record of the same size"


def made_record(*, items: int = 11, entries: int = 14) -> dict:
    """A record of ``items`` agenda items with ``entries`` questions, each with its answer."""
    question = {
        "kind": "question",
        "speaker": "Member",
        "text": WORDS,
        "entries": [{"kind": "answer", "speaker": "Presenter", "text": WORDS * 2}],
    }
    return {
        "schema": "meeting-record/1",
        "source": None,
        "committee": "Data Ethics Committee",
        "meeting": {
            "title": "Formal meeting",
            "date": "2026-01-14",
            "date_basis": "stated",
            "start": "10:00",
            "end": "13:00",
            "venue": None,
            "chair": None,
        },
        "people": [],
        "proposals": [],
        "items": [
            {
                "number": str(number),
                "start": None,
                "kind": "information",
                "title": f"Item {number}",
                "lead": [],
                "proposals": [],
                "entries": [question] * entries,
            }
            for number in range(1, items + 1)
        ],
        "advice": [],
        "actions": [],
    }
