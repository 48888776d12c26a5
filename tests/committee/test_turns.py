"""Acts wait in line: the second begins when the first has ended."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

from committee.settings import BASE_DIR
from committee.turns import turn

HOLD = """
import django, sys, time; django.setup()
from django.db import transaction
from committee.turns import turn
with turn(), transaction.atomic(), turn():
    print("in", time.monotonic(), flush=True)
    time.sleep(0.5)
    print("out", time.monotonic(), flush=True)
"""


def test_one_act_at_a_time_in_order(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/turns.sqlite3")
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "committee.settings")
    command = [sys.executable, "-c", HOLD]

    actors = [subprocess.Popen(command, cwd=BASE_DIR, stdout=subprocess.PIPE) for _ in range(3)]
    said = [actor.communicate(timeout=60)[0].decode().split() for actor in actors]

    spans = sorted((float(entered), float(left)) for _, entered, _, left in said)
    assert all(left <= entered for (_, left), (entered, _) in pairwise(spans))


def test_a_database_in_memory_or_elsewhere_needs_no_file(db, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    with turn():
        pass

    assert list(tmp_path.iterdir()) == []
