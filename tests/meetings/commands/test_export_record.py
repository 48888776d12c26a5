import pytest
import yaml
from django.core.management import CommandError, call_command

from tests import factories
from tests.records import HERE, own

pytestmark = pytest.mark.django_db


def test_export_record_writes_the_record(capsys):
    call_command("load_record", str(HERE / "full.yaml"))
    capsys.readouterr()

    call_command("export_record", "2021-10-05")

    out = capsys.readouterr().out
    assert yaml.safe_load(out) == yaml.safe_load(own("full"))
    assert "      text: |-\n        | Lane | Wet | Dry |\n" in out
    assert "The Chair opened the meeting – in good heart." in out


def test_export_record_says_which_meetings_there_are():
    factories.MeetingFactory()

    with pytest.raises(CommandError, match=r"^There is no meeting 1999\. There are: 2026-03-02$"):
        call_command("export_record", "1999")
