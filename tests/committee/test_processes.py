import sys
import time

from committee.processes import Company, Program

SLEEPER = [sys.executable, "-c", "import time; time.sleep(60)"]
FALLER = [sys.executable, "-c", "raise SystemExit(3)"]
STUBBORN = [
    sys.executable,
    "-c",
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)",
]


def company(*programs, said, **kwargs):
    kwargs = {"is_ready": lambda: False, "when_ready": lambda: None} | kwargs
    return Company(list(programs), say=said.append, **kwargs)


def test_a_program_that_keeps_falling_ends_them_all():
    said, sleeper = [], Program("The sleeper", SLEEPER)

    broken = company(sleeper, Program("The faller", FALLER), said=said, is_ready=lambda: True).run()

    assert broken == "The faller fell 5 times: see what it says above."
    assert said == ["The faller ended by itself (3); starting it again."] * 4
    assert sleeper.has_ended()


def test_what_does_not_end_is_killed():
    said, stubborn = [], Program("The stubborn", STUBBORN)
    crew = company(stubborn, said=said, patience=0.5)
    crew.is_ready = lambda: True
    crew.when_ready = lambda: (time.sleep(0.5), setattr(crew, "told_to_end", True))

    broken = crew.run()

    assert broken == ""
    assert stubborn.process.returncode == -9
