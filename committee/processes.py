"""Several programs run as one: started together, watched, ended together, none left behind.

For `manage.py serve` (one machine, one command). At scale the operating system does this.
"""

import ctypes
import os
import signal
import subprocess
import time
from collections import deque
from collections.abc import Callable

ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PR_SET_PDEATHSIG = 1  # linux/prctl.h
FALLS, WITHIN = 5, 60  # a program that falls so often in so many seconds is not started again
LIBC = ctypes.CDLL(None, use_errno=True)


class Program:
    """One program in a session of its own, so that a Ctrl-C at the terminal does not reach it.

    A signal meant for it goes to its first process alone: a Celery worker whose pool is
    signalled too hangs for ever.
    """

    def __init__(self, name: str, command: list[str], **environment: str):
        self.name, self.command, self.environment = name, command, environment
        self.falls = deque(maxlen=FALLS)
        self.process = None

    def start(self) -> None:
        parent = os.getpid()
        self.process = subprocess.Popen(  # noqa: S603 -- our own words
            self.command,
            env=os.environ | self.environment,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=lambda: _end_with(parent),  # noqa: PLW1509 -- no threads here
        )

    def has_ended(self) -> bool:
        return self.process is None or self.process.poll() is not None

    def end(self) -> None:
        """Ask the first process to end; it ends the others of its session."""
        if not self.has_ended():
            self.process.send_signal(signal.SIGTERM)

    def kill_rest(self) -> None:
        """Kill whatever of its session still lives."""
        if self.process is not None:
            try:
                os.killpg(self.process.pid, signal.SIGKILL)
            except ProcessLookupError:
                return
            self.process.wait()

    def may_start_again(self) -> bool:
        """Whether it fell so seldom that starting it again makes sense."""
        self.falls.append(time.monotonic())
        return len(self.falls) < FALLS or self.falls[-1] - self.falls[0] > WITHIN


class Company:
    """The programs that run together.

    Args:
        patience: how many seconds they have to end by themselves before they are killed.
        is_ready: asked until the first program is ready; then the others are started too and
            ``when_ready`` is called, once.
        say: prints a line.
    """

    def __init__(
        self,
        programs: list[Program],
        *,
        say: Callable[[str], None],
        is_ready: Callable[[], bool],
        when_ready: Callable[[], None],
        patience: float = 4,
    ):
        self.programs, self.say, self.patience = programs, say, patience
        self.is_ready, self.when_ready = is_ready, when_ready
        self.told_to_end = False
        self.broken = ""

    def run(self) -> str:
        """Run until told to end, or until a program cannot be kept up: then say which."""
        before = {number: signal.signal(number, self._note) for number in ENDING}
        try:
            self._watch()
        finally:
            self._end()
            for number, handler in before.items():
                signal.signal(number, handler)
        return self.broken

    def _note(self, number, frame):
        self.told_to_end = True

    def _watch(self) -> None:
        started, waiting = self.programs[:1], True
        started[0].start()
        while not (self.told_to_end or self.broken):
            for program in started:
                if program.has_ended():
                    self._start_again(program)
            if waiting and not self.broken and self.is_ready():
                waiting = False
                for program in self.programs[1:]:
                    program.start()
                started = self.programs
                self.when_ready()
            time.sleep(0.1)

    def _start_again(self, program: Program) -> None:
        if self.told_to_end:
            return
        program.kill_rest()
        if not program.may_start_again():
            self.broken = f"{program.name} fell {FALLS} times: see what it says above."
            return
        self.say(
            f"{program.name} ended by itself ({program.process.returncode}); starting it again."
        )
        program.start()

    def _end(self) -> None:
        deadline = time.monotonic() + self.patience
        for program in self.programs:
            program.end()
        while time.monotonic() < deadline and not all(map(Program.has_ended, self.programs)):
            time.sleep(0.05)
        for program in self.programs:
            program.kill_rest()


def _end_with(parent: int) -> None:
    """In the child, before it becomes the program: end when ``parent`` dies, however it dies."""
    signal.pthread_sigmask(signal.SIG_SETMASK, set())
    if hasattr(LIBC, "prctl"):  # Linux; elsewhere we do without
        LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != parent:
        os._exit(1)
