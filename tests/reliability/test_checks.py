"""Each reliability check in small, so that it cannot rot; and that none can pass by mistake."""

import pytest

from tests.reliability import __main__ as command
from tests.reliability.check import Done, check, names
from tests.reliability.result import Result

pytestmark = pytest.mark.worker


@pytest.mark.parametrize("name", names())
def test_check_holds_in_small(name):
    done = check(name, "small")

    assert done.holds, done.line


@pytest.mark.parametrize(
    ("result", "holds"),
    [
        (Result(2, 2, "all"), True),
        (Result(1, 2, "some"), False),
        (Result(0, 0, "nothing to test"), False),
        (Result(0, 0, "nothing to test", ok=True), False),
        (Result(2, 2, "all, but slow", ok=False), False),
    ],
)
def test_result_holds_when_it_got_all_of_something(result, holds):
    assert result.holds is holds


def test_check_that_crashes_says_so():
    done = check("R00", "small")

    assert not done.holds
    assert done.line.startswith("R00 0/1 could not be read: crashed, ModuleNotFoundError")


def test_command_refuses_what_it_does_not_know(capsys, monkeypatch):
    monkeypatch.setattr(command, "names", lambda: ["R10", "R14"])

    assert command.main(["R10", "r98"]) == 2
    assert capsys.readouterr().err == "There is no check R98: choose from R10, R14.\n"
    monkeypatch.setenv("SIZE", "huge")
    assert command.main([]) == 2


def test_command_goes_on_after_a_failure(capsys, monkeypatch):
    monkeypatch.setattr(command, "names", lambda: ["R10", "R14"])
    monkeypatch.setattr(
        command, "check", lambda name, size: Done(f"{name} 1/1 {size}", holds=name == "R14")
    )

    assert command.main([]) == 1
    assert capsys.readouterr().out == "R10 1/1 full\nR14 1/1 full\n"
    assert command.main(["R14"]) == 0
