"""HTML into PDF, in a child process (committee/child.py) that has the press loaded."""

import re
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from itertools import groupby

from django.conf import settings

from committee import child
from committee.child import CannotPrint

CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
MARKS_IN_A_ROW = 8  # more accents than this on one letter are an attack on the renderer


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
    return child.run(
        lambda: press.print_pdf(clean(html)),
        assets=press.ASSETS,
        at=at,
        while_waiting=while_waiting,
    )


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
