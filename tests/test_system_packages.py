"""What `make` says where the system lacks something, to somebody who may not install it."""

import os
import runpy
import sys

import pytest
from django.conf import settings

SCRIPT = settings.BASE_DIR / "tools" / "system_packages.py"


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Run the script as an ordinary user, in a folder whose environment is made."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "activate").touch()
    monkeypatch.chdir(tmp_path)

    def run(*words):
        monkeypatch.setattr(sys, "argv", [str(SCRIPT), *words])
        runpy.run_path(str(SCRIPT), run_name="__main__")

    return run


def test_nothing_is_said_where_nothing_is_missing(run, capsys):
    run()

    assert capsys.readouterr() == ("", "")


def test_one_sentence_names_the_command(run, monkeypatch, tmp_path):
    (tmp_path / "apt-get").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")

    with pytest.raises(SystemExit) as ended:
        run("tests")

    assert ended.value.code == (
        "Please install first, as root: "
        "apt-get install --no-install-recommends chromium poppler-utils"
    )


def test_elsewhere_the_packages_are_named(run, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")

    with pytest.raises(SystemExit, match="what Debian calls chromium, poppler-utils"):
        run("tests")


def test_a_browser_elsewhere_is_enough(run, monkeypatch, tmp_path):
    for name in ("my-browser", "pdftotext"):
        (tmp_path / name).touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "my-browser"))

    run("tests")
