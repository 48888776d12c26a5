"""A Chromium with a profile on disk: it can be killed, opened again, and searched afterwards."""

import os
import signal
import time
import zlib
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Error, Page, Playwright

from tests.chromium import CHROMIUM
from tests.reliability.visitor import Visitor


class Profile:
    """``open``, ``kill``, ``close``; the cookies of ``visitor`` are put into it."""

    def __init__(self, playwright: Playwright, folder: Path, url: str):
        self.folder, self.url, self._playwright = folder, url, playwright
        self.context = None

    def open(self) -> Page:
        self.context = self._playwright.chromium.launch_persistent_context(
            self.folder,
            executable_path=CHROMIUM,
            args=["--no-sandbox"],
            base_url=self.url,
            viewport={"width": 1280, "height": 900},
            locale="en-GB",
        )
        self.context.set_default_timeout(20_000)
        return self.context.pages[0]

    def sign_in(self, visitor: Visitor) -> None:
        """Give the browser the session of ``visitor``."""
        session = {"name": "session", "value": visitor.cookies["session"], "url": self.url}
        self.context.add_cookies([session | {"expires": time.time() + 40_000}])

    def kill(self) -> None:
        """kill -9 every process of the browser: nothing can be put away any more."""
        for pid in self._processes():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        with suppress(Error):
            self.context.close()
        self.context = None

    def close(self) -> None:
        if self.context:
            self.context.close()
        self.context = None

    def _processes(self):
        mark = f"--user-data-dir={self.folder}".encode()
        for process in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                if mark in (process / "cmdline").read_bytes():
                    yield int(process.name)

    def holding(self, words: list[str]) -> dict[str, list[str]]:
        """In which files which of ``words`` can be read, in any of the ways text is written."""
        return holding(self.folder, words)


def holding(folder: Path, words: list[str]) -> dict[str, list[str]]:
    """Files below ``folder`` with any of ``words``: plain, as UTF-16, or compressed."""
    found = {}
    for file in folder.rglob("*"):
        if not file.is_file() or file.is_symlink():
            continue
        with suppress(FileNotFoundError):  # a browser at work
            data = file.read_bytes()
            layers = [data, *_inflated(data)]
            seen = [
                word
                for word in words
                if any(word.encode(code) in layer for layer in layers for code in CODES)
            ]
            if seen:
                found[str(file.relative_to(folder))] = seen
    return found


CODES = ("utf-8", "utf-16-le", "utf-16-be")
SIGNS = [(b"\x1f\x8b\x08", 31), (b"\x78\x9c", 15), (b"\x78\xda", 15), (b"\x78\x01", 15)]


def _inflated(data):
    for sign, bits in SIGNS:
        at = data.find(sign)
        while at >= 0:
            with suppress(zlib.error):
                yield zlib.decompressobj(bits).decompress(data[at:], 10_000_000)
            at = data.find(sign, at + 1)
