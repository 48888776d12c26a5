"""HTML into PDF, in a child process that can reach nothing and may not take for ever.

The child is a fork of this process, which has the press loaded (committee/press.py): it
starts in milliseconds. What goes wrong in it, down to a crash of the native libraries,
goes wrong there only and comes back as a sentence.
"""

import os
import re
import select
import signal
import time
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from itertools import groupby

from django.conf import settings

from committee import sandbox

TICK = 2  # seconds between two calls of while_waiting
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
MARKS_IN_A_ROW = 8  # more accents than this on one letter are an attack on the renderer
PRINTED, FAILED = b"P", b"F"


class CannotPrint(Exception):
    """This document cannot be made as it is. The sentence is for the secretariat."""


class BrokenOff(Exception):
    """Rendering was ended from outside; nothing is known against the document."""


def render_pdf(
    html: str, *, at: datetime | None = None, while_waiting: Callable[[], bool] = lambda: True
) -> bytes:
    """``html`` as a tagged PDF (PDF/UA-1, PDF/A-3a): the same bytes for the same input.

    Args:
        html: the whole document; it can use our print stylesheet and no other resource.
        at: the moment the file says it was made.
        while_waiting: called every two seconds; when it returns False, work is broken off.

    Raises:
        CannotPrint: with a sentence that says why.
        BrokenOff: the child was killed, or is no longer wanted.
    """
    if len(html) > settings.PDF_MAX_CHARACTERS:
        raise CannotPrint(
            f"It is too long: {len(html):,} characters of at most {settings.PDF_MAX_CHARACTERS:,}."
        )
    press = load_press()
    press.warm_up()
    receiver, sender = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover -- coverage cannot follow into a process that may not write
        try:
            os.environ["SOURCE_DATE_EPOCH"] = str(int(at.timestamp()) if at else 0)
            sandbox.enter(keep_open=sender, assets=press.ASSETS)
            sandbox.send(sender, answer(press, clean(html)))
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


def load_press():
    """The press, or a sentence that says what this machine lacks."""
    try:
        from committee import press  # noqa: PLC0415 -- native libraries
    except OSError as error:
        raise CannotPrint(
            "This machine cannot make PDFs: the Pango library is missing. "
            "Install libpango-1.0-0 and libpangoft2-1.0-0."
        ) from error
    return press


def sweep() -> None:
    """Remove what killed workers left of the press."""
    with suppress(CannotPrint):
        load_press().sweep()


def answer(press, html: str) -> bytes:
    """What the child sends home: a letter for how it went, then the PDF or the reason."""
    try:
        return PRINTED + press.print_pdf(html)
    except MemoryError:
        return FAILED + f"It needed more than {settings.PDF_MEMORY_MB} MB of memory.".encode()
    except RecursionError:
        return FAILED + b"Its parts are nested too deeply."
    except Exception as error:  # whatever the renderer meets becomes a reason
        return FAILED + f"It could not be laid out ({type(error).__name__}: {error}).".encode()


def clean(html: str) -> str:
    """``html`` without what no reader can see and a renderer chokes on."""
    return _stacked_marks().sub(r"\1", CONTROLS.sub("", html))


def _stacked_marks() -> re.Pattern:
    """Finds more than a few combining marks in a row."""
    if not hasattr(_stacked_marks, "pattern"):
        marks = [n for n in range(0x300, 0xE0200) if unicodedata.combining(chr(n))]
        runs = [list(run) for _, run in groupby(enumerate(marks), lambda pair: pair[1] - pair[0])]
        ranges = "".join(f"{chr(run[0][1])}-{chr(run[-1][1])}" for run in runs)
        _stacked_marks.pattern = re.compile(f"([{ranges}]{{{MARKS_IN_A_ROW}}})[{ranges}]+")
    return _stacked_marks.pattern


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
    if said.startswith(PRINTED) and said.rstrip().endswith(b"%%EOF"):
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
