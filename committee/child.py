"""Work in a child process that can reach nothing and may not take for ever.

The child is a fork of this process, which has loaded what the work needs: it starts in
milliseconds. What goes wrong in it, down to a crash of the native libraries, goes wrong there
only and comes back as a sentence.
"""

import os
import select
import signal
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.conf import settings

from committee import sandbox

TICK = 2  # seconds between two calls of while_waiting
DONE, FAILED = b"P", b"F"
NOTHING = Path(os.devnull)  # no folder at all


class CannotPrint(Exception):
    """This document cannot be made as it is. The sentence is for the secretariat."""


class BrokenOff(Exception):
    """Rendering was ended from outside; nothing is known against the document."""


def run(
    work: Callable[[], bytes],
    *,
    assets: Path = NOTHING,
    at: datetime | None = None,
    while_waiting: Callable[[], bool] = lambda: True,
) -> bytes:
    """The PDF that ``work`` returns, with whatever it wrote before the PDF.

    Args:
        assets: the only folder, besides the libraries, from which it may read.
        at: the moment the file says it was made.
        while_waiting: called every two seconds; when it returns False, work is broken off.

    Raises:
        CannotPrint: with a sentence that says why.
        BrokenOff: the child was killed, or is no longer wanted.
    """
    receiver, sender = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover -- coverage cannot follow into a process that may not write
        try:
            os.environ["SOURCE_DATE_EPOCH"] = str(int(at.timestamp()) if at else 0)
            sandbox.enter(keep_open=sender, assets=assets)
            sandbox.send(sender, answer(work))
        finally:
            os._exit(0)  # without the clean-up that belongs to the parent
    os.close(sender)
    try:
        said = _listen(receiver, while_waiting)
    finally:
        os.close(receiver)
        os.kill(child, signal.SIGKILL)  # it has ended, or must
        _, status = os.waitpid(child, 0)
    return _judge(said, status)


def answer(work: Callable[[], bytes]) -> bytes:
    """What the child sends home: a letter for how it went, then the PDF or the reason."""
    try:
        return DONE + work()
    except CannotPrint as refusal:
        return FAILED + str(refusal).encode()
    except MemoryError:
        return FAILED + f"It needed more than {settings.PDF_MEMORY_MB} MB of memory.".encode()
    except RecursionError:
        return FAILED + b"Its parts are nested too deeply."
    except Exception as error:  # whatever the renderer meets becomes a reason
        return FAILED + f"It could not be laid out ({type(error).__name__}: {error}).".encode()


def _listen(receiver: int, while_waiting: Callable[[], bool]) -> bytes:
    """Everything the child says until it ends, is too slow, or is not wanted any more."""
    patience = time.monotonic() + 2 * settings.PDF_SECONDS  # it may have to share the processor
    poll, chunks = select.poll(), []
    poll.register(receiver, select.POLLIN)
    while time.monotonic() < patience:
        if not poll.poll(TICK * 1000):
            if not while_waiting():
                raise BrokenOff("somebody else makes this document now")
            continue
        chunk = os.read(receiver, 1 << 20)
        if not chunk:
            return b"".join(chunks)
        chunks.append(chunk)
    raise CannotPrint(_too_long())


def _judge(said: bytes, status: int) -> bytes:
    """The PDF, or why there is none."""
    killed_by = os.WTERMSIG(status) if os.WIFSIGNALED(status) else None
    if said.startswith(DONE) and said.rstrip().endswith(b"%%EOF"):
        return said[1:]
    if said.startswith(FAILED):
        raise CannotPrint(said[1:].decode())
    if killed_by == signal.SIGXCPU:
        raise CannotPrint(_too_long())
    if killed_by == signal.SIGKILL:
        raise BrokenOff("the rendering process was killed")
    raise CannotPrint(
        f"The renderer gave up (signal {killed_by}), most likely because it needed more than "
        f"{settings.PDF_MEMORY_MB} MB of memory."
    )


def _too_long() -> str:
    return f"Laying it out took longer than {settings.PDF_SECONDS} seconds."
