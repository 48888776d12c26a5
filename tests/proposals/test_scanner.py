"""The virus scanner, asked over its socket, against a little one that speaks its words."""

import io

import pytest
from django.utils import timezone

from proposals import scanner, scanning
from proposals.tasks import scan_file
from tests.factories import NINE
from tests.files import EICAR
from tests.proposals.filed import a_file
from tests.reliability.clamd import Clamd, UnixClamd


@pytest.fixture
def clamd(settings):
    with Clamd() as scanner:
        settings.CLAMD_URL = scanner.url
        yield scanner


def test_it_says_what_it_found_or_nothing(clamd):
    assert scanner.found_in(io.BytesIO(b"x" * 200_000)) is None
    assert scanner.found_in(io.BytesIO(EICAR)) == "Eicar-Test-Signature"


def test_it_is_reached_over_a_socket_in_a_folder(settings, tmp_path):
    with UnixClamd(tmp_path / "c") as unix:
        settings.CLAMD_URL = unix.url
        assert scanner.found_in(io.BytesIO(EICAR)) == "Eicar-Test-Signature"


@pytest.mark.parametrize("says", [b"INSTREAM size limit exceeded. ERROR\0", b"\0", b"stream: ?\0"])
def test_any_other_word_is_no_answer(clamd, says):
    clamd.says = says

    with pytest.raises(scanner.NoAnswer):
        scanner.found_in(io.BytesIO(b"x"))


@pytest.mark.django_db
@pytest.mark.parametrize(("content", "state"), [(b"clean", "ready"), (EICAR, "refused")])
def test_a_held_file_is_released_or_refused(clamd, ed, content, state):
    file = a_file(by=ed, content=content, state="held", scan_after=NINE)

    scan_file(file.pk)
    scan_file(file.pk)  # running twice changes nothing more

    file.refresh_from_db()
    assert file.state == state


@pytest.mark.django_db
def test_a_scanner_that_is_away_leaves_it_held_to_be_tried_again(settings, ed, monkeypatch):
    settings.CLAMD_URL = "tcp://127.0.0.1:9"
    file = a_file(by=ed, state="held")

    scan_file(file.pk)

    file.refresh_from_db()
    now = timezone.now()
    assert file.state == "held"
    assert now < file.scan_after <= now + scanning.AGAIN
    told = []
    monkeypatch.setattr("proposals.scanning.hint", lambda *said: told.append(said))
    scanning.hint_held(now)
    assert told == []
    scanning.hint_held(now + scanning.AGAIN)
    assert told == [("proposals.tasks.scan_file", file.pk)]
